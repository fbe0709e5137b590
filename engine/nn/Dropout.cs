namespace Catapult.Engine;

/// <summary>In training, drops elements with a probability and scales the rest up; in evaluation, nothing.</summary>
public sealed class Dropout(ParameterFactory make, double probability = 0.5) : Module
{
    /// <inheritdoc/>
    protected override RandomGenerator Generator { get; } = new(make.NextStream());

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => IsTraining ? x.Dropout(probability, Generator.Stream, Generator.Take(x.Length)) : x;
}
