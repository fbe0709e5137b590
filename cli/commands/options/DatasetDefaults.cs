namespace Catapult.Cli;

/// <summary>What a dataset settles where the command line does not: enough epochs to show what the model can do in minutes.</summary>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Augment">One of <see cref="Choices.Augmentations"/>.</param>
public sealed record DatasetDefaults(int Epochs, string Augment)
{
    private static readonly Dictionary<string, DatasetDefaults> Table = new()
    {
        ["glyphs"] = new(2, "none"),
        ["mnist"] = new(3, "none"),
        ["fashion-mnist"] = new(5, "none"),
        ["cifar10"] = new(5, "standard"),
    };

    /// <summary>The defaults of a dataset.</summary>
    /// <param name="dataset">One of <see cref="Choices.Datasets"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such dataset.</exception>
    public static DatasetDefaults Of(string dataset) => Table[dataset];

    /// <summary>One column of the table in words, as the help states it: <c>3 for glyphs, 3 for mnist, ...</c></summary>
    internal static string Describe(Func<DatasetDefaults, object> column) =>
        string.Join(", ", Table.Select(row => $"{column(row.Value)} for {row.Key}"));
}
