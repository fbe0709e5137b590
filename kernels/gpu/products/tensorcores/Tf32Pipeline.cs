using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>The pipeline on numbers with float's range and 10 bits of fraction, rounded to nearest when they leave shared memory; compute capability 8.0 and later. An instruction takes eight depths.</summary>
internal readonly struct Tf32Pipeline : IPipelinedUnit<NamedSums>
{
    private const string Head = "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 ";

    private const string
        Row0 = Head + PipelineText.C00 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C00 + "; "
            + Head + PipelineText.C01 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C01 + "; "
            + Head + PipelineText.C02 + ", " + PipelineText.A0 + ", " + PipelineText.B4 + ", " + PipelineText.C02 + "; "
            + Head + PipelineText.C03 + ", " + PipelineText.A0 + ", " + PipelineText.B6 + ", " + PipelineText.C03 + "; "
            + Head + PipelineText.C00 + ", " + PipelineText.A1 + ", " + PipelineText.B1 + ", " + PipelineText.C00 + "; "
            + Head + PipelineText.C01 + ", " + PipelineText.A1 + ", " + PipelineText.B3 + ", " + PipelineText.C01 + "; "
            + Head + PipelineText.C02 + ", " + PipelineText.A1 + ", " + PipelineText.B5 + ", " + PipelineText.C02 + "; "
            + Head + PipelineText.C03 + ", " + PipelineText.A1 + ", " + PipelineText.B7 + ", " + PipelineText.C03 + "; ",
        Row1 = Head + PipelineText.C10 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C10 + "; "
            + Head + PipelineText.C11 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C11 + "; "
            + Head + PipelineText.C12 + ", " + PipelineText.A0 + ", " + PipelineText.B4 + ", " + PipelineText.C12 + "; "
            + Head + PipelineText.C13 + ", " + PipelineText.A0 + ", " + PipelineText.B6 + ", " + PipelineText.C13 + "; "
            + Head + PipelineText.C10 + ", " + PipelineText.A1 + ", " + PipelineText.B1 + ", " + PipelineText.C10 + "; "
            + Head + PipelineText.C11 + ", " + PipelineText.A1 + ", " + PipelineText.B3 + ", " + PipelineText.C11 + "; "
            + Head + PipelineText.C12 + ", " + PipelineText.A1 + ", " + PipelineText.B5 + ", " + PipelineText.C12 + "; "
            + Head + PipelineText.C13 + ", " + PipelineText.A1 + ", " + PipelineText.B7 + ", " + PipelineText.C13 + "; ",
        Row2 = Head + PipelineText.C20 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C20 + "; "
            + Head + PipelineText.C21 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C21 + "; "
            + Head + PipelineText.C22 + ", " + PipelineText.A0 + ", " + PipelineText.B4 + ", " + PipelineText.C22 + "; "
            + Head + PipelineText.C23 + ", " + PipelineText.A0 + ", " + PipelineText.B6 + ", " + PipelineText.C23 + "; "
            + Head + PipelineText.C20 + ", " + PipelineText.A1 + ", " + PipelineText.B1 + ", " + PipelineText.C20 + "; "
            + Head + PipelineText.C21 + ", " + PipelineText.A1 + ", " + PipelineText.B3 + ", " + PipelineText.C21 + "; "
            + Head + PipelineText.C22 + ", " + PipelineText.A1 + ", " + PipelineText.B5 + ", " + PipelineText.C22 + "; "
            + Head + PipelineText.C23 + ", " + PipelineText.A1 + ", " + PipelineText.B7 + ", " + PipelineText.C23 + "; ",
        Row3 = Head + PipelineText.C30 + ", " + PipelineText.A0 + ", " + PipelineText.B0 + ", " + PipelineText.C30 + "; "
            + Head + PipelineText.C31 + ", " + PipelineText.A0 + ", " + PipelineText.B2 + ", " + PipelineText.C31 + "; "
            + Head + PipelineText.C32 + ", " + PipelineText.A0 + ", " + PipelineText.B4 + ", " + PipelineText.C32 + "; "
            + Head + PipelineText.C33 + ", " + PipelineText.A0 + ", " + PipelineText.B6 + ", " + PipelineText.C33 + "; "
            + Head + PipelineText.C30 + ", " + PipelineText.A1 + ", " + PipelineText.B1 + ", " + PipelineText.C30 + "; "
            + Head + PipelineText.C31 + ", " + PipelineText.A1 + ", " + PipelineText.B3 + ", " + PipelineText.C31 + "; "
            + Head + PipelineText.C32 + ", " + PipelineText.A1 + ", " + PipelineText.B5 + ", " + PipelineText.C32 + "; "
            + Head + PipelineText.C33 + ", " + PipelineText.A1 + ", " + PipelineText.B7 + ", " + PipelineText.C33 + "; ";

    public static void Copy(ArrayView<GpuLane32> source, long address, int index, ArrayView<GpuLane32> shared, int place) => PipelineText.Copy(address, index, place);

    public static void Commit() => PipelineText.Commit();

    public static void Wait() => PipelineText.Wait();

    public static NamedSums Start(Pack4<Pack2<GpuLane32>> columns) => PipelineText.Start(columns);

    public static NamedSums MultiplyAdd(NamedSums sums, Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right)
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
        return sums;
    }

    public static void Store(NamedSums sums, ArrayView<GpuLane32> target, long address, Pack4<Pack2<int>> places, Pack4<Pack2<int>> left) =>
        PipelineText.Store(address, places, left);

    private static void Left(Pack2<Pack4<GpuLane32>> rows) => CudaAsm.Emit(
        "cvt.rna.tf32.f32 ma0, %0; cvt.rna.tf32.f32 ma1, %1; cvt.rna.tf32.f32 ma2, %2; cvt.rna.tf32.f32 ma3, %3; cvt.rna.tf32.f32 ma4, %4; cvt.rna.tf32.f32 ma5, %5; cvt.rna.tf32.f32 ma6, %6; cvt.rna.tf32.f32 ma7, %7;",
        rows.X.X.Value, rows.Y.X.Value, rows.X.Y.Value, rows.Y.Y.Value, rows.X.Z.Value, rows.Y.Z.Value, rows.X.W.Value, rows.Y.W.Value);
}
