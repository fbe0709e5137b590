namespace Catapult.Engine;

/// <summary>A parameter under its path in the model, such as <c>3.c1.weight</c>.</summary>
public sealed record NamedParameter(string Name, Parameter Parameter)
{
    /// <summary>The elements.</summary>
    public Tensor Value => Parameter.Value;
}
