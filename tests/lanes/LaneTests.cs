using Catapult.Kernels;
using NUnit.Framework;
using static Catapult.Tests.LaneFunctions;

namespace Catapult.Tests;

/// <summary>The functions of every lane against the double lane, and those of the double lane against values of high precision.</summary>
public class LaneTests
{
    /// <summary>Ulps of the result. Below the smallest normal number of the type, where vectors may flush to 0, ulps of that number.</summary>
    private const double DoubleUlps = 4;

    private const double FloatUlps = 4;

    private static readonly double[] Places =
    [
        .. Samples.Special, 1e-3, -1e-3, 0.49, -0.49, 0.51, -0.51, 1, -1, 2.19, -2.19, 2.21, -2.21, 87, -87, 88.7, -88.7, 1e6, -1e6,
        .. Samples.Uniform(1, 2000, -4, 4), .. Samples.Uniform(2, 1000, -30, 30), .. Samples.Uniform(3, 500, -110, 110),
    ];

    private static readonly (string Name, IUnary Function, Func<PreciseValue, double> Value)[] Composed =
    [
        ("expm1", new LaneFunctions.Expm1(), row => row.Expm1),
        ("log1p", new LaneFunctions.Log1p(), row => row.Log1p),
        ("erf", new LaneFunctions.Erf(), row => row.Erf),
        ("sigmoid", new Sigmoid(), row => row.Sigmoid),
        ("softplus", new Softplus(), row => row.Softplus),
        ("tanh", new Tanh(), row => row.Tanh),
    ];

    [TestCaseSource(nameof(Composed))]
    public void ComposedFunctionsArePrecise((string Name, IUnary Function, Func<PreciseValue, double> Value) composed)
    {
        double[] x = Array.ConvertAll(PreciseValue.All, row => row.X), precise = Array.ConvertAll(PreciseValue.All, row => composed.Value(row));
        AssertClose(precise, OnLane64((dynamic)composed.Function, x), DType.Float64, DoubleUlps, $"{composed.Name} on Lane64");
        AssertClose(precise, OnVec64((dynamic)composed.Function, x), DType.Float64, DoubleUlps, $"{composed.Name} on Vec64");
        AssertClose(precise, OnWide64((dynamic)composed.Function, x), DType.Float64, DoubleUlps, $"{composed.Name} on Wide64");
    }

    [TestCaseSource(typeof(LaneFunctions), nameof(LaneFunctions.All))]
    public void EveryLaneAgreesWithTheDouble(IUnary function)
    {
        double[] singles = Array.ConvertAll(Places, x => (double)(float)x);
        AssertClose(OnLane64((dynamic)function, Places), OnVec64((dynamic)function, Places), DType.Float64, DoubleUlps, $"{function} on Vec64");
        AssertClose(OnLane64((dynamic)function, Places), OnWide64((dynamic)function, Places), DType.Float64, DoubleUlps, $"{function} on Wide64");
        AssertClose(OnLane64((dynamic)function, singles), OnVec32((dynamic)function, singles), DType.Float32, FloatUlps, $"{function} on Vec32");
        AssertClose(OnLane64((dynamic)function, singles), OnWide32((dynamic)function, singles), DType.Float32, FloatUlps, $"{function} on Wide32");
        AssertClose(OnLane64((dynamic)function, singles), OnLane32((dynamic)function, singles), DType.Float32, FloatUlps, $"{function} on Lane32");
    }

    [TestCaseSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Binary))]
    public void EveryLaneComparesAndCombinesAlike(IBinary formula) => CombinesAlike((dynamic)formula);

    private static void CombinesAlike<O>(O formula) where O : struct, IBinary
    {
        foreach (double second in Samples.Special.Where(double.IsFinite).Select(x => (double)(float)x))
        {
            var f = new WithSecond<O>(formula, second);
            double[] x = [.. Samples.Special.Select(value => (double)(float)value), second], expected = OnLane64(f, x);
            double Magnitude(int i) => Math.Max(Math.Abs(expected[i]), double.IsFinite(x[i]) ? Math.Max(Math.Abs(x[i]), Math.Abs(second)) : 0);
            AssertClose(expected, OnVec64(f, x), Magnitude, DType.Float64, DoubleUlps, $"{f} on Vec64");
            AssertClose(expected, OnWide64(f, x), Magnitude, DType.Float64, DoubleUlps, $"{f} on Wide64");
            AssertClose(expected, OnVec32(f, x), Magnitude, DType.Float32, FloatUlps, $"{f} on Vec32");
            AssertClose(expected, OnWide32(f, x), Magnitude, DType.Float32, FloatUlps, $"{f} on Wide32");
            AssertClose(expected, OnLane32(f, x), Magnitude, DType.Float32, FloatUlps, $"{f} on Lane32");
        }
    }

    private static void AssertClose(double[] expected, double[] actual, DType type, double ulps, string what) =>
        AssertClose(expected, actual, i => Math.Abs(expected[i]), type, ulps, what);

    private static void AssertClose(double[] expected, double[] actual, Func<int, double> magnitude, DType type, double ulps, string what)
    {
        double epsilon = Comparison.Epsilon(type), smallest = type == DType.Float32 ? Math.Pow(2, -126) : Math.Pow(2, -1022);
        if (type == DType.Float32) expected = Array.ConvertAll(expected, value => (double)(float)value);
        Comparison.Close(expected, actual, i => ulps * Math.Max(epsilon * magnitude(i), smallest), what);
    }
}
