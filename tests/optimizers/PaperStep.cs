namespace Catapult.Tests;

/// <summary>An optimizer's step over all weights of a parameter, as its paper writes it, with whatever state it closes over.</summary>
/// <param name="w">The weights.</param>
/// <param name="g">Their gradients.</param>
/// <param name="rate">The learning rate.</param>
/// <param name="t">The step, from 1.</param>
/// <returns>The weights after the step.</returns>
internal delegate double[] PaperStep(double[] w, double[] g, double rate, int t);
