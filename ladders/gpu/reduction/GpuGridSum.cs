namespace Catapult.Ladders;

/// <summary>
/// The engine's own kernel: no more groups than fill the device, each of whose threads strides over the whole grid's width, four loads on the way at once, and
/// keeps its sum in a register. Two launches in all, whatever the size; the order of all additions follows from it alone.
/// </summary>
/// <remarks>
/// <para>Changed: a thread sums many elements before the tree begins.</para>
/// <para>Predicted: 2 times: the tree and its barriers weigh nothing any more. The bottleneck is memory.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuGridSum : IKernel<GpuSumProblem>
{
    public static void Run(GpuSumProblem p) => p.Sum();
}
