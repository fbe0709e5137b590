namespace Catapult.Engine;

/// <summary>The two formulas in use under the name of gelu (Hendrycks and Gimpel 2016); they differ by up to 5e-4.</summary>
public enum GeluForm
{
    /// <summary>x * Phi(x) with Phi by the error function, exact.</summary>
    Erf,

    /// <summary>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x³))).</summary>
    Tanh,
}
