namespace Catapult.Kernels.Gpu;

/// <summary>A device that a backend can compute on, or could if what stands against it were mended.</summary>
/// <param name="Kind">The name by which the command line asks for it, such as <c>cuda</c>.</param>
/// <param name="Name">What it is, for people.</param>
/// <param name="Obstacle">Why it cannot be used here, with the remedy; null where it can.</param>
public sealed record DeviceDescription(string Kind, string Name, string? Obstacle = null);
