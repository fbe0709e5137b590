using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>The lanes' own functions as formulas, and formulas evaluated on each lane.</summary>
internal static class LaneFunctions
{
    /// <summary>All functions of one variable that lanes offer.</summary>
    public static IEnumerable<IUnary> All =>
    [
        new Exp(), new Log(), new Sin(), new Cos(), new Sqrt(), new Rsqrt(), new Abs(), new Tanh(), new Sigmoid(), new Softplus(),
        new Expm1(), new Log1p(), new Erf(), new Pow(2), new Pow(3), new Pow(-1), new Pow(-3), new Pow(0.5), new Pow(1.75), new Pow(0), new Pow(9),
    ];

    /// <summary>f on one double.</summary>
    public static double On64<O>(O f, double x) where O : struct, IUnary => f.F(new Lane64(x)).Value;

    /// <summary>f on one double after the other.</summary>
    public static double[] OnLane64<O>(O f, double[] x) where O : struct, IUnary => Array.ConvertAll(x, value => On64(f, value));

    /// <summary>f on one float after the other.</summary>
    public static double[] OnLane32<O>(O f, double[] x) where O : struct, IUnary =>
        Array.ConvertAll(x, value => (double)f.F(new Lane32((float)value)).Value);

    /// <summary>f on vectors of doubles.</summary>
    public static double[] OnVec64<O>(O f, double[] x) where O : struct, IUnary =>
        OnVectors<double>(x, Vector<double>.Count, part => f.F(new Vec64(new(part))).Value.CopyTo(part));

    /// <summary>f on vectors of floats.</summary>
    public static double[] OnVec32<O>(O f, double[] x) where O : struct, IUnary =>
        OnVectors<float>(x, Vector<float>.Count, part => f.F(new Vec32(new(part))).Value.CopyTo(part));

    /// <summary>f on 512-bit vectors of doubles.</summary>
    public static double[] OnWide64<O>(O f, double[] x) where O : struct, IUnary =>
        OnVectors<double>(x, Vector512<double>.Count, part => f.F(new Wide64(Vector512.Create(part))).Value.CopyTo(part));

    /// <summary>f on 512-bit vectors of floats.</summary>
    public static double[] OnWide32<O>(O f, double[] x) where O : struct, IUnary =>
        OnVectors<float>(x, Vector512<float>.Count, part => f.F(new Wide32(Vector512.Create(part))).Value.CopyTo(part));

    /// <summary>Replaces one vector after the other by f of it; the last one is padded with zeros.</summary>
    private static double[] OnVectors<E>(double[] x, int count, Action<E[]> f) where E : INumber<E>
    {
        E[] y = new E[(x.Length + count - 1) / count * count];
        for (int start = 0; start < y.Length; start += count)
        {
            var part = new E[count];
            for (int i = 0; i < count && start + i < x.Length; i++) part[i] = E.CreateTruncating(x[start + i]);
            f(part);
            part.CopyTo(y, start);
        }
        return Array.ConvertAll(y[..x.Length], double.CreateTruncating);
    }

    /// <summary>e^x - 1.</summary>
    public readonly record struct Expm1 : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T F<T>(T x) where T : struct, ILane<T> => T.Expm1(x);
    }

    /// <summary>log(1 + x).</summary>
    public readonly record struct Log1p : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T F<T>(T x) where T : struct, ILane<T> => T.Log1p(x);
    }

    /// <summary>The error function.</summary>
    public readonly record struct Erf : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T F<T>(T x) where T : struct, ILane<T> => T.Erf(x);
    }

    /// <summary>A formula of two variables with the second held.</summary>
    public readonly record struct WithSecond<O>(O Formula, double Second) : IUnary where O : struct, IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T F<T>(T x) where T : struct, ILane<T> => Formula.F(x, T.Const(Second));
    }

    /// <summary>A formula of two variables with the first held.</summary>
    public readonly record struct WithFirst<O>(O Formula, double First) : IUnary where O : struct, IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T F<T>(T x) where T : struct, ILane<T> => Formula.F(T.Const(First), x);
    }
}
