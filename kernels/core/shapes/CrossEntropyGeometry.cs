namespace Catapult.Kernels;

/// <summary>
/// Softmax cross-entropy of logits (Rows, Classes) against class indices (Rows). The target of a row is
/// (1 - Smoothing) on its label plus Smoothing / Classes on every class (Szegedy et al. 2015, PyTorch's convention).
/// </summary>
public readonly record struct CrossEntropyGeometry(int Rows, int Classes, double Smoothing);
