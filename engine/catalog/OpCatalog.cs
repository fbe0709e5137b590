namespace Catapult.Engine;

/// <summary>
/// All operations of <see cref="Tensor"/> by family, with their formulas and conventions. Tests hold it against the public methods of
/// <see cref="Tensor"/>, check the gradients of every entry, and make the table of docs/numerics.md from it.
/// </summary>
public static partial class OpCatalog
{
    /// <summary>The families in the order of reading.</summary>
    public static IReadOnlyList<(string Title, OpEntry[] Entries)> Families { get; } =
    [
        ("Functions of one variable", Activations()),
        ("Functions of two variables", Arithmetic()),
        ("Reductions and lines", Reductions()),
        ("Products and windows", Products()),
        ("Normalizations and losses", Normalizations()),
        ("Layouts and indices", Layouts()),
    ];

    /// <summary>All entries.</summary>
    public static IEnumerable<OpEntry> All => Families.SelectMany(family => family.Entries);
}
