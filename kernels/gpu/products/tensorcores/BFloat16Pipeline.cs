using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>The pipeline on numbers with float's range and 7 bits of fraction, two to a register; compute capability 8.0 and later. An instruction takes all sixteen depths.</summary>
internal readonly struct BFloat16Pipeline : IPipelinedUnit<NamedSums>
{
    private const string Head = "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 ";

    private const string
        Row0 = Head + PipelineText.C00 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C00 + "; "
            + Head + PipelineText.C01 + ", " + PipelineText.A0 + ", " + PipelineText.B1 + ", " + PipelineText.C01 + "; "
            + Head + PipelineText.C02 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C02 + "; "
            + Head + PipelineText.C03 + ", " + PipelineText.A0 + ", " + PipelineText.B3 + ", " + PipelineText.C03 + "; ",
        Row1 = Head + PipelineText.C10 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C10 + "; "
            + Head + PipelineText.C11 + ", " + PipelineText.A0 + ", " + PipelineText.B1 + ", " + PipelineText.C11 + "; "
            + Head + PipelineText.C12 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C12 + "; "
            + Head + PipelineText.C13 + ", " + PipelineText.A0 + ", " + PipelineText.B3 + ", " + PipelineText.C13 + "; ",
        Row2 = Head + PipelineText.C20 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C20 + "; "
            + Head + PipelineText.C21 + ", " + PipelineText.A0 + ", " + PipelineText.B1 + ", " + PipelineText.C21 + "; "
            + Head + PipelineText.C22 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C22 + "; "
            + Head + PipelineText.C23 + ", " + PipelineText.A0 + ", " + PipelineText.B3 + ", " + PipelineText.C23 + "; ",
        Row3 = Head + PipelineText.C30 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C30 + "; "
            + Head + PipelineText.C31 + ", " + PipelineText.A0 + ", " + PipelineText.B1 + ", " + PipelineText.C31 + "; "
            + Head + PipelineText.C32 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C32 + "; "
            + Head + PipelineText.C33 + ", " + PipelineText.A0 + ", " + PipelineText.B3 + ", " + PipelineText.C33 + "; ";

    public static void Copy(ArrayView<GpuLane32> source, long address, int index, ArrayView<GpuLane32> shared, int place) => PipelineText.Copy(address, index, place);

    public static void Commit() => PipelineText.Commit();

    public static void Wait() => PipelineText.Wait();

    public static NamedSums Start(Pack4<Pack2<GpuLane32>> columns) => PipelineText.Start(columns);

    public static NamedSums MultiplyAdd(NamedSums sums, Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right)
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
        return sums;
    }

    public static void Store(NamedSums sums, ArrayView<GpuLane32> target, long address, Pack4<Pack2<int>> places, Pack4<Pack2<int>> left) =>
        PipelineText.Store(address, places, left);

    private static void Left(Pack2<Pack4<GpuLane32>> rows) => CudaAsm.Emit(
        "cvt.rn.bf16x2.f32 ma0, %1, %0; cvt.rn.bf16x2.f32 ma1, %3, %2; cvt.rn.bf16x2.f32 ma2, %5, %4; cvt.rn.bf16x2.f32 ma3, %7, %6;",
        rows.X.X.Value, rows.X.Y.Value, rows.Y.X.Value, rows.Y.Y.Value, rows.X.Z.Value, rows.X.W.Value, rows.Y.Z.Value, rows.Y.W.Value);
}
