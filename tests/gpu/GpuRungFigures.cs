using Catapult.Ladders;

namespace Catapult.Tests;

/// <summary>What the compilers make of a rung of a GPU's ladder.</summary>
/// <param name="Ladder">The ladder.</param>
/// <param name="Rung">The rung.</param>
/// <param name="Ptx">All instructions of its PTX.</param>
/// <param name="InnerLoop">See <see cref="CodeListing.BusiestLoop"/>.</param>
/// <param name="Code">What the assembler makes of it.</param>
public sealed record GpuRungFigures(string Ladder, string Rung, InstructionMix Ptx, InstructionMix? InnerLoop, GpuKernelFigures Code);
