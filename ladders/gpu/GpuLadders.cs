namespace Catapult.Ladders;

/// <summary>The GPU's ladders.</summary>
internal static class GpuLadders
{
    public static IReadOnlyList<Ladder> All { get; } = [new GpuMatMulLadder(), new GpuReductionLadder(), new GpuTransposeLadder(), new GpuBatchNormLadder()];
}
