namespace Catapult.Kernels;

/// <summary>
/// Group normalization of (Images, Pixels, Channels), which is what channels-last images are: y = (x - mean) / sqrt(variance + Epsilon) * gamma + beta
/// with a mean and a variance for each image and each run of Channels / Groups neighbouring channels, over those channels and all pixels; gamma and
/// beta (Channels). Layer normalization of rows is the case of one pixel and one group.
/// </summary>
public readonly record struct GroupNormGeometry(int Images, int Pixels, int Channels, int Groups, double Epsilon)
{
    /// <summary>Channels of a group.</summary>
    public int Width => Channels / Groups;
}
