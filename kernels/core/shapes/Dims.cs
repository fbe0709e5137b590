using System.Runtime.CompilerServices;

namespace Catapult.Kernels;

/// <summary>Room for one integer an axis, held in place so that shapes and plans cost no allocation.</summary>
[InlineArray(Shape.MaxRank)]
public struct Dims
{
    private int first;
}
