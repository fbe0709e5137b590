using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>Training images some of whose labels are wrong, so that a net that fits them all does badly, and regularization shows.</summary>
internal static class WrongLabels
{
    /// <summary>The data with a share of the training labels replaced by another class, each as likely.</summary>
    public static ImageDatasets In(ImageDatasets data, double share, ulong seed)
    {
        ImageDataset train = data.Train;
        var random = new RandomStream(seed);
        int[] labels = [.. train.Labels.Select((label, i) =>
            random.Uniform((ulong)(2 * i)) < share ? (label + 1 + random.Below(train.Classes - 1, (ulong)(2 * i + 1))) % train.Classes : label)];
        return data with { Train = new(train.Name, train.Images, labels, train.Height, train.Width, train.Channels, train.ClassNames, train.MirrorKeepsLabel) };
    }
}
