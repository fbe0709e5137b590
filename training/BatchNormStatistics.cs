using Catapult.Engine;

namespace Catapult.Training;

/// <summary>Running statistics of batch normalization, measured for weights that training never had, such as averages (PyTorch's update_bn).</summary>
public static class BatchNormStatistics
{
    /// <summary>Forgets the running statistics of a model and takes the equal average over some batches of training images instead.</summary>
    /// <param name="model">The model, which is left in the mode it was in; one without batch normalization is left alone.</param>
    /// <param name="batches">Training images.</param>
    /// <param name="count">How many batches; one epoch where it is not given.</param>
    public static void Measure(Module model, BatchSource batches, int? count = null)
    {
        BatchNorm2d[] norms = [.. model.Modules().OfType<BatchNorm2d>()];
        if (norms.Length == 0) return;
        double[] momenta = [.. norms.Select(norm => norm.Momentum)];
        bool wasTraining = model.IsTraining;
        model.Train();
        using var mode = Autograd.NoGrad();
        for (int i = 0; i < (count ?? batches.Loader.StepsPerEpoch); i++)
        {
            using var scope = TensorScope.Open();
            // The i-th batch has the share 1 / i of the average so far, so the first replaces what was there.
            foreach (BatchNorm2d norm in norms) norm.Momentum = 1.0 / (i + 1);
            model.Forward(batches.Load(i).Images.To(model.NamedParameters()[0].Value.Type));
        }
        foreach ((BatchNorm2d norm, double momentum) in norms.Zip(momenta)) norm.Momentum = momentum;
        model.Train(wasTraining);
    }
}
