namespace Catapult.Kernels;

/// <summary>A formula that states its derivative as another formula, because that is cheaper than dual numbers or holds where they fail.</summary>
public interface IStatedSlope<D> : IUnary where D : struct, IUnary
{
    /// <summary>The formula of the derivative.</summary>
    D StatedSlope();
}
