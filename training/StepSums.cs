using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// Where a device leaves what a step is judged by: the loss, the square of the norm of the gradients, and the gate, which is finite where both are. One
/// Float64 element each, the same in every step.
/// </summary>
internal sealed class StepSums(Backend backend, GradientNorm gradients) : IDisposable
{
    private static readonly int[] One = [1];

    private readonly DeviceBuffer loss = backend.Allocate(DType.Float64, 1), square = backend.Allocate(DType.Float64, 1);

    /// <summary>Finite where the step may be applied.</summary>
    public DeviceBuffer Gate { get; } = backend.Allocate(DType.Float64, 1);

    /// <summary>Takes a part of the loss in.</summary>
    public void Add(Tensor part, bool isFirst)
    {
        if (isFirst)
        {
            backend.Convert(part.Buffer, loss);
            return;
        }
        using var mode = Autograd.NoGrad();
        backend.Binary(new Add(), LoopNest.Create(One, One, One), loss, part.To(DType.Float64).Buffer, loss);
    }

    /// <summary>Has the device compute the square and the gate, when the gradients are what the step goes along.</summary>
    public void Close()
    {
        gradients.Square(square);
        backend.Binary(new Add(), LoopNest.Create(One, One, One), loss, square, Gate);
    }

    /// <summary>Has loss and norm brought over, after all that was queued before.</summary>
    public StepReadings Read() => new(backend.ReadLater(loss), backend.ReadLater(square));

    public void Dispose()
    {
        backend.Release(loss);
        backend.Release(square);
        backend.Release(Gate);
    }
}
