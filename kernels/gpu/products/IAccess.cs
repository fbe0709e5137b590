namespace Catapult.Kernels.Gpu;

/// <summary>How four neighbouring elements of an operand are read.</summary>
internal interface IAccess
{
    /// <summary>The elements from (outer, depth) on, along the axis that is contiguous in memory.</summary>
    static abstract Pack4<T> Load<P, T>(P operand, int batch, int outer, int depth) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T>;
}
