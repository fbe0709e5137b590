using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>In one instruction: where the contiguous axes, and all steps along the others, are multiples of four.</summary>
internal readonly struct WideAccess : IAccess
{
    public static Pack4<T> Load<P, T>(P operand, int batch, int outer, int depth) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T>
    {
        int index = operand.Find(operand.Locate(batch, outer), depth);
        Pack4<T> pack = default;
        if (index >= 0) pack = operand.View.Cast<Pack4<T>>()[index / Pack4<T>.Count];
        return pack;
    }

    public static Pack4<T> Load<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T> =>
        line.Cast<Pack4<T>>()[place / Pack4<T>.Count];

    public static void Store<T>(ArrayView<T> line, int place, int left, Pack4<T> values) where T : unmanaged, IGpuLane<T> =>
        line.Cast<Pack4<T>>()[place / Pack4<T>.Count] = values;

    public static Pack2<T> LoadPair<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T> =>
        line.Cast<Pack2<T>>()[place / Pack2<T>.Count];

    public static void StorePair<T>(ArrayView<T> line, int place, int left, Pack2<T> values) where T : unmanaged, IGpuLane<T> =>
        line.Cast<Pack2<T>>()[place / Pack2<T>.Count] = values;
}
