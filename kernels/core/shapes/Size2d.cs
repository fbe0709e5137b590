namespace Catapult.Kernels;

/// <summary>A height and a width: of a window, of its steps or of its padding. A single number stands for both: <c>stride: 2</c>, <c>padding: (2, 1)</c>.</summary>
public readonly record struct Size2d(int Height, int Width)
{
    /// <summary>1 by 1.</summary>
    public static Size2d One { get; } = new(1, 1);

    /// <summary>0 by 0.</summary>
    public static Size2d Zero { get; } = new(0, 0);

    /// <summary>The same number in both directions.</summary>
    public static implicit operator Size2d(int size) => new(size, size);

    /// <summary>(height, width).</summary>
    public static implicit operator Size2d((int Height, int Width) size) => new(size.Height, size.Width);

    /// <summary>As in a tuple: <c>(2, 1)</c>.</summary>
    public override string ToString() => $"({Height}, {Width})";
}
