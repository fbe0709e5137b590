namespace Catapult.Kernels;

/// <summary>Packs some panels of a stretch of the right operand: packed (slice, panel, depth of the slice, panel width).</summary>
internal readonly unsafe struct PackRightJob<E, V>(MatMulProblem<E> problem, int panelsInPart, E* packed) : IJob
    where E : unmanaged where V : struct, IVectorLane<V, E>
{
    public void Run(int part)
    {
        int width = MatMulTile<E, V>.Columns, first = part * panelsInPart * width, columns = Math.Min(panelsInPart * width, problem.N - first);
        for (int slice = problem.Start; slice < problem.End; slice += MatMulBlocking.Depth)
        {
            int depth = Math.Min(MatMulBlocking.Depth, problem.End - slice);
            E* source = problem.B + first * problem.ColumnB + slice * problem.DepthB, target = packed + (nint)(slice - problem.Start) * problem.PaddedN + (nint)first * depth;
            MatMulPacking<E, V>.Pack(source, problem.ColumnB, problem.DepthB, columns, depth, width, target);
        }
    }
}
