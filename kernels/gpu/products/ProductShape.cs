namespace Catapult.Kernels.Gpu;

/// <summary>Sizes of a batch of products y (M, N), and how their depth is split among groups: split s sums depths from s * SplitDepth on.</summary>
internal readonly struct ProductShape(int m, int n, int k, int splits, int splitDepth)
{
    public readonly int M = m, N = n, K = k, Splits = splits, SplitDepth = splitDepth;
}
