using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>Bounds gradients before a step. Derive from it for a bound of your own.</summary>
public abstract record GradientClipping
{
    /// <summary>Changes the gradients of the parameters that have one.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="norm">The global norm of their gradients; measured where it is not given, and asked for.</param>
    public void Apply(IReadOnlyList<NamedParameter> parameters, double? norm = null)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        var measured = new Lazy<double>(() => norm ?? new GradientNorm(parameters).Measure());
        foreach (NamedParameter parameter in parameters)
            if (parameter.Value.Grad is { } gradient && Bounded(parameter, gradient, measured) is { } bounded) gradient.CopyFrom(bounded);
    }

    /// <summary>The bounded gradient; null where it stays as it is.</summary>
    /// <param name="parameter">What it is the gradient of.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="norm">The norm of all gradients together, as it was before.</param>
    protected abstract Tensor? Bounded(NamedParameter parameter, Tensor gradient, Lazy<double> norm);
}
