namespace Catapult.Kernels;

/// <summary>Packs some panels of the right operand's current slice.</summary>
internal readonly unsafe struct PackRightJob<E, V>(MatMulProblem<E> problem, int slice, int depth, int panelsInPart, E* packed) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int width = MatMulTile<E, V>.Columns, first = part * panelsInPart * width, columns = Math.Min(panelsInPart * width, problem.N - first);
        E* source = problem.B + first * problem.ColumnB + slice * problem.DepthB;
        MatMulPacking<E>.Pack(source, problem.ColumnB, problem.DepthB, columns, depth, width, packed + (nint)first * depth);
    }
}
