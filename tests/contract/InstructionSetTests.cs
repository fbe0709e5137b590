using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>
/// The contract also runs in processes whose runtime was told to leave some of the machine's instructions alone; these tests see that it does.
/// </summary>
[Category("Contract")]
public class InstructionSetTests
{
    [Test]
    public void VectorsAreAcceleratedUnlessIntrinsicsAreSwitchedOff()
    {
        bool expected = !IsSwitchedOff("HWIntrinsic");
        Assert.That((Vector.IsHardwareAccelerated, Vector128.IsHardwareAccelerated), Is.EqualTo((expected, expected)));
    }

    [Test]
    public void WithoutAvx2NothingIsWideAndNothingFuses()
    {
        Assert.That(Vector<byte>.Count > Vector128<byte>.Count, Is.EqualTo(Avx2.IsSupported));
        if (IsSwitchedOff("AVX2") || IsSwitchedOff("HWIntrinsic")) Assert.That((Avx2.IsSupported, Fma.IsSupported), Is.EqualTo((false, false)));
    }

    [Test]
    public void WithoutAvx512NothingIs512BitsWide()
    {
        if (IsSwitchedOff("AVX512") || IsSwitchedOff("AVX2") || IsSwitchedOff("HWIntrinsic")) Assert.That(Vector512.IsHardwareAccelerated, Is.False);
    }

    private static bool IsSwitchedOff(string instructions) => Environment.GetEnvironmentVariable($"DOTNET_Enable{instructions}") == "0";
}
