using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

public abstract partial class BackendContract
{
    [Test]
    public void RandomNumbersAreAddressedToTheBit([Floats] DType type, [Values] RandomDistribution distribution)
    {
        var stream = new RandomStream(0x5EED, 3);
        foreach (int length in Lengths)
            foreach (ulong start in (ulong[])[0, 1, 2, 3, (1ul << 33) + 1])
                CheckRandom(type, distribution, stream, start, length);
        CheckRandom(type, distribution, stream, 7, Long);
    }

    private void CheckRandom(DType type, RandomDistribution distribution, RandomStream stream, ulong start, int length) =>
        Check($"{distribution} numbers {start} to {start + (ulong)length}", type, 0, rig =>
        {
            var y = rig.Target(length);
            rig.Backend.Random(distribution, stream, start, y);
            return [y];
        });
}
