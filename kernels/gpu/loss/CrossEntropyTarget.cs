namespace Catapult.Kernels.Gpu;

/// <summary>The target distribution of a row: (1 - smoothing) on its label and smoothing / classes on every class.</summary>
internal readonly struct CrossEntropyTarget<T>(CrossEntropyGeometry geometry) where T : unmanaged, IGpuLane<T>
{
    private readonly T onLabel = T.Const(1 - geometry.Smoothing), onEach = T.Const(geometry.Smoothing / geometry.Classes);

    /// <summary>What the label has above the other classes.</summary>
    public T OnLabel => onLabel;

    /// <summary>What every class has.</summary>
    public T OnEach => onEach;

    /// <summary>The weight of a class.</summary>
    public T Of(int c, int label) => c == label ? onLabel + onEach : onEach;
}
