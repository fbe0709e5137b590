using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>
/// What every backend must do, kernel by kernel, on adversarial shapes and values. A backend's fixture derives from this class and
/// creates its backend; results are compared with the reference backend's, within tolerances that scale with the magnitudes involved:
/// a number of ulps, times the epsilon of the result's type, times a magnitude for each element.
/// </summary>
[Category("Contract")]
public abstract partial class BackendContract
{
    /// <summary>Around and beyond all vector widths and their multiples.</summary>
    private const int LongestTail = 257;

    /// <summary>Long enough to be split among threads; a prime, so that no block divides it.</summary>
    private const int Long = 100_003;

    /// <summary>Winograd's F(4x4, 3x3) against a direct sum: its transforms add up numbers several times as large as their results.</summary>
    private const double WinogradFactor = 2;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, LongestTail + 1)];

    private Backend backend = null!;
    private Backend specification = null!;
    private int cases;

    /// <summary>The backend under test.</summary>
    protected abstract Backend Create();

    /// <summary>What it is held against.</summary>
    protected virtual Backend CreateSpecification() => new ReferenceBackend();

    /// <summary>Whether results must equal the specification's to the bit.</summary>
    protected virtual bool ToTheBit => false;

    /// <summary>Of how many cases of a test one is run, the first among them: more than 1 for a backend that takes its time.</summary>
    protected virtual int CasesForOne => 1;

    /// <summary>Whether the backend computes in a type at all; tests of others are skipped.</summary>
    protected virtual bool Supports(DType type) => true;

    [OneTimeSetUp]
    public void CreateBackends() => (backend, specification) = (Create(), CreateSpecification());

    [SetUp]
    public void CountCases() => cases = 0;

    [OneTimeTearDown]
    public void DisposeBackends()
    {
        backend?.Dispose();
        specification?.Dispose();
    }

    /// <summary>How far rounding errors of a sum of random terms drift, in ulps of the sum of their magnitudes: they walk at random.</summary>
    private static double SumUlps(int terms) => 8 + 2 * Math.Sqrt(terms);

    /// <summary>Runs a kernel on both backends and compares all it returns, every element's magnitude being 1 or its own, the larger.</summary>
    private void Check(string what, DType type, double ulps, Func<Rig, DeviceBuffer[]> kernel) =>
        Check(what, type, kernel, (_, _, expected) => ulps * Math.Max(1, Math.Abs(expected)));

    /// <summary>
    /// Does the same for a kernel that sums products: the magnitude of an element is the sum over its terms' magnitudes. Winograd's transforms mix the sums
    /// of a tile, so an element may err by a small factor of what the largest may.
    /// </summary>
    private void CheckSum(string what, DType type, int terms, Func<Rig, DeviceBuffer[]> kernel, bool isWinograd = false)
    {
        SkipUnsupported(type);
        if (IsLeftOut()) return;
        var magnitudes = ToTheBit ? [] : new Rig(specification, type, absolute: true).Run(kernel);
        double[] largest = isWinograd ? [.. magnitudes.Select(result => result.Values.Max() * WinogradFactor)] : [];
        Compare(what, type, kernel, (output, i, _) => SumUlps(terms) * (isWinograd ? largest[output] : magnitudes[output].Values[i]));
    }

    /// <summary>Does the same with a tolerance, in ulps of 1, for each element, given the result's number, the element's, and its value.</summary>
    private void Check(string what, DType type, Func<Rig, DeviceBuffer[]> kernel, Func<int, int, double, double> ulps)
    {
        SkipUnsupported(type);
        if (!IsLeftOut()) Compare(what, type, kernel, ulps);
    }

    private void Compare(string what, DType type, Func<Rig, DeviceBuffer[]> kernel, Func<int, int, double, double> ulps)
    {
        var expected = new Rig(specification, type).Run(kernel);
        var actual = new Rig(backend, type).Run(kernel);
        for (int output = 0; output < expected.Length; output++)
        {
            string name = expected.Length == 1 ? what : $"{what}, result {output}";
            var (resultType, values) = expected[output];
            if (ToTheBit) Comparison.Same(values, actual[output].Values, name);
            else Comparison.Close(values, actual[output].Values, i => ulps(output, i, values[i]) * Comparison.Epsilon(resultType), name);
        }
    }

    private bool IsLeftOut() => cases++ % CasesForOne != 0;

    /// <summary>Numbers away from 0, and one in their midst that is none.</summary>
    private static double[] Poisoned(int length, double poison)
    {
        double[] values = Samples.Uniform(1, length, 0.25, 1);
        values[length / 2] = poison;
        return values;
    }

    private void SkipUnsupported(DType type)
    {
        if (!Supports(type)) Assert.Ignore($"The {backend.Name} backend does not compute in {type}.");
    }
}
