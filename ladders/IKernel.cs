namespace Catapult.Ladders;

/// <summary>A rung of plain code.</summary>
/// <typeparam name="P">The problem it solves.</typeparam>
internal interface IKernel<P> where P : Problem
{
    /// <summary>Solves the problem, whatever its shape.</summary>
    static abstract void Run(P problem);
}
