namespace Catapult.Kernels.Gpu;

/// <summary>Tensor cores on one kind of number, as inline text over the registers that <see cref="NamedRegisters"/> names.</summary>
internal interface INamedBlocks
{
    /// <summary>Rounds the operands and adds their products to the sums, for all sixteen blocks over sixteen depths; see <see cref="IPipelinedUnit{S}"/>.</summary>
    static abstract void MultiplyAdd(Pack4<Pack2<Pack4<GpuLane32>>> left, Pack4<Pack4<GpuLane32>> right);
}
