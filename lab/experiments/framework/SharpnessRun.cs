using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>Gradient descent with the sharpness of the loss along the way, the largest eigenvalue of its Hessian.</summary>
/// <param name="Rate">The learning rate, eta.</param>
/// <param name="Losses">The loss before each step.</param>
/// <param name="Steps">Where the sharpness was measured.</param>
/// <param name="Sharpness">The sharpness there.</param>
/// <param name="Residuals">How far an eigenvalue may be from it, over it.</param>
internal sealed record SharpnessRun(double Rate, IReadOnlyList<double> Losses, IReadOnlyList<double> Steps, IReadOnlyList<double> Sharpness, IReadOnlyList<double> Residuals)
{
    // The last part of a run, when it has long reached the edge.
    private const double Late = 0.25;

    /// <summary>2 / eta: beyond this sharpness gradient descent on a quadratic diverges.</summary>
    public double Edge => 2 / Rate;

    /// <summary>Mean of sharpness over edge in the last quarter of the run.</summary>
    public double LateRatio => Sharpness.Where((_, i) => Steps[i] >= (1 - Late) * Steps[^1]).Average() / Edge;

    /// <summary>The largest residual, over the sharpness.</summary>
    public double LargestResidual => Residuals.Max();

    /// <summary>Trains a model and measures.</summary>
    /// <param name="context">Stops the run.</param>
    /// <param name="model">What is trained.</param>
    /// <param name="loss">Computes the loss of the whole data set.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="every">Steps from one measurement of the sharpness to the next.</param>
    /// <param name="report">Is told of each measurement.</param>
    public static SharpnessRun Of(
        ExperimentContext context, Module model, Func<Tensor> loss, double rate, int steps, int every, Action<int, double, double>? report = null)
    {
        var descent = new GradientDescent(context, model, rate, loss);
        Tensor[] parameters = [.. model.NamedParameters().Select(parameter => parameter.Value)];
        List<double> losses = [], places = [], sharpness = [], residuals = [];
        double[]? direction = null;
        for (int step = 0; step <= steps; step++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (step % every == 0)
            {
                using var hessian = new HessianOperator(parameters, loss);
                // From the last direction, which turns slowly.
                Eigenpair top = Lanczos.Largest(hessian, tolerance: 1e-3, start: direction)[0];
                direction = top.Vector;
                places.Add(step);
                sharpness.Add(top.Value);
                residuals.Add(top.Residual / Math.Abs(top.Value));
                report?.Invoke(step, losses.Count > 0 ? losses[^1] : double.NaN, top.Value);
            }
            if (step < steps) losses.Add(descent.Step());
        }
        return new(rate, losses, places, sharpness, residuals);
    }
}
