using Catapult.Kernels;
using NUnit.Framework;
using static Catapult.Tests.LaneFunctions;

namespace Catapult.Tests;

/// <summary>Identities between the composed functions of the double lane.</summary>
public class LaneIdentityTests
{
    private const double Tolerance = 1e-14;

    [FsCheck.NUnit.Property]
    public void FunctionsObeyTheirIdentities(FsCheck.NormalFloat sample)
    {
        double x = sample.Get % 300;
        Assert.Multiple(() =>
        {
            Assert.That(On64(new LaneFunctions.Erf(), -x), Is.EqualTo(-On64(new LaneFunctions.Erf(), x)), "erf is odd");
            Assert.That(On64(new Sigmoid(), x) + On64(new Sigmoid(), -x), Is.EqualTo(1).Within(Tolerance), "sigmoid(x) + sigmoid(-x)");
            AssertRelative(On64(new Softplus(), x) - On64(new Softplus(), -x), x, "softplus(x) - softplus(-x)");
            AssertRelative(On64(new Tanh(), x / 2), 2 * On64(new Sigmoid(), x) - 1, "tanh(x / 2) by sigmoid");
            AssertRelative(On64(new LaneFunctions.Log1p(), On64(new LaneFunctions.Expm1(), Math.Abs(x))), Math.Abs(x), "log1p of expm1");
        });
    }

    private static void AssertRelative(double actual, double expected, string what) =>
        Assert.That(actual, Is.EqualTo(expected).Within(Tolerance * Math.Max(1, Math.Abs(expected))), what);
}
