namespace Catapult.Engine;

/// <summary>How far a file has come: the bytes received, and the bytes in all where the server tells.</summary>
public readonly record struct DownloadProgress(string Name, long Received, long? Total);
