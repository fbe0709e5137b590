using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>The loss and the norm of the gradients of one step, on the device until somebody asks.</summary>
internal sealed class StepReadings
{
    private readonly Backend backend;
    private readonly DeviceBuffer loss, square;
    private double lossRead, normRead;
    private bool isRead;

    /// <summary>Has both computed, after all that was queued before.</summary>
    public StepReadings(Backend backend, Tensor lossOfStep, GradientNorm gradients)
    {
        this.backend = backend;
        (loss, square, Gate) = (backend.Allocate(DType.Float64, 1), backend.Allocate(DType.Float64, 1), backend.Allocate(DType.Float64, 1));
        backend.Convert(lossOfStep.Buffer, loss);
        gradients.Square(square);
        int[] one = [1];
        backend.Binary(new Add(), LoopNest.Create(one, one, one), loss, square, Gate);
    }

    /// <summary>A number that is finite where both are; given back when they are read.</summary>
    public DeviceBuffer Gate { get; }

    /// <summary>The loss.</summary>
    public double Loss => Read().lossRead;

    /// <summary>The norm.</summary>
    public double GradientNorm => Read().normRead;

    /// <summary>Whether both are finite.</summary>
    public bool IsFinite => double.IsFinite(Loss) && double.IsFinite(GradientNorm);

    private StepReadings Read()
    {
        if (isRead) return this;
        isRead = true;
        backend.Download(loss, new Span<double>(ref lossRead));
        double sum = 0;
        backend.Download(square, new Span<double>(ref sum));
        normRead = Math.Sqrt(sum);
        backend.Release(loss);
        backend.Release(square);
        backend.Release(Gate);
        return this;
    }
}
