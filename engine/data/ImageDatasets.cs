namespace Catapult.Engine;

/// <summary>A data set in its two parts: images to learn from, and images to judge by.</summary>
public sealed record ImageDatasets(ImageDataset Train, ImageDataset Test);
