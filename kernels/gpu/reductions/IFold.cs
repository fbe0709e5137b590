namespace Catapult.Kernels.Gpu;

/// <summary>
/// What is to be folded along the middle axis of (outer, reduced, inner), and where the results go. The struct holds the views that it reads and
/// writes, so that a fold may read several operands and compute on the way.
/// </summary>
/// <typeparam name="F">The struct itself.</typeparam>
/// <typeparam name="S">The state of a partial result.</typeparam>
internal interface IFold<F, S> where F : struct, IFold<F, S> where S : unmanaged
{
    /// <summary>The fold of one line, with what is the same for all its elements read into registers.</summary>
    F Of(int outer, int inner);

    /// <summary>The state of no element.</summary>
    S Identity();

    /// <summary>A state with one more element.</summary>
    S Add(S state, int outer, int reduced, int inner);

    /// <summary>Two states as one, the first being of earlier elements.</summary>
    S Merge(S a, S b);

    /// <summary>Stores the result of a line.</summary>
    void Write(S state, int outer, int inner);
}
