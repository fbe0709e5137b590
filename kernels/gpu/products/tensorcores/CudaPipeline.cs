using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// The instructions of <see cref="PipelinedProductKernel{P, Q, U, S, W}"/>, compute capability 8.0 and later, as inline text. Operands of inline text that
/// come back pass through memory, which the assembler does not see through in a kernel with asynchronous copies; so sums and operands lie in registers that
/// the text itself declares, and what goes in goes in by value.
/// </summary>
/// <typeparam name="M">The numbers that are multiplied.</typeparam>
internal readonly struct CudaPipeline<M> : IPipelinedUnit<NamedSums> where M : struct, INamedBlocks
{
    /// <summary>cp.async of 16 bytes, of which none are read and zeros written where the index is negative.</summary>
    public static void Copy(ArrayView<GpuLane32> source, long address, int index, ArrayView<GpuLane32> shared, int place)
    {
        int bytes = index < 0 ? 0 : 16;
        long from = address + (index < 0 ? 0L : 4L * index);
        CudaAsm.Emit("{.reg .u32 to; mov.u32 to, __shared_alloca0; add.u32 to, to, %0; cp.async.cg.shared.global [to], [%1], 16, %2;}", 4 * place, from, bytes);
    }

    /// <summary>Makes a parcel of this thread's copies.</summary>
    public static void Commit() => CudaAsm.Emit("cp.async.commit_group;");

    /// <summary>Waits for all parcels but the latest.</summary>
    public static void Wait() => CudaAsm.Emit("cp.async.wait_group 1;");

    /// <summary>Declares the registers and sets the sums of each column.</summary>
    public static NamedSums Start(Pack4<Pack2<GpuLane32>> columns)
    {
        CudaAsm.Emit(".reg .f32 mc<64>; .reg .b32 ma<8>; .reg .b32 mb<16>;");
        CudaAsm.Emit(
            "mov.f32 mc0, %0; mov.f32 mc1, %1; mov.f32 mc2, %0; mov.f32 mc3, %1; mov.f32 mc16, %0; mov.f32 mc17, %1; mov.f32 mc18, %0; mov.f32 mc19, %1; "
            + "mov.f32 mc32, %0; mov.f32 mc33, %1; mov.f32 mc34, %0; mov.f32 mc35, %1; mov.f32 mc48, %0; mov.f32 mc49, %1; mov.f32 mc50, %0; mov.f32 mc51, %1;",
            columns.X.X.Value, columns.X.Y.Value);
        CudaAsm.Emit(
            "mov.f32 mc4, %0; mov.f32 mc5, %1; mov.f32 mc6, %0; mov.f32 mc7, %1; mov.f32 mc20, %0; mov.f32 mc21, %1; mov.f32 mc22, %0; mov.f32 mc23, %1; "
            + "mov.f32 mc36, %0; mov.f32 mc37, %1; mov.f32 mc38, %0; mov.f32 mc39, %1; mov.f32 mc52, %0; mov.f32 mc53, %1; mov.f32 mc54, %0; mov.f32 mc55, %1;",
            columns.Y.X.Value, columns.Y.Y.Value);
        CudaAsm.Emit(
            "mov.f32 mc8, %0; mov.f32 mc9, %1; mov.f32 mc10, %0; mov.f32 mc11, %1; mov.f32 mc24, %0; mov.f32 mc25, %1; mov.f32 mc26, %0; mov.f32 mc27, %1; "
            + "mov.f32 mc40, %0; mov.f32 mc41, %1; mov.f32 mc42, %0; mov.f32 mc43, %1; mov.f32 mc56, %0; mov.f32 mc57, %1; mov.f32 mc58, %0; mov.f32 mc59, %1;",
            columns.Z.X.Value, columns.Z.Y.Value);
        CudaAsm.Emit(
            "mov.f32 mc12, %0; mov.f32 mc13, %1; mov.f32 mc14, %0; mov.f32 mc15, %1; mov.f32 mc28, %0; mov.f32 mc29, %1; mov.f32 mc30, %0; mov.f32 mc31, %1; "
            + "mov.f32 mc44, %0; mov.f32 mc45, %1; mov.f32 mc46, %0; mov.f32 mc47, %1; mov.f32 mc60, %0; mov.f32 mc61, %1; mov.f32 mc62, %0; mov.f32 mc63, %1;",
            columns.W.X.Value, columns.W.Y.Value);
        return default;
    }

    /// <summary>The products of the blocks.</summary>
    public static NamedSums MultiplyAdd(NamedSums sums, Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right)
    {
        M.MultiplyAdd(left, right);
        return sums;
    }

    /// <summary>Stores the sums, two neighbours at once.</summary>
    public static void Store(NamedSums sums, ArrayView<GpuLane32> target, long address, Pack4<Pack2<int>> places, Pack4<Pack2<int>> left)
    {
        const string Begin = "{.reg .pred p0, p1, p2, p3; setp.gt.s32 p0, %1, 0; setp.gt.s32 p1, %1, 8; setp.gt.s32 p2, %1, 16; setp.gt.s32 p3, %1, 24; ";
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc0, mc1}; @p1 st.global.v2.f32 [%0+32], {mc4, mc5}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc8, mc9}; @p3 st.global.v2.f32 [%0+96], {mc12, mc13};}", address + 4L * places.X.X, left.X.X);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc2, mc3}; @p1 st.global.v2.f32 [%0+32], {mc6, mc7}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc10, mc11}; @p3 st.global.v2.f32 [%0+96], {mc14, mc15};}", address + 4L * places.X.Y, left.X.Y);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc16, mc17}; @p1 st.global.v2.f32 [%0+32], {mc20, mc21}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc24, mc25}; @p3 st.global.v2.f32 [%0+96], {mc28, mc29};}", address + 4L * places.Y.X, left.Y.X);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc18, mc19}; @p1 st.global.v2.f32 [%0+32], {mc22, mc23}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc26, mc27}; @p3 st.global.v2.f32 [%0+96], {mc30, mc31};}", address + 4L * places.Y.Y, left.Y.Y);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc32, mc33}; @p1 st.global.v2.f32 [%0+32], {mc36, mc37}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc40, mc41}; @p3 st.global.v2.f32 [%0+96], {mc44, mc45};}", address + 4L * places.Z.X, left.Z.X);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc34, mc35}; @p1 st.global.v2.f32 [%0+32], {mc38, mc39}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc42, mc43}; @p3 st.global.v2.f32 [%0+96], {mc46, mc47};}", address + 4L * places.Z.Y, left.Z.Y);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc48, mc49}; @p1 st.global.v2.f32 [%0+32], {mc52, mc53}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc56, mc57}; @p3 st.global.v2.f32 [%0+96], {mc60, mc61};}", address + 4L * places.W.X, left.W.X);
        CudaAsm.Emit(
            Begin + "@p0 st.global.v2.f32 [%0], {mc50, mc51}; @p1 st.global.v2.f32 [%0+32], {mc54, mc55}; "
            + "@p2 st.global.v2.f32 [%0+64], {mc58, mc59}; @p3 st.global.v2.f32 [%0+96], {mc62, mc63};}", address + 4L * places.W.Y, left.W.Y);
    }
}
