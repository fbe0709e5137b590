namespace Catapult.Cli;

/// <summary>Options that the help shows under one title.</summary>
public sealed record OptionGroup<TOptions>(string Title, IReadOnlyList<OptionRow<TOptions>> Rows);
