namespace Catapult.Cli;

/// <summary>Entries of the help under one title.</summary>
internal sealed record HelpSection(string Title, IReadOnlyList<HelpEntry> Entries);
