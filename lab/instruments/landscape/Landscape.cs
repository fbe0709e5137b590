using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Lab;

/// <summary>The loss of a model along lines and planes through its weights (Goodfellow et al. 2015; Li et al. 2018, arXiv:1712.09913). The model is left as it was.</summary>
/// <param name="parameters">The weights.</param>
/// <param name="loss">Computes a loss on the same data whenever it is called.</param>
public sealed class Landscape(IReadOnlyList<NamedParameter> parameters, Func<Tensor> loss)
{
    /// <summary>The loss at (1 - t) a + t b, with the present weights as a.</summary>
    /// <param name="other">b: a tensor for each parameter, such as those of another checkpoint.</param>
    /// <param name="places">The values of t; 0 is here, 1 is there, and others lie between or beyond.</param>
    /// <exception cref="ShapeException">The tensors do not fit the parameters.</exception>
    public double[] Line(IReadOnlyList<Tensor> other, IReadOnlyList<double> places)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Tensor[] way = [.. parameters.Zip(other, (parameter, there) => there - parameter.Value)];
        return [.. Along(places.Select(t => (t, 0.0)), way, way)];
    }

    /// <summary>
    /// The loss on a plane through the present weights, along two random directions in which each filter is as long as that of the weights (filter
    /// normalization), so that landscapes of different nets compare; biases and the parameters of normalizations do not move.
    /// </summary>
    /// <param name="places">The places on both axes; 1 is a filter's own length away.</param>
    /// <param name="seed">Decides the directions.</param>
    /// <returns>A list of losses along the first direction for each place of the second.</returns>
    public double[][] Plane(IReadOnlyList<double> places, ulong seed = 1)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Tensor[] first = Direction(seed, 0), second = Direction(seed, 1);
        double[] losses = [.. Along(places.SelectMany(y => places.Select(x => (x, y))), first, second)];
        return [.. losses.Chunk(places.Count)];
    }

    private IEnumerable<double> Along(IEnumerable<(double X, double Y)> places, Tensor[] first, Tensor[] second)
    {
        using var here = new BorrowedWeights(parameters.Select(parameter => parameter.Value));
        Tensor[] start = [.. parameters.Select(parameter => parameter.Value * 1)];
        foreach ((double x, double y) in places.ToArray())
        {
            using var scope = TensorScope.Open();
            for (int i = 0; i < start.Length; i++) parameters[i].Value.CopyFrom(start[i] + first[i] * x + second[i] * y);
            yield return loss().Item();
        }
    }

    private Tensor[] Direction(ulong seed, ulong number) => [.. parameters.Select((parameter, i) =>
    {
        Tensor weights = parameter.Value;
        if (parameter.Parameter.IsScaleOrShift) return Tensor.Zeros(weights.Backend, weights.Shape, weights.Type);
        Shape filters = [weights.Shape[0], weights.Length / weights.Shape[0]];
        Tensor random = Tensor.Random(weights.Backend, filters, RandomDistribution.Normal, new RandomStream(seed).Fork(number).Fork((ulong)i), type: weights.Type);
        return (random * (Lengths(weights.Reshape(filters)) / Lengths(random))).Reshape(weights.Shape);
    })];

    private static Tensor Lengths(Tensor filters) => filters.Square().Sum([1], keepAxes: true).Sqrt();
}
