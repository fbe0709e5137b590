using ILGPU.Backends;
using ILGPU.IR;
using ILGPU.IR.Transformations;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// What ILGPU's first optimization level leaves out: it does not know that views lie in global memory, and loads by generic addresses keep local arrays
/// out of registers. The second level knows it, but its uniform branches stop the assembler from unrolling loops.
/// </summary>
internal sealed class GlobalAddresses : IBackendHook
{
    private readonly Transformer transformer;

    public GlobalAddresses()
    {
        var builder = Transformer.CreateBuilder(TransformerConfiguration.Empty);
        builder.Add(new InferKernelAddressSpaces(MemoryAddressSpace.Global));
        builder.Add(new LowerStructures());
        builder.Add(new DeadCodeElimination());
        builder.Add(new InferLocalAddressSpaces());
        builder.Add(new SimplifyControlFlow());
        builder.Add(new DeadCodeElimination());
        transformer = builder.ToTransformer();
    }

    public void FinishedCodeGeneration(IRContext context, Method entryPoint) { }

    public void InitializedKernelContext(IRContext kernelContext, Method kernelMethod) { }

    public void OptimizedKernelContext(IRContext kernelContext, Method kernelMethod) => kernelContext.Transform(transformer);
}
