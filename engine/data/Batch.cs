namespace Catapult.Engine;

/// <summary>Images and labels of one step, on a device.</summary>
/// <param name="Images">The pixels, varied and normalized: (count, H, W, C) in Float32.</param>
/// <param name="Labels">The class of each image: (count) in Int32.</param>
public readonly record struct Batch(Tensor Images, Tensor Labels);
