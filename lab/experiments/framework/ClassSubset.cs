using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>The images of some classes of a data set as a data set of their own.</summary>
internal static class ClassSubset
{
    /// <summary>The first images of consecutive classes, whose labels count from 0.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="first">The first class.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="most">How many images at most.</param>
    public static ImageDataset Of(ImageDataset data, int first, int classes, int most)
    {
        int[] chosen = [.. Enumerable.Range(0, data.Count).Where(i => data.Labels[i] >= first && data.Labels[i] < first + classes).Take(most)];
        return new(
            data.Name, [.. chosen.SelectMany(i => data.Image(i).ToArray())], [.. chosen.Select(i => data.Labels[i] - first)],
            data.Height, data.Width, data.Channels, [.. data.ClassNames.Skip(first).Take(classes)], data.MirrorKeepsLabel);
    }
}
