namespace Catapult.Engine;

/// <summary>Rows of a learned table (V, D) by index; see <see cref="Tensor.Embedding"/>.</summary>
public sealed class Embedding : Module
{
    /// <summary>A table of standard normal numbers, PyTorch's default.</summary>
    public Embedding(ParameterFactory make, int rows, int width) => Weight = Add("weight", make.Create([rows, width], Initializer.StandardNormal));

    /// <summary>The table.</summary>
    public Parameter Weight { get; }

    /// <summary>Int32 indices (...) to rows (..., D).</summary>
    public override Tensor Forward(Tensor x) => Tensor.Embedding(Weight, x);
}
