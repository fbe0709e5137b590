using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>
/// Where the phases of the learning rate should lie, from the curvature at the start (Lewkowycz et al. 2020): below 2 / lambda plain gradient descent is
/// lazy, above it is thrown, and it comes back up to 4 / lambda in linear nets and about 12 / lambda in ReLU nets. Momentum and batches move these limits.
/// </summary>
/// <param name="Curvature">lambda: the largest eigenvalue of the loss's Gauss-Newton matrix.</param>
/// <param name="Residual">How far an eigenvalue may be from it.</param>
public sealed record PredictedPhases(double Curvature, double Residual)
{
    /// <summary>2 / lambda.</summary>
    public double EndOfLazy => 2 / Curvature;

    /// <summary>4 / lambda, of linear nets.</summary>
    public double EndOfLinearCatapult => 4 / Curvature;

    /// <summary>12 / lambda, of ReLU nets.</summary>
    public double EndOfReluCatapult => 12 / Curvature;

    /// <summary>Measures on one batch, with the cross-entropy of a model in training; model and optimizer are left exactly as they were.</summary>
    /// <param name="model">The model as it stands.</param>
    /// <param name="optimizer">What would train it.</param>
    /// <param name="data">Its batches.</param>
    /// <param name="step">Whose batch is taken.</param>
    /// <param name="labelSmoothing">The share of the target that is spread evenly over all classes.</param>
    public static PredictedPhases Measure(Module model, Optimizer optimizer, DataLoader data, long step = 0, double labelSmoothing = 0)
    {
        TrainingSnapshot snapshot = TrainingSnapshot.Take(model, optimizer);
        try
        {
            using var scope = TensorScope.Open();
            Tensor[] parameters = [.. model.NamedParameters().Select(parameter => parameter.Value)];
            Backend backend = parameters[0].Backend;
            using BatchSource batches = data.On(backend);
            (Tensor images, Tensor labels) = batches.Load(step);
            Tensor x = images.To(parameters[0].Type);
            model.Train();
            using var matrix = new GaussNewtonOperator(parameters, () => model.Forward(x), outputs => outputs.CrossEntropy(labels, labelSmoothing));
            Eigenpair top = Lanczos.Largest(matrix, tolerance: 1e-3)[0];
            return new(top.Value, top.Residual);
        }
        finally
        {
            snapshot.Restore();
        }
    }
}
