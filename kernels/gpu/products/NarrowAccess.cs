using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>One by one: for every shape.</summary>
internal readonly struct NarrowAccess : IAccess
{
    public static Pack4<T> Load<P, T>(P operand, int batch, int outer, int depth) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T> => new(
        One<P, T>(operand, batch, outer, depth, 0),
        One<P, T>(operand, batch, outer, depth, 1),
        One<P, T>(operand, batch, outer, depth, 2),
        One<P, T>(operand, batch, outer, depth, 3));

    public static Pack4<T> Load<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T>
    {
        Pack4<T> pack = default;
        pack.X = line[place];
        if (left > 1) pack.Y = line[place + 1];
        if (left > 2) pack.Z = line[place + 2];
        if (left > 3) pack.W = line[place + 3];
        return pack;
    }

    public static void Store<T>(ArrayView<T> line, int place, int left, Pack4<T> values) where T : unmanaged, IGpuLane<T>
    {
        line[place] = values.X;
        if (left > 1) line[place + 1] = values.Y;
        if (left > 2) line[place + 2] = values.Z;
        if (left > 3) line[place + 3] = values.W;
    }

    public static Pack2<T> LoadPair<T>(ArrayView<T> line, int place, int left) where T : unmanaged, IGpuLane<T>
    {
        Pack2<T> pack = default;
        pack.X = line[place];
        if (left > 1) pack.Y = line[place + 1];
        return pack;
    }

    public static void StorePair<T>(ArrayView<T> line, int place, int left, Pack2<T> values) where T : unmanaged, IGpuLane<T>
    {
        line[place] = values.X;
        if (left > 1) line[place + 1] = values.Y;
    }

    private static T One<P, T>(P operand, int batch, int outer, int depth, int step) where P : struct, IOperand<T> where T : unmanaged, IGpuLane<T>
    {
        int index = P.AlongDepth ? operand.Find(operand.Locate(batch, outer), depth + step) : operand.Find(operand.Locate(batch, outer + step), depth);
        T element = T.Zero;
        if (index >= 0) element = operand.View[index];
        return element;
    }
}
