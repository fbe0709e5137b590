namespace Catapult.Engine;

/// <summary>What the catalog says of one operation of <see cref="Tensor"/>.</summary>
/// <param name="Name">The name of the method, or of the operator as .NET has it.</param>
/// <param name="Formula">What is computed, element by element where nothing else is said.</param>
/// <param name="Shapes">The shapes of operands and result.</param>
/// <param name="Conventions">What holds at ties, at kinks and for NaN, infinities and signed zeros, where that is a choice.</param>
/// <param name="IsDifferentiable">Whether gradients of every order pass through; otherwise the result is cut off from the graph.</param>
public sealed record OpEntry(string Name, string Formula, string Shapes, string Conventions = "", bool IsDifferentiable = true);
