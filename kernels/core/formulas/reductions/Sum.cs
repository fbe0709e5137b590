using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The sum of all elements; 0 of none.</summary>
public readonly record struct Sum : IReduction
{
    /// <inheritdoc/>
    public T Identity<T>() where T : struct, ILane<T> => T.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Combine<T>(T a, T b) where T : struct, ILane<T> => a + b;
}
