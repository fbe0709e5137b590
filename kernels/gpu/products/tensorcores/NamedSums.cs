namespace Catapult.Kernels.Gpu;

/// <summary>Sums that no variable holds: they lie in registers which inline text names.</summary>
internal readonly struct NamedSums
{
}
