namespace Catapult.Engine;

/// <summary>
/// Passes the gradient of an operation's result on to its inputs, in tensor operations, so that it can be differentiated again. What it sets must be
/// a fresh tensor or <paramref name="gradient"/> itself.
/// </summary>
internal delegate void BackwardFunction(Tensor gradient, InputGradients into);
