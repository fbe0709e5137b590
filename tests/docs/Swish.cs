using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The formula that README.md writes: x * sigmoid(beta x).</summary>
public readonly record struct Swish(double Beta) : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T F<T>(T x) where T : struct, ILane<T> => x * T.Sigmoid(T.Const(Beta) * x);
}
