namespace Catapult.Ladders;

/// <summary>
/// The engine's kernel for tensor cores, through inline PTX: a warp multiplies 16 x 8 by 8 x 8 by one instruction, tiles are brought by asynchronous copies
/// past the registers. Operands are rounded to TF32's 10 bits of fraction. On devices without tensor cores it is the rung before.
/// </summary>
/// <remarks>
/// <para>Changed: mma.sync in the place of fused multiply-adds, cp.async in the place of loads and stores.</para>
/// <para>Predicted: 4 times on an H200, whose tensor cores do 7 times the work of its fused multiply-adds. The bottleneck is shared memory.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuTensorMatMul : IKernel<GpuMatMulProblem>
{
    public static void Run(GpuMatMulProblem p) => p.MultiplyRounded();
}
