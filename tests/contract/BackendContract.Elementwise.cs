using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>What vectorized transcendentals and a few roundings may cost; the magnitude counts the argument too.</summary>
    private const double ElementwiseUlps = 16;

    [Test]
    public void FillsEveryLength([Values] DType type)
    {
        foreach (int length in Lengths) CheckFill(type, length, -2.75);
    }

    [Test]
    public void FillsWithSpecialNumbers([Floats] DType type)
    {
        foreach (double value in Samples.Special) CheckFill(type, 5, value);
    }

    [Test]
    public void ConvertsAllTypesOfEveryLength([Values] DType from, [Values] DType to)
    {
        SkipUnsupported(from);
        foreach (int length in Lengths) CheckConversion(from, to, Samples.Uniform(1, length, -123456, 123456));
    }

    [Test]
    public void ConvertsSpecialNumbers([Floats] DType from, [Floats] DType to)
    {
        SkipUnsupported(from);
        // Beyond float: too large, too small, and a subnormal.
        CheckConversion(from, to, [.. Samples.Special, double.MaxValue, double.MinValue, double.Epsilon, 1e-40]);
    }

    [Test]
    public void UnaryOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths) CheckUnary(new Silu(), type, Samples.Uniform(length, length, -4, 4));
        CheckUnary(new Silu(), type, Samples.Uniform(1, Long, -4, 4));
    }

    [Test]
    public void EveryUnaryFormula(
        [ValueSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Unary))] IUnary formula, [Floats] DType type) =>
        Every((dynamic)formula, type);

    [Test]
    public void UnaryInPlaceOfEveryLength([Floats] DType type)
    {
        foreach (int length in Lengths)
            Check($"silu in place of {length}", type, ElementwiseUlps, rig =>
            {
                var x = rig.Operand(Samples.Uniform(1, length, -4, 4));
                rig.Backend.Unary(new Silu(), x, x);
                return [x];
            });
    }

    [Test]
    public void GathersByIndex([Values] DType type)
    {
        double[] x = Samples.Uniform(1, 311, -1e6, 1e6);
        foreach (int length in (int[])[.. Lengths, Long]) CheckGather(type, x, length);
    }

    [Test]
    public void GathersSpecialNumbers([Floats] DType type) => CheckGather(type, Samples.Special, LongestTail);

    private void Every<O>(O f, DType type) where O : struct, IUnary
    {
        double[] x = [.. Samples.Special, .. Samples.Uniform(3, LongestTail, -4, 4)];
        CheckUnary(f, type, x);
        CheckUnary(new Derivative<O>(f), type, x);
    }

    private void CheckFill(DType type, int length, double value) => Check($"fill of {length} with {value}", type, 0, rig =>
    {
        var y = rig.Target(length);
        rig.Backend.Fill(y, value);
        return [y];
    });

    private void CheckConversion(DType from, DType to, double[] values) => Check($"{values.Length} of {from} to {to}", to, 0, rig =>
    {
        var y = rig.Target(values.Length);
        rig.Backend.Convert(rig.Operand(values, from), y);
        return [y];
    });

    private void CheckGather(DType type, double[] x, int length) => CheckGather(type, x, length, 1);

    private void CheckUnary<O>(O f, DType type, double[] x) where O : struct, IUnary => Check(
        $"{f} of {x.Length}",
        type,
        rig =>
        {
            var y = rig.Target(x.Length);
            rig.Backend.Unary(f, rig.Operand(x), y);
            return [y];
        },
        (_, i, expected) => ElementwiseUlps * Magnitude(expected, x[i]));

    /// <summary>The largest of 1 and all finite numbers.</summary>
    private static double Magnitude(params ReadOnlySpan<double> values)
    {
        double largest = 1;
        foreach (double value in values) if (double.IsFinite(value)) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
