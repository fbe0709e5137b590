namespace Catapult.Engine;

/// <summary>Group normalization of (N, ..., C) (Wu and He 2018); see <see cref="Tensor.GroupNorm(int, Tensor, Tensor, double)"/>.</summary>
public sealed class GroupNorm : Module
{
    private readonly int groups;
    private readonly double epsilon;

    /// <summary>A layer with gamma 1 and beta 0.</summary>
    public GroupNorm(ParameterFactory make, int groups, int channels, double epsilon = 1e-5)
    {
        (this.groups, this.epsilon) = (groups, epsilon);
        Gamma = Add("weight", make.Create([channels], Initializer.Ones, isScaleOrShift: true));
        Beta = Add("bias", make.Create([channels], Initializer.Zeros, isScaleOrShift: true));
    }

    /// <summary>The scale (C).</summary>
    public Parameter Gamma { get; }

    /// <summary>The shift (C).</summary>
    public Parameter Beta { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.GroupNorm(groups, Gamma, Beta, epsilon);
}
