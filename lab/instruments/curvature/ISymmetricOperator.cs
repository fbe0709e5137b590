namespace Catapult.Lab;

/// <summary>A symmetric matrix that is known by its products with vectors alone.</summary>
public interface ISymmetricOperator
{
    /// <summary>The length of the vectors.</summary>
    int Dimension { get; }

    /// <summary>The matrix times a vector.</summary>
    double[] Multiply(ReadOnlySpan<double> vector);
}
