using Catapult.Engine;

namespace Catapult.Tests;

/// <summary>A differentiable operation at a point away from its kinks.</summary>
/// <param name="Operation">The name of the method or operator of <see cref="Tensor"/>.</param>
/// <param name="Variant">What is particular about the case.</param>
/// <param name="F">The operation on its differentiable operands.</param>
/// <param name="Inputs">The operands.</param>
internal sealed record OpCase(string Operation, string Variant, Func<Tensor[], Tensor> F, params GradientSample[] Inputs)
{
    public override string ToString() => Variant == "" ? Operation : $"{Operation} {Variant}";
}
