namespace Catapult.Kernels.Gpu;

/// <summary>Where the groups of each image lie in (images, pixels, channels).</summary>
internal readonly struct GroupLayout(GroupNormGeometry geometry)
{
    private readonly int pixels = geometry.Pixels, channels = geometry.Channels, groups = geometry.Groups, width = geometry.Width;

    /// <summary>Channels of all groups.</summary>
    public int Channels => channels;

    /// <summary>Element <paramref name="i"/> of a group of an image, the groups of all images numbered in order.</summary>
    public int Place(int group, int i) => (group / groups * pixels + i / width) * channels + group % groups * width + i % width;

    /// <summary>The number of the group that an element belongs to.</summary>
    public int GroupOf(int place) => place / (pixels * channels) * groups + place % channels / width;
}
