using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using Catapult.Ladders;
using ILGPU.Runtime.Cuda;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What kernels become on NVIDIA GPUs, seen without one: their PTX, and what the assembler says of it.</summary>
[Category("Gpu")]
public class PtxTests
{
    private const string RefreshVariable = "CATAPULT_REFRESH_DOCS", TableArchitecture = "sm_90";

    private static readonly (string Name, CudaArchitecture Architecture)[] Architectures = [("sm_80", CudaArchitecture.SM_80), ("sm_90", CudaArchitecture.SM_90)];

    private readonly Dictionary<string, PtxCompiler> compilers = Architectures.ToDictionary(pair => pair.Name, pair => new PtxCompiler(pair.Architecture));
    private readonly PtxAssembler assembler = new();

    private static IEnumerable<TestCaseData> Kernels =>
        from kernel in GpuKernelCatalog.All
        from architecture in Architectures
        select new TestCaseData(kernel.Name, kernel.Kernel, architecture.Name).SetArgDisplayNames(kernel.Name, architecture.Name);

    private static IEnumerable<TestCaseData> Formulas =>
        from formula in FormulaCatalog.Unary.Select(formula => formula.GetType()).Distinct()
        from evaluated in (Type[])[formula, typeof(Derivative<>).MakeGenericType(formula)]
        select new TestCaseData(evaluated).SetArgDisplayNames(KernelName.Of(evaluated));

    [OneTimeTearDown]
    public void Dispose()
    {
        foreach (PtxCompiler compiler in compilers.Values) compiler.Dispose();
        assembler.Dispose();
    }

    [Test]
    public void EveryKernelIsInTheCatalog()
    {
        IEnumerable<Type> kernels = typeof(IGpuKernel).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IGpuKernel)));
        Assert.That(GpuKernelCatalog.All.Select(kernel => kernel.Kernel.GetGenericTypeDefinition()).Distinct(), Is.EquivalentTo(kernels));
    }

    [TestCaseSource(nameof(Kernels))]
    public void KernelKeepsToRegisters(string name, Type kernel, string architecture)
    {
        string ptx = compilers[architecture].Compile(kernel);
        Assert.That(ptx, Does.Not.Contain("call"), "a function that was not inlined");
        if (PtxAssembler.IsInstalled) Assert.That(assembler.Assemble(name, ptx, architecture).LocalBytes, Is.Zero, "local memory");
    }

    [TestCaseSource(nameof(Formulas))]
    public void FormulaKeepsToRegisters(Type formula)
    {
        string ptx = compilers[TableArchitecture].Compile(typeof(UnaryKernel<,>).MakeGenericType(formula, typeof(GpuLane32)));
        if (PtxAssembler.IsInstalled) Assert.That(assembler.Assemble(formula.Name, ptx, TableArchitecture).LocalBytes, Is.Zero, "local memory");
    }

    [Test]
    public void TensorCoreKernelsHoldTheirInstructions()
    {
        const string Tf32 = "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32", BFloat16 = "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32";
        const int Blocks = 16;
        foreach ((string name, Type kernel) in GpuKernelCatalog.Products)
        {
            bool isTf32 = name.Contains("tf32", StringComparison.Ordinal), isPipelined = name.Contains("pipelined", StringComparison.Ordinal);
            if (!isTf32 && !name.Contains("bfloat16", StringComparison.Ordinal)) continue;
            string ptx = compilers[TableArchitecture].Compile(kernel);
            // A pipeline multiplies sixteen depths at once, which are two of TF32's instructions.
            Assert.That(ptx.Split(isTf32 ? Tf32 : BFloat16), Has.Length.EqualTo(1 + (isTf32 && isPipelined ? 2 : 1) * Blocks), name);
            Assert.That(ptx.Contains("cp.async.cg.shared.global", StringComparison.Ordinal), Is.EqualTo(isPipelined), name);
            if (isPipelined) Assert.That(ptx, Does.Contain(".shared .align 16 .b8 __shared_alloca0").And.Not.Contain("__shared_alloca1"), $"{name}: its text names the array");
        }
    }

    [Test]
    public void TwoLargestGroupsFitAMultiprocessor()
    {
        const int RegistersOfAMultiprocessor = 65_536, SharedBytesOfAMultiprocessor = 100 * 1024;
        if (!PtxAssembler.IsInstalled) Assert.Ignore("ptxas and cuobjdump, of NVIDIA's toolkit, are not on the path.");
        foreach ((string name, Type kernel) in GpuKernelCatalog.Products.Where(kernel => kernel.Name.Contains("128x128", StringComparison.Ordinal) && !kernel.Name.EndsWith("pipelined, left transposed", StringComparison.Ordinal)))
        {
            GpuKernelFigures figures = assembler.Assemble(name, compilers[TableArchitecture].Compile(kernel), TableArchitecture);
            Assert.That(2 * Launcher.LargestGroup * figures.Registers, Is.LessThanOrEqualTo(RegistersOfAMultiprocessor), $"registers of {name}");
            Assert.That(2 * figures.SharedBytes, Is.LessThanOrEqualTo(SharedBytesOfAMultiprocessor), $"shared memory of {name}");
        }
    }

    [Test]
    public void ProductsReadSixteenBytesAtOnce()
    {
        foreach ((string name, Type kernel) in GpuKernelCatalog.Products.Where(kernel => kernel.Kernel.GetGenericArguments().Contains(typeof(WideAccess))))
            Assert.That(compilers[TableArchitecture].Compile(kernel), Does.Contain("ld.global.v4.f32"), name);
    }

    [Test]
    public void TableHoldsTheseFigures()
    {
        if (!PtxAssembler.IsInstalled) Assert.Ignore("ptxas and cuobjdump, of NVIDIA's toolkit, are not on the path.");
        PtxCompiler compiler = compilers[TableArchitecture];
        var table = new GpuKernelTable(
            GpuKernelTable.HashSources(),
            PtxAssembler.Version,
            TableArchitecture,
            [.. GpuKernelCatalog.All.Select(kernel => assembler.Assemble(kernel.Name, compiler.Compile(kernel.Kernel), TableArchitecture))]);
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1") table.Save();
        GpuKernelTable committed = GpuKernelTable.Load();
        if (committed.Assembler != table.Assembler) Assert.Ignore($"The table was made with ptxas {committed.Assembler}; here is {table.Assembler}.");
        Assert.That(committed.Kernels, Is.EqualTo(table.Kernels), $"The table is out of date; run this test with {RefreshVariable}=1.");
    }
}
