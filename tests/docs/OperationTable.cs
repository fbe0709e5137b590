using System.Globalization;
using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>The catalog of operations as tables, with the golden cases that hold each and their tolerances.</summary>
internal static class OperationTable
{
    /// <summary>A heading and a table for each family.</summary>
    public static string Render() => string.Join("\n\n", OpCatalog.Families.Select(family => Table(family.Title, family.Entries)));

    private static string Table(string title, OpEntry[] entries) => string.Join('\n', [
        $"### {title}", "", "| operation | formula | shapes | conventions | gradient | golden cases | float64 | float32 |", "|---|---|---|---|---|--:|--:|--:|", .. entries.Select(Row)]);

    private static string Row(OpEntry op)
    {
        int cases = OpGolden.All.Count(golden => TorchOps.CatalogName(golden.Op) == op.Name);
        OpTolerance tolerance = OpTolerance.Of(op.Name);
        string[] cells =
        [
            $"`{op.Name.Replace("op_", "operator ", StringComparison.Ordinal)}`", Escaped(op.Formula), Escaped(op.Shapes), Escaped(op.Conventions),
            op.IsDifferentiable ? "every order" : "none", cases == 0 ? "" : $"{cases}", cases == 0 ? "" : Number(tolerance.Double), cases == 0 ? "" : Number(tolerance.Single),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Number(double value) => value == 0 ? "0" : value.ToString("0.#e-0", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
