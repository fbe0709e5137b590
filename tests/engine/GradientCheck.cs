using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>
/// Holds gradients against central differences in float64. With fixed random weights u, the first order compares the gradient of
/// s(x) = &lt;u, f(x)&gt; with (s(x + h) - s(x - h)) / 2h, element by element. With fixed random directions v, the second order does the same for
/// p(x) = &lt;v, ds/dx&gt;, where p comes from the ordinary backward pass and its gradient from one that was recorded; so a fused backward kernel is
/// held against the derivative of its composed twin.
/// </summary>
internal static class GradientCheck
{
    /// <summary>
    /// The step h. Central differences err by h² |f'''| / 6 (about 1e-11 for third derivatives near 1) plus the rounding of f over h (about 1e-11).
    /// </summary>
    public const double Step = 1e-5;

    /// <summary>
    /// Relative to the gradient's magnitude or to 1, the larger: a thousand times the error of the differences, for third derivatives up to the
    /// hundreds, yet far below any error of a formula.
    /// </summary>
    public const double Tolerance = 1e-8;

    /// <summary>Checks <see cref="Tensor.Backward"/> and <see cref="Autograd.Grad"/>, recorded and not.</summary>
    public static void FirstOrder(Backend backend, Func<Tensor[], Tensor> f, params GradientSample[] inputs)
    {
        double[][] expected = Differences(inputs, at => WeightedSum(backend, f, at));
        Compare(expected, Gradients(backend, f, inputs, ByBackward), "Backward");
        Compare(expected, Gradients(backend, f, inputs, (y, x, seed) => Autograd.Grad(y, x, seed)), "Grad");
        Compare(expected, Gradients(backend, f, inputs, (y, x, seed) => Autograd.Grad(y, x, seed, createGraph: true)), "Grad with a graph");
    }

    /// <summary>Checks the products of the Hessian of &lt;u, f&gt; with a fixed direction.</summary>
    public static void SecondOrder(Backend backend, Func<Tensor[], Tensor> f, params GradientSample[] inputs)
    {
        double[][] directions = [.. inputs.Select((input, i) => Samples.Uniform(1000 + i, input.Values.Length))];
        double Slope(GradientSample[] at) => Dot(Gradients(backend, f, at, (y, x, seed) => Autograd.Grad(y, x, seed)), directions);
        Compare(Differences(inputs, Slope), Gradients(backend, f, inputs, (y, x, seed) => HessianProduct(y, x, seed, directions)), "Hessian product");
    }

    private static Tensor[] ByBackward(Tensor y, Tensor[] x, Tensor seed)
    {
        y.Backward(seed);
        return [.. x.Select(leaf => leaf.Grad ?? Tensor.Zeros(leaf.Backend, leaf.Shape, leaf.Type))];
    }

    private static Tensor[] HessianProduct(Tensor y, Tensor[] x, Tensor seed, double[][] directions)
    {
        Tensor[] gradients = Autograd.Grad(y, x, seed, createGraph: true);
        Tensor slope = Tensor.Zeros(y.Backend, [], DType.Float64);
        for (int i = 0; i < x.Length; i++) slope += (gradients[i] * Tensor.From(y.Backend, directions[i], x[i].Shape)).Sum();
        // A linear operation's gradient depends on nothing.
        return slope.RequiresGrad ? Autograd.Grad(slope, x) : [.. x.Select(leaf => Tensor.Zeros(leaf.Backend, leaf.Shape, leaf.Type))];
    }

    private static double[][] Gradients(
        Backend backend, Func<Tensor[], Tensor> f, GradientSample[] inputs, Func<Tensor, Tensor[], Tensor, Tensor[]> differentiate)
    {
        using var scope = TensorScope.Open();
        Tensor[] leaves = [.. inputs.Select(input => Tensor.From(backend, input.Values, input.Shape))];
        foreach (Tensor leaf in leaves) leaf.RequiresGrad = true;
        Tensor y = f(leaves), seed = Tensor.From(backend, Weights(y.Length), y.Shape);
        return [.. differentiate(y, leaves, seed).Select(gradient => gradient.ToArray<double>())];
    }

    private static double WeightedSum(Backend backend, Func<Tensor[], Tensor> f, GradientSample[] inputs)
    {
        using var scope = TensorScope.Open();
        using var mode = Autograd.NoGrad();
        double[] y = f([.. inputs.Select(input => Tensor.From(backend, input.Values, input.Shape))]).ToArray<double>();
        return Dot([y], [Weights(y.Length)]);
    }

    /// <summary>The central difference by every element of every input.</summary>
    private static double[][] Differences(GradientSample[] inputs, Func<GradientSample[], double> f)
    {
        double Moved(int input, int element, double by)
        {
            GradientSample[] at = [.. inputs];
            at[input] = at[input] with { Values = [.. at[input].Values] };
            at[input].Values[element] += by;
            return f(at);
        }
        return [.. inputs.Select((input, i) =>
            Enumerable.Range(0, input.Values.Length).Select(k => (Moved(i, k, Step) - Moved(i, k, -Step)) / (2 * Step)).ToArray())];
    }

    private static double[] Weights(int length) => Samples.Uniform(999, length);

    private static double Dot(double[][] a, double[][] b) => a.Zip(b, (x, y) => x.Zip(y, (s, t) => s * t).Sum()).Sum();

    private static void Compare(double[][] expected, double[][] actual, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double[] differences = expected[i];
            Comparison.Close(differences, actual[i], k => Tolerance * Math.Max(1, Math.Abs(differences[k])), $"{what}, input {i}");
        }
    }
}
