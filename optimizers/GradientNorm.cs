using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The global norm of gradients, sqrt of the sum of squares over all parameters, and clipping by it (Pascanu et al. 2013).</summary>
public sealed class GradientNorm(IReadOnlyList<NamedParameter> parameters)
{
    private readonly DeviceBuffer[] buffers = new DeviceBuffer[parameters.Count];

    private readonly Backend backend = parameters[0].Value.Backend;

    /// <summary>The norm over the parameters that have a gradient; 0 when none has.</summary>
    public double Measure()
    {
        DeviceBuffer square = backend.Allocate(DType.Float64, 1);
        Square(square);
        double total = 0;
        backend.Download(square, new Span<double>(ref total));
        backend.Release(square);
        return Math.Sqrt(total);
    }

    /// <summary>Leaves the square of the norm in one Float64 element on the device, without waiting for it.</summary>
    public void Square(DeviceBuffer square)
    {
        int count = 0;
        foreach (NamedParameter parameter in parameters)
            if (parameter.Value.Grad is { } gradient) buffers[count++] = gradient.Buffer;
        if (count == 0) backend.Fill(square, 0);
        else backend.SumOfSquares(buffers.AsSpan(0, count), square);
    }

    /// <summary>Scales all gradients by the same factor so that their norm is at most <paramref name="largest"/>.</summary>
    /// <returns>The norm before clipping.</returns>
    public double Clip(double largest)
    {
        double norm = Measure();
        Clip(largest, norm);
        return norm;
    }

    /// <summary>The same where the norm is known.</summary>
    public void Clip(double largest, double norm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largest);
        if (norm <= largest) return;
        foreach (NamedParameter parameter in parameters)
            if (parameter.Value.Grad is { } gradient) backend.Unary(new Affine(largest / norm, 0), gradient.Buffer, gradient.Buffer);
    }
}
