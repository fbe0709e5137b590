using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>The loss and the norm of the gradients of one step, on their way from the device until somebody asks.</summary>
internal sealed class StepReadings
{
    private readonly Func<double> lossLater, squareLater;
    private double? loss, norm;

    /// <summary>Has both computed and brought over, after all that was queued before.</summary>
    /// <param name="backend">The device.</param>
    /// <param name="lossOfStep">One element.</param>
    /// <param name="gradients">Measures the gradients.</param>
    /// <param name="gate">Receives a number that is finite where both are: one Float64 element.</param>
    public StepReadings(Backend backend, Tensor lossOfStep, GradientNorm gradients, DeviceBuffer gate)
    {
        DeviceBuffer value = backend.Allocate(DType.Float64, 1), square = backend.Allocate(DType.Float64, 1);
        backend.Convert(lossOfStep.Buffer, value);
        gradients.Square(square);
        int[] one = [1];
        backend.Binary(new Add(), LoopNest.Create(one, one, one), value, square, gate);
        (lossLater, squareLater) = (backend.ReadLater(value), backend.ReadLater(square));
        backend.Release(value);
        backend.Release(square);
    }

    /// <summary>The loss.</summary>
    public double Loss => loss ??= lossLater();

    /// <summary>The norm.</summary>
    public double GradientNorm => norm ??= Math.Sqrt(squareLater());

    /// <summary>Whether both are finite.</summary>
    public bool IsFinite => double.IsFinite(Loss) && double.IsFinite(GradientNorm);
}
