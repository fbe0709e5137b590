namespace Catapult.Kernels;

/// <summary>An operation was given shapes that do not fit. The message names the operation, the shapes and the remedy.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Builds the message in the one form that all shape errors have.</summary>
    public ShapeException(string operation, string problem, string remedy) : base($"{operation}: {problem}. {remedy}.") => Operation = operation;

    /// <summary>The operation that refused its arguments.</summary>
    public string Operation { get; }
}
