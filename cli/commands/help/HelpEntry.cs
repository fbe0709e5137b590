namespace Catapult.Cli;

/// <summary>A line of the help: what to type, and what it does.</summary>
internal readonly record struct HelpEntry(string Term, string Text);
