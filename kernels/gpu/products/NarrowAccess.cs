namespace Catapult.Kernels.Gpu;

/// <summary>One by one: for every shape.</summary>
internal readonly struct NarrowAccess : IAccess
{
    public static Pack4<T> Load<P, T>(P operand, int batch, int outer, int depth) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T> => new(
        One<P, T>(operand, batch, outer, depth, 0),
        One<P, T>(operand, batch, outer, depth, 1),
        One<P, T>(operand, batch, outer, depth, 2),
        One<P, T>(operand, batch, outer, depth, 3));

    private static T One<P, T>(P operand, int batch, int outer, int depth, int step) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T>
    {
        int index = P.AlongDepth ? operand.Find(operand.Locate(batch, outer), depth + step) : operand.Find(operand.Locate(batch, outer + step), depth);
        T element = T.Zero;
        if (index >= 0) element = operand.View[index];
        return element;
    }
}
