using ILGPU.Runtime.Cuda;
using static Catapult.Kernels.Gpu.NamedRegisters;

namespace Catapult.Kernels.Gpu;

/// <summary>Blocks of numbers with float's range and 7 bits of fraction, two to a register; compute capability 8.0 and later. An instruction takes all sixteen depths.</summary>
internal readonly struct BFloat16Blocks : INamedBlocks
{
    private const string Head = "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 ";

    private const string
        Row0 = Head + C00 + ", " + A0 + ", " + B0 + ", " + C00 + "; "
            + Head + C01 + ", " + A0 + ", " + B1 + ", " + C01 + "; "
            + Head + C02 + ", " + A0 + ", " + B2 + ", " + C02 + "; "
            + Head + C03 + ", " + A0 + ", " + B3 + ", " + C03 + "; ",
        Row1 = Head + C10 + ", " + A0 + ", " + B0 + ", " + C10 + "; "
            + Head + C11 + ", " + A0 + ", " + B1 + ", " + C11 + "; "
            + Head + C12 + ", " + A0 + ", " + B2 + ", " + C12 + "; "
            + Head + C13 + ", " + A0 + ", " + B3 + ", " + C13 + "; ",
        Row2 = Head + C20 + ", " + A0 + ", " + B0 + ", " + C20 + "; "
            + Head + C21 + ", " + A0 + ", " + B1 + ", " + C21 + "; "
            + Head + C22 + ", " + A0 + ", " + B2 + ", " + C22 + "; "
            + Head + C23 + ", " + A0 + ", " + B3 + ", " + C23 + "; ",
        Row3 = Head + C30 + ", " + A0 + ", " + B0 + ", " + C30 + "; "
            + Head + C31 + ", " + A0 + ", " + B1 + ", " + C31 + "; "
            + Head + C32 + ", " + A0 + ", " + B2 + ", " + C32 + "; "
            + Head + C33 + ", " + A0 + ", " + B3 + ", " + C33 + "; ";

    public static void MultiplyAdd(Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right)
    {
        CudaAsm.Emit("cvt.rn.bf16x2.f32 mb0, %1, %0; cvt.rn.bf16x2.f32 mb1, %3, %2;", right.X.X.Value, right.X.Y.Value, right.X.Z.Value, right.X.W.Value);
        CudaAsm.Emit("cvt.rn.bf16x2.f32 mb2, %1, %0; cvt.rn.bf16x2.f32 mb3, %3, %2;", right.Y.X.Value, right.Y.Y.Value, right.Y.Z.Value, right.Y.W.Value);
        CudaAsm.Emit("cvt.rn.bf16x2.f32 mb4, %1, %0; cvt.rn.bf16x2.f32 mb5, %3, %2;", right.Z.X.Value, right.Z.Y.Value, right.Z.Z.Value, right.Z.W.Value);
        CudaAsm.Emit("cvt.rn.bf16x2.f32 mb6, %1, %0; cvt.rn.bf16x2.f32 mb7, %3, %2;", right.W.X.Value, right.W.Y.Value, right.W.Z.Value, right.W.W.Value);
        Left(left.X);
        CudaAsm.Emit(Row0);
        Left(left.Y);
        CudaAsm.Emit(Row1);
        Left(left.Z);
        CudaAsm.Emit(Row2);
        Left(left.W);
        CudaAsm.Emit(Row3);
    }

    private static void Left(Pack2<Pack4<GpuLane32>> rows) => CudaAsm.Emit(
        "cvt.rn.bf16x2.f32 ma0, %1, %0; cvt.rn.bf16x2.f32 ma1, %3, %2; cvt.rn.bf16x2.f32 ma2, %5, %4; cvt.rn.bf16x2.f32 ma3, %7, %6;",
        rows.X.X.Value, rows.X.Y.Value, rows.Y.X.Value, rows.Y.Y.Value, rows.X.Z.Value, rows.X.W.Value, rows.Y.Z.Value, rows.Y.W.Value);
}
