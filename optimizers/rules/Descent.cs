using System.Runtime.CompilerServices;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// The part of an update that all rules share, in their first three coefficients sign, decay and keep: the direction d = sign * g + decay * w
/// with the coupled decay, and what the decoupled one leaves of the weight, keep * w. <see cref="OptimizerOptions"/> fills them in, and a rule's
/// own coefficients follow from c[<see cref="Count"/>].
/// </summary>
public static class Descent
{
    /// <summary>The number of shared coefficients.</summary>
    public const int Count = 3;

    /// <summary>sign * g + decay * w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Direction<T>(in Coefficients<T> c, T w, T g) where T : struct, ILane<T> => T.MultiplyAdd(c[1], w, c[0] * g);

    /// <summary>keep * w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Kept<T>(in Coefficients<T> c, T w) where T : struct, ILane<T> => c[2] * w;

    internal static void Fill(OptimizerOptions options, ParameterGroup group, Span<double> c)
    {
        bool coupled = (group.DecayMode ?? options.Decay) == WeightDecayMode.Coupled;
        c[0] = options.Maximize ? -1 : 1;
        c[1] = coupled ? group.WeightDecay : 0;
        c[2] = coupled ? 1 : 1 - group.LearningRate * group.WeightDecay;
    }
}
