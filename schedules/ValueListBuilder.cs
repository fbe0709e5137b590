namespace Catapult.Schedules;

/// <summary>Builds a <see cref="ValueList{T}"/> from a collection expression.</summary>
public static class ValueListBuilder
{
    /// <summary>A list of a copy of the elements.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items);
}
