namespace Catapult.Engine;

/// <summary>A published file and the MD5 of its bytes, in hexadecimal.</summary>
public readonly record struct DownloadFile(string Name, string Md5);
