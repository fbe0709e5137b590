namespace Catapult.Lab;

/// <summary>An eigenvalue as Lanczos' iteration knows it.</summary>
/// <param name="Value">The eigenvalue.</param>
/// <param name="Residual">The length of A v - Value v for the unit vector v that belongs to it: an eigenvalue of A lies within this distance.</param>
/// <param name="Vector">v.</param>
public sealed record Eigenpair(double Value, double Residual, double[] Vector);
