namespace Catapult.Training;

/// <summary>The loss and the norm of the gradients of one step, on their way from the device until somebody asks.</summary>
internal sealed class StepReadings(Func<double> lossLater, Func<double> squareLater)
{
    private double? loss, norm;

    /// <summary>The loss.</summary>
    public double Loss => loss ??= lossLater();

    /// <summary>The norm.</summary>
    public double GradientNorm => norm ??= Math.Sqrt(squareLater());

    /// <summary>Whether both are finite.</summary>
    public bool IsFinite => double.IsFinite(Loss) && double.IsFinite(GradientNorm);
}
