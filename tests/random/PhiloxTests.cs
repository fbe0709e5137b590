using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The known answers that the authors of Philox publish with Random123 (tests/kat_vectors, philox4x32 10).</summary>
public class PhiloxTests
{
    [TestCase(0ul, 0ul, 0ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u, TestName = "Zeros")]
    [TestCase(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu,
        TestName = "Ones")]
    [TestCase(0x299f31d0_a4093822ul, 0x85a308d3_243f6a88ul, 0x03707344_13198a2eul,
        0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u, TestName = "Digits of pi")]
    public void KnownAnswers(ulong key, ulong low, ulong high, uint x, uint y, uint z, uint w) =>
        Assert.That(Philox.Block(key, low, high), Is.EqualTo((x, y, z, w)));
}
