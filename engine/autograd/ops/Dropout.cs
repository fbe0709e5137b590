using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Each element is 0 with probability <paramref name="probability"/> and divided by (1 - probability) otherwise. Element i is decided by
    /// number <paramref name="start"/> + i of the stream, so that the same numbers fall on every backend.
    /// </summary>
    public Tensor Dropout(double probability, RandomStream stream, ulong start)
    {
        if (probability is < 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A dropout probability lies in [0, 1).");
        return Binary(new DropOut(probability), this, Random(Backend, Shape, RandomDistribution.Uniform, stream, start, Type));
    }
}
