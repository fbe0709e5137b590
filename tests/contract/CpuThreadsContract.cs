using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The CPU backend on two threads, against itself on one: the same bits, so that what one thread proves holds for two.</summary>
[Category("Slow")]
public class CpuThreadsContract : BackendContract
{
    protected override Backend Create() => new CpuBackend(2);

    protected override Backend CreateSpecification() => new CpuBackend(1);

    protected override bool ToTheBit => true;
}
