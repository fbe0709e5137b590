using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>How four neighbouring elements are read and written.</summary>
internal interface IAccess
{
    /// <summary>The elements of an operand from (outer, depth) on, along the axis that is contiguous in memory.</summary>
    static abstract Pack4<T> Load<P, T>(P operand, int batch, int outer, int depth) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T>;

    /// <summary>The elements of a line from a place on, of which <paramref name="left"/> are left, at least one; zeros behind them.</summary>
    static abstract Pack4<T> Load<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T>;

    /// <summary>The same for two neighbours.</summary>
    static abstract Pack2<T> LoadPair<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T>;

    /// <summary>Writes as many of the elements as are left of a line.</summary>
    static abstract void Store<T>(ArrayView<T> line, int place, int left, Pack4<T> values) where T : unmanaged, IGpuLane<T>;

    /// <summary>The same for two neighbours.</summary>
    static abstract void StorePair<T>(ArrayView<T> line, int place, int left, Pack2<T> values) where T : unmanaged, IGpuLane<T>;
}
