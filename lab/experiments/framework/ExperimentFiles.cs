using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>The files of a run: the record, the table, the page and the pictures.</summary>
public static class ExperimentFiles
{
    /// <summary>The record's file.</summary>
    public const string Record = "experiment.json";

    /// <summary>The page's file, under a name that shows it with its folder.</summary>
    public const string Page = "README.md";

    /// <summary>Writes them all into a folder, each whole or not at all, the record last.</summary>
    /// <exception cref="Catapult.Kernels.InputException">They cannot be written there.</exception>
    public static void Write(string folder, ExperimentRecord record, ExperimentResult result)
    {
        foreach (ExperimentFigure figure in result.Figures)
            AtomicFile.Write(Path.Combine(folder, $"{figure.Name}.svg"), writer => writer.Write(figure.Picture.ToStandalone()));
        AtomicFile.Write(Path.Combine(folder, "table.csv"), writer =>
        {
            foreach (IReadOnlyList<string> row in result.Table.Rows.Prepend(result.Table.Columns)) writer.WriteLine(string.Join(',', row.Select(Quoted)));
        });
        AtomicFile.Write(Path.Combine(folder, Page), writer => writer.Write(ExperimentPage.Render(record)));
        AtomicFile.Write(Path.Combine(folder, Record), writer => writer.WriteLine(record.ToJson()));
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
