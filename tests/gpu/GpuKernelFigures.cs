namespace Catapult.Tests;

/// <summary>What the assembler makes of a GPU kernel: resources of a thread and a group, and how often some instructions stand in its code.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Registers">Of a thread.</param>
/// <param name="LocalBytes">Memory of a thread's own, where what fits no register goes.</param>
/// <param name="SharedBytes">Of a group.</param>
/// <param name="Ffma">Fused multiply-adds.</param>
/// <param name="Hmma">Instructions of tensor cores.</param>
/// <param name="Ldg128">Loads of 16 bytes from global memory.</param>
/// <param name="Lds128">Loads of 16 bytes from shared memory.</param>
/// <param name="Ldgsts128">Asynchronous copies of 16 bytes from global to shared memory.</param>
public sealed record GpuKernelFigures(string Name, int Registers, int LocalBytes, int SharedBytes, int Ffma, int Hmma, int Ldg128, int Lds128, int Ldgsts128);
