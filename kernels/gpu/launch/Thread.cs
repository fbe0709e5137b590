using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>A thread's place among all threads of a launch along its first axis.</summary>
internal static class Thread
{
    /// <summary>The number of the thread.</summary>
    public static int Index => Grid.IdxX * Group.DimX + Group.IdxX;

    /// <summary>The number of threads: the step from one element of a thread to its next.</summary>
    public static int Count => Grid.DimX * Group.DimX;
}
