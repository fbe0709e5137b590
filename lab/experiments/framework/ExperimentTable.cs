namespace Catapult.Lab;

/// <summary>The measured figures of an experiment as a table.</summary>
/// <param name="Columns">The headings, with units.</param>
/// <param name="Rows">The cells, as many a row as there are columns.</param>
public sealed record ExperimentTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
