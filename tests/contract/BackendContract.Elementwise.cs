using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    /// <summary>What vectorized transcendentals and a few roundings may cost; the magnitude counts the argument too.</summary>
    private const double ElementwiseUlps = 16;

    [Test]
    public void FillsAndConvertsAllTypes([Values] DType from, [Values] DType to)
    {
        SkipUnsupported(from);
        double[] values = [0, 1, -1, 2.75, -2.75, 1e-8, 123456.75, -123456.75, .. Samples.Uniform(1, LongestTail, -1000, 1000)];
        Check("fill", to, 0, rig => Fill(rig, 37, -2.75));
        Check($"{from} to {to}", to, 0, rig =>
        {
            var y = rig.Target(values.Length);
            rig.Backend.Convert(rig.Operand(values, from), y);
            return [y];
        });

        static DeviceBuffer[] Fill(Rig rig, int length, double value)
        {
            var y = rig.Target(length);
            rig.Backend.Fill(y, value);
            return [y];
        }
    }

    [Test]
    public void UnaryOfEveryLength([Floats] DType type)
    {
        for (int length = 0; length <= LongestTail; length++) CheckUnary(new Silu(), type, Samples.Uniform(length, length, -4, 4));
        CheckUnary(new Silu(), type, Samples.Uniform(1, Long, -4, 4));
    }

    [Test]
    public void EveryUnaryFormula(
        [ValueSource(typeof(FormulaCatalog), nameof(FormulaCatalog.Unary))] IUnary formula, [Floats] DType type) =>
        Every((dynamic)formula, type);

    [Test]
    public void UnaryInPlace([Floats] DType type) => Check("silu in place", type, ElementwiseUlps, rig =>
    {
        var x = rig.Operand(Samples.Uniform(1, LongestTail, -4, 4));
        rig.Backend.Unary(new Silu(), x, x);
        return [x];
    });

    [Test]
    public void GathersByIndex([Values] DType type)
    {
        foreach (int length in (int[])[0, 1, 7, LongestTail, Long])
            Check($"gather of {length}", type, 0, rig =>
            {
                var y = rig.Target(length);
                rig.Backend.Gather(rig.Operand(Samples.Uniform(1, 311, -1e6, 1e6)), rig.Indices(Samples.Below(311, 2, length)), y);
                return [y];
            });
    }

    private void Every<O>(O f, DType type) where O : struct, IUnary
    {
        double[] x = [.. Samples.Special, .. Samples.Uniform(3, LongestTail, -4, 4)];
        CheckUnary(f, type, x);
        CheckUnary(new Derivative<O>(f), type, x);
    }

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
