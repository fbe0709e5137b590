using ILGPU.Runtime.Cuda;
using static Catapult.Kernels.Gpu.NamedRegisters;

namespace Catapult.Kernels.Gpu;

/// <summary>Blocks of numbers with float's range and 10 bits of fraction, rounded to nearest when they leave shared memory; compute capability 8.0 and later. An instruction takes eight depths.</summary>
internal readonly struct Tf32Blocks : INamedBlocks
{
    private const string Head = "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 ";

    private const string
        Row0 = Head + C00 + ", " + A0 + ", " + B0 + ", " + C00 + "; "
            + Head + C01 + ", " + A0 + ", " + B2 + ", " + C01 + "; "
            + Head + C02 + ", " + A0 + ", " + B4 + ", " + C02 + "; "
            + Head + C03 + ", " + A0 + ", " + B6 + ", " + C03 + "; "
            + Head + C00 + ", " + A1 + ", " + B1 + ", " + C00 + "; "
            + Head + C01 + ", " + A1 + ", " + B3 + ", " + C01 + "; "
            + Head + C02 + ", " + A1 + ", " + B5 + ", " + C02 + "; "
            + Head + C03 + ", " + A1 + ", " + B7 + ", " + C03 + "; ",
        Row1 = Head + C10 + ", " + A0 + ", " + B0 + ", " + C10 + "; "
            + Head + C11 + ", " + A0 + ", " + B2 + ", " + C11 + "; "
            + Head + C12 + ", " + A0 + ", " + B4 + ", " + C12 + "; "
            + Head + C13 + ", " + A0 + ", " + B6 + ", " + C13 + "; "
            + Head + C10 + ", " + A1 + ", " + B1 + ", " + C10 + "; "
            + Head + C11 + ", " + A1 + ", " + B3 + ", " + C11 + "; "
            + Head + C12 + ", " + A1 + ", " + B5 + ", " + C12 + "; "
            + Head + C13 + ", " + A1 + ", " + B7 + ", " + C13 + "; ",
        Row2 = Head + C20 + ", " + A0 + ", " + B0 + ", " + C20 + "; "
            + Head + C21 + ", " + A0 + ", " + B2 + ", " + C21 + "; "
            + Head + C22 + ", " + A0 + ", " + B4 + ", " + C22 + "; "
            + Head + C23 + ", " + A0 + ", " + B6 + ", " + C23 + "; "
            + Head + C20 + ", " + A1 + ", " + B1 + ", " + C20 + "; "
            + Head + C21 + ", " + A1 + ", " + B3 + ", " + C21 + "; "
            + Head + C22 + ", " + A1 + ", " + B5 + ", " + C22 + "; "
            + Head + C23 + ", " + A1 + ", " + B7 + ", " + C23 + "; ",
        Row3 = Head + C30 + ", " + A0 + ", " + B0 + ", " + C30 + "; "
            + Head + C31 + ", " + A0 + ", " + B2 + ", " + C31 + "; "
            + Head + C32 + ", " + A0 + ", " + B4 + ", " + C32 + "; "
            + Head + C33 + ", " + A0 + ", " + B6 + ", " + C33 + "; "
            + Head + C30 + ", " + A1 + ", " + B1 + ", " + C30 + "; "
            + Head + C31 + ", " + A1 + ", " + B3 + ", " + C31 + "; "
            + Head + C32 + ", " + A1 + ", " + B5 + ", " + C32 + "; "
            + Head + C33 + ", " + A1 + ", " + B7 + ", " + C33 + "; ";

    public static void MultiplyAdd(Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right)
    {
        CudaAsm.Emit("cvt.rna.tf32.f32 mb0, %0; cvt.rna.tf32.f32 mb1, %1; cvt.rna.tf32.f32 mb2, %2; cvt.rna.tf32.f32 mb3, %3;", right.X.X.Value, right.X.Y.Value, right.X.Z.Value, right.X.W.Value);
        CudaAsm.Emit("cvt.rna.tf32.f32 mb4, %0; cvt.rna.tf32.f32 mb5, %1; cvt.rna.tf32.f32 mb6, %2; cvt.rna.tf32.f32 mb7, %3;", right.Y.X.Value, right.Y.Y.Value, right.Y.Z.Value, right.Y.W.Value);
        CudaAsm.Emit("cvt.rna.tf32.f32 mb8, %0; cvt.rna.tf32.f32 mb9, %1; cvt.rna.tf32.f32 mb10, %2; cvt.rna.tf32.f32 mb11, %3;", right.Z.X.Value, right.Z.Y.Value, right.Z.Z.Value, right.Z.W.Value);
        CudaAsm.Emit("cvt.rna.tf32.f32 mb12, %0; cvt.rna.tf32.f32 mb13, %1; cvt.rna.tf32.f32 mb14, %2; cvt.rna.tf32.f32 mb15, %3;", right.W.X.Value, right.W.Y.Value, right.W.Z.Value, right.W.W.Value);
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
        "cvt.rna.tf32.f32 ma0, %0; cvt.rna.tf32.f32 ma1, %1; cvt.rna.tf32.f32 ma2, %2; cvt.rna.tf32.f32 ma3, %3; cvt.rna.tf32.f32 ma4, %4; cvt.rna.tf32.f32 ma5, %5; cvt.rna.tf32.f32 ma6, %6; cvt.rna.tf32.f32 ma7, %7;",
        rows.X.X.Value, rows.Y.X.Value, rows.X.Y.Value, rows.Y.Y.Value, rows.X.Z.Value, rows.Y.Z.Value, rows.X.W.Value, rows.Y.W.Value);
}
