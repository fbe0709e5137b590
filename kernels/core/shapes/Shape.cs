using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>The extents of a tensor, outermost axis first. A value: copying it allocates nothing. Write it as <c>[2, 3]</c>.</summary>
[CollectionBuilder(typeof(ShapeBuilder), nameof(ShapeBuilder.Create))]
public readonly struct Shape : IEquatable<Shape>, IEnumerable<int>
{
    /// <summary>The largest number of axes.</summary>
    public const int MaxRank = 8;

    private readonly Dims dims;

    /// <summary>A shape of the given extents.</summary>
    /// <exception cref="ShapeException">More than <see cref="MaxRank"/> axes, a negative extent, or more elements than an int counts.</exception>
    public Shape(params ReadOnlySpan<int> extents)
    {
        if (extents.Length > MaxRank)
            throw new ShapeException("shape", $"{extents.Length} axes are more than {MaxRank}", "Merge axes with a reshape");
        long length = 1;
        for (int i = 0; i < extents.Length; i++)
        {
            if (extents[i] < 0) throw new ShapeException("shape", $"axis {i} has the negative extent {extents[i]}", "Extents are zero or more");
            dims[i] = extents[i];
            length *= extents[i];
            if (length > int.MaxValue)
                throw new ShapeException("shape", $"({string.Join(", ", extents.ToArray())}) holds more than {int.MaxValue} elements", "Split the tensor");
        }
        Rank = extents.Length;
        Size = (int)length;
    }

    /// <summary>The number of axes; 0 for a scalar.</summary>
    public int Rank { get; }

    /// <summary>The number of elements: the product of the extents. (A property called Length would be taken for the number of extents by spreads.)</summary>
    public int Size { get; }

    /// <summary>The extent of an axis; negative axes count from the end.</summary>
    public int this[int axis] => dims[Axis(axis)];

    /// <summary>The extents, outermost first.</summary>
    [UnscopedRef]
    public ReadOnlySpan<int> Extents => ((ReadOnlySpan<int>)dims)[..Rank];

    /// <summary>The axis counted from the front; negative ones count from the end.</summary>
    /// <exception cref="ShapeException">The axis does not exist.</exception>
    public int Axis(int axis)
    {
        int front = axis < 0 ? axis + Rank : axis;
        return (uint)front < (uint)Rank
            ? front
            : throw new ShapeException("axis", $"axis {axis} does not exist in shape {this}", $"Axes run from {-Rank} to {Rank - 1}");
    }

    /// <summary>Row-major strides, in elements.</summary>
    public Dims Strides()
    {
        Dims strides = default;
        int stride = 1;
        for (int i = Rank - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= dims[i];
        }
        return strides;
    }

    /// <summary>This shape with one extent replaced.</summary>
    public Shape With(int axis, int extent)
    {
        Dims copy = dims;
        copy[Axis(axis)] = extent;
        return new Shape(((ReadOnlySpan<int>)copy)[..Rank]);
    }

    /// <summary>The shape that two operands broadcast to: trailing axes are aligned, and extents of 1 stretch (NumPy's rule).</summary>
    /// <exception cref="ShapeException">Two aligned extents differ and neither is 1.</exception>
    public static Shape Broadcast(string operation, Shape a, Shape b)
    {
        if (a == b) return a;
        int rank = Math.Max(a.Rank, b.Rank);
        Span<int> extents = stackalloc int[rank];
        for (int i = 1; i <= rank; i++)
        {
            int x = i <= a.Rank ? a[-i] : 1, y = i <= b.Rank ? b[-i] : 1;
            if (x != y && x != 1 && y != 1)
                throw new ShapeException(operation, $"shapes {a} and {b} do not broadcast: axis {-i} has extents {x} and {y}", "Make them equal, or one of them 1");
            extents[^i] = x == 1 ? y : x;
        }
        return new Shape(extents);
    }

    /// <inheritdoc/>
    public bool Equals(Shape other) => Rank == other.Rank && Extents.SequenceEqual(other.Extents);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is Shape shape && Equals(shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int extent in Extents) hash.Add(extent);
        return hash.ToHashCode();
    }

    /// <summary>Equality of all extents.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Difference of any extent.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <summary>As in a tuple: <c>(2, 3)</c>.</summary>
    public override string ToString() => $"({string.Join(", ", Extents.ToArray())})";

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Extents.ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
