namespace Catapult.Kernels;

/// <summary>A reduction of the middle axis: y (Outer, Inner) from x (Outer, Reduced, Inner). Every reduction over adjacent axes has this form.</summary>
public readonly record struct ReduceGeometry(int Outer, int Reduced, int Inner);
