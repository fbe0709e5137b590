using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>A rung written over the engine's vector lanes: one source for vectors of 128, 256 and 512 bits.</summary>
/// <typeparam name="P">The problem it solves.</typeparam>
internal interface IVectorKernel<P> where P : Problem
{
    /// <summary>Solves the problem, whatever its shape.</summary>
    static abstract void Run<V>(P problem) where V : struct, IVectorLane<V, float>;
}
