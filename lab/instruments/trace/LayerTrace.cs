using Catapult.Engine;
using Catapult.Optimizers;
using Catapult.Training;

namespace Catapult.Lab;

/// <summary>
/// Looks into training step by step: for each parameter the norms of its gradient, of its values and of its change, the cosine between gradient and momentum, the
/// effective rates of its weights, the decay, and the units that no gradient reaches; every so often the sharpness of a loss. Large tensors are
/// looked at through an even sample of a thousand weights, which gives their norms within about 2 %, so that a look costs little beside a step.
/// </summary>
public sealed class LayerTrace : IStepTrace
{
    private readonly List<LayerReading[]> layers = [];
    private readonly List<SharpnessReading> sharpness = [];
    private LayerLook[] open = [];
    private double[]? top;

    /// <summary>Steps from one look at the layers to the next.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Computes a loss on the same data whenever it is called, whose sharpness is measured; null for none.</summary>
    public Func<Tensor>? Loss { get; init; }

    /// <summary>Steps from one sharpness to the next.</summary>
    public int SharpnessEvery { get; init; } = 100;

    /// <summary>The sharpness so far.</summary>
    public IReadOnlyList<SharpnessReading> Sharpness => sharpness;

    /// <summary>Hands over the layers since the last call: one array a step, one reading a parameter.</summary>
    public IReadOnlyList<LayerReading[]> Take()
    {
        LayerReading[][] taken = [.. layers];
        layers.Clear();
        return taken;
    }

    /// <inheritdoc/>
    public void Before(Optimizer optimizer, long step)
    {
        if (Loss is not null && step % SharpnessEvery == 0) Measure(optimizer, Loss, step);
        if (step % Every != 0) return;
        using var mode = Autograd.NoGrad();
        open =
        [
            .. from @group in optimizer.Groups
               where !@group.IsFrozen
               from parameter in @group.Parameters
               where parameter.Value.Grad is not null
               select new LayerLook(optimizer, @group, parameter, step),
        ];
    }

    /// <inheritdoc/>
    public void After(Optimizer optimizer)
    {
        if (open.Length == 0) return;
        using var mode = Autograd.NoGrad();
        layers.Add([.. open.Select(look => look.Close())]);
        open = [];
    }

    private void Measure(Optimizer optimizer, Func<Tensor> loss, long step)
    {
        using var hessian = new HessianOperator([.. optimizer.Groups.Where(group => !group.IsFrozen).SelectMany(group => group.Parameters).Select(parameter => parameter.Value)], loss);
        // From the last direction, which turns slowly.
        Eigenpair pair = Lanczos.Largest(hessian, tolerance: 1e-2, start: top)[0];
        top = pair.Vector;
        sharpness.Add(new(step, pair.Value, pair.Residual, optimizer.EffectiveRate(optimizer.Groups[0])));
    }
}
