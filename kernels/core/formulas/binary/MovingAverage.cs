using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>(1 - Momentum) * running + Momentum * Correction * sample: how running statistics follow a batch's.</summary>
public readonly record struct MovingAverage(double Momentum, double Correction) : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T running, T sample) where T : struct, ILane<T> => T.Const(1 - Momentum) * running + T.Const(Momentum * Correction) * sample;
}
