namespace Catapult.Kernels;

/// <summary>Lets a collection expression make a <see cref="Shape"/>.</summary>
public static class ShapeBuilder
{
    /// <summary>The shape of the given extents.</summary>
    public static Shape Create(ReadOnlySpan<int> extents) => new(extents);
}
