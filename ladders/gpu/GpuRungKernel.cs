namespace Catapult.Ladders;

/// <summary>What a GPU's rung runs.</summary>
/// <param name="Run">Solves the problem.</param>
/// <param name="Kernel">The struct that is compiled, in the instance for GPUs.</param>
/// <param name="Coarseness">See <see cref="Rung.Coarseness"/>.</param>
internal sealed record GpuRungKernel(Action<Problem> Run, Type Kernel, double Coarseness = 1);
