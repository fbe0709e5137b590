using Catapult.Engine;
using Catapult.Optimizers;

namespace Catapult.Lab;

/// <summary>Plain gradient descent on the same loss in every step: no momentum, no decay, no batches.</summary>
internal sealed class GradientDescent
{
    private readonly Optimizer optimizer;
    private readonly Func<Tensor> loss;

    /// <summary>Descends along all parameters of a model.</summary>
    /// <param name="context">The optimizer, where it is not plain descent.</param>
    /// <param name="model">What is trained.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="loss">Computes the loss of the whole data set, one element.</param>
    public GradientDescent(ExperimentContext context, Module model, double rate, Func<Tensor> loss)
    {
        ParameterGroup[] groups = ParameterGroup.All(model);
        (groups[0].LearningRate, groups[0].Momentum) = (context.RateFactor * rate, 0);
        (optimizer, this.loss) = (context.Create(groups, own => new Sgd(own)), loss);
    }

    /// <summary>Takes a step and returns the loss before it.</summary>
    public double Step()
    {
        using var scope = TensorScope.Open();
        Tensor now = loss();
        optimizer.ZeroGrad();
        now.Backward();
        optimizer.Step();
        return now.Item();
    }
}
