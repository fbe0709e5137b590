using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// SGD with momentum in all its forms, which differ in their coefficients alone, d being the direction of <see cref="Descent"/>:
/// v = momentum * v + intake * d; w = keep * w - (direct * d + along * v).
/// Nesterov moves directly along d as well; the two momentum forms put the learning rate into the intake or into the move.
/// </summary>
public readonly struct MomentumRule : IUpdateRule
{
    /// <inheritdoc/>
    public static int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<T>(in Coefficients<T> c, ref T w, T g, ref Slots<T> s) where T : struct, ILane<T>
    {
        T momentum = c[3], intake = c[4], direct = c[5], along = c[6];
        T d = Descent.Direction(in c, w, g);
        s.S0 = T.MultiplyAdd(momentum, s.S0, intake * d);
        w = Descent.Kept(in c, w) - T.MultiplyAdd(direct, d, along * s.S0);
    }
}
