
namespace Catapult.Ladders;

/// <summary>All ladders, by name.</summary>
public static class AllLadders
{
    /// <summary>The processor's, then the GPU's.</summary>
    public static IReadOnlyList<Ladder> All { get; } =
    [
        new MatMulLadder(),
        new ConvolutionLadder(),
        new BatchNormLadder(),
        new CrossEntropyLadder(),
        new AdamWLadder(),
        new SumLadder(),
        .. GpuLadders.All,
    ];

    /// <summary>A ladder by its name; null where there is none.</summary>
    public static Ladder? Named(string name) => All.FirstOrDefault(ladder => ladder.Name == name);
}
