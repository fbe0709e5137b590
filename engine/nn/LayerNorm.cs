using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Layer normalization of the trailing axes (Ba et al. 2016); see <see cref="Tensor.LayerNorm"/>.</summary>
public sealed class LayerNorm : Module
{
    private readonly double epsilon;

    /// <summary>A layer over axes of the given extents with gamma 1 and beta 0.</summary>
    public LayerNorm(ParameterFactory make, Shape extents, double epsilon = 1e-5)
    {
        this.epsilon = epsilon;
        Gamma = Add("weight", make.Create(extents, Initializer.Ones, isScaleOrShift: true));
        Beta = Add("bias", make.Create(extents, Initializer.Zeros, isScaleOrShift: true));
    }

    /// <summary>The scale.</summary>
    public Parameter Gamma { get; }

    /// <summary>The shift.</summary>
    public Parameter Beta { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.LayerNorm(Gamma, Beta, epsilon);
}
