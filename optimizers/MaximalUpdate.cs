using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>
/// Rates of the maximal update parametrization (Yang and Hu 2021; Yang et al. 2022, arXiv:2203.03466, table 8), with which the best rate of a narrow model is that
/// of a wide one. A model is held against a narrow one of the same layers; with r the ratio of widths, a parameter that grows in both directions (a hidden matrix)
/// has the factor 1 / r for Adam and 1 for SGD, one that grows in its outputs alone (the first layer, biases) 1 and r, one that grows in its inputs alone (the
/// last layer) 1 and r, and one that does not grow 1. The model itself has to multiply its outputs by 1 / r (<see cref="Scaled"/>), with hidden weights of
/// variance 1 / fan-in at first and a last layer whose first values do not depend on the width, such as 0. A decoupled decay is multiplied by the rate, and so by the factor.
/// </summary>
public static class MaximalUpdate
{
    /// <summary>Groups of the parameters of a model by their factor, which is their <see cref="ParameterGroup.RateFactor"/>.</summary>
    /// <param name="model">The model that is trained.</param>
    /// <param name="narrow">The same model in the width for which rates were found.</param>
    /// <param name="isAdaptive">Whether rates are those of Adam and its kin, whose steps do not depend on the size of gradients.</param>
    /// <exception cref="ShapeException">The models do not have the same parameters.</exception>
    public static ParameterGroup[] Groups(Module model, Module narrow, bool isAdaptive)
    {
        IReadOnlyList<NamedParameter> wide = model.NamedParameters(), reference = narrow.NamedParameters();
        if (!wide.Select(one => (one.Name, one.Value.Shape.Rank)).SequenceEqual(reference.Select(one => (one.Name, one.Value.Shape.Rank))))
            throw new ShapeException("maximal_update", "the two models have other parameters", "Give the same model in two widths");
        return
        [
            .. wide.Zip(reference, (one, other) => (Parameter: one, Factor: Factor(one.Value.Shape, other.Value.Shape, isAdaptive)))
                .GroupBy(pair => pair.Factor)
                .Select(group => new ParameterGroup(FormattableString.Invariant($"rate times {group.Key:G4}"), [.. group.Select(pair => pair.Parameter)]) { RateFactor = group.Key }),
        ];
    }

    private static double Factor(Shape wide, Shape narrow, bool isAdaptive)
    {
        double outputs = (double)wide[0] / narrow[0], inputs = (double)wide.Size / wide[0] / ((double)narrow.Size / narrow[0]);
        return (outputs != 1, inputs != 1, isAdaptive) switch
        {
            (true, true, true) => 1 / inputs,
            (true, true, false) => outputs / inputs,
            (_, _, true) => 1,
            _ => outputs * inputs,
        };
    }
}
