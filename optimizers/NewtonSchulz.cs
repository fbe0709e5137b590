using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>
/// A matrix made nearly orthogonal: X = U S V' goes to U S' V' with singular values near 1 (Jordan et al. 2024). From X / |X|, five times
/// X = a X + (b A + c A²) X with A = X X' and (a, b, c) = (3.4445, -4.7750, 2.0315), coefficients that lift small singular values fast and leave all of them
/// within about 0.7 and 1.2, which does for a direction.
/// </summary>
public static class NewtonSchulz
{
    private const double A = 3.4445, B = -4.7750, C = 2.0315, Epsilon = 1e-7;

    /// <summary>The iteration on a matrix (rows, columns), in the shorter of its two sides.</summary>
    public static Tensor Orthogonalize(Tensor matrix, int iterations = 5)
    {
        bool isTall = matrix.Shape[0] > matrix.Shape[1];
        Tensor x = isTall ? matrix.Transpose(0, 1) : matrix;
        x /= x.Square().Sum().Sqrt() + Epsilon;
        for (int i = 0; i < iterations; i++)
        {
            Tensor square = Tensor.MatMul(x, x, transposeB: true);
            x = x * A + Tensor.MatMul(square * B + Tensor.MatMul(square, square) * C, x);
        }
        return isTall ? x.Transpose(0, 1) : x;
    }
}
