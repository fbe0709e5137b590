using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The global norm of gradients, sqrt of the sum of squares over all parameters, and clipping by it (Pascanu et al. 2013).</summary>
public sealed class GradientNorm(IReadOnlyList<NamedParameter> parameters)
{
    private readonly DeviceBuffer[] buffers = new DeviceBuffer[parameters.Count];

    /// <summary>The norm over the parameters that have a gradient; 0 when none has.</summary>
    public double Measure()
    {
        int count = 0;
        foreach (NamedParameter parameter in parameters)
            if (parameter.Value.Grad is { } gradient) buffers[count++] = gradient.Buffer;
        if (count == 0) return 0;
        Backend backend = parameters[0].Value.Backend;
        DeviceBuffer sum = backend.Allocate(DType.Float64, 1);
        backend.SumOfSquares(buffers.AsSpan(0, count), sum);
        double total = 0;
        backend.Download(sum, new Span<double>(ref total));
        backend.Release(sum);
        return Math.Sqrt(total);
    }

    /// <summary>Scales all gradients by the same factor so that their norm is at most <paramref name="largest"/>.</summary>
    /// <returns>The norm before clipping.</returns>
    public double Clip(double largest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largest);
        double norm = Measure();
        if (norm <= largest) return norm;
        foreach (NamedParameter parameter in parameters)
            if (parameter.Value.Grad is { } gradient) gradient.Backend.Unary(new Affine(largest / norm, 0), gradient.Buffer, gradient.Buffer);
        return norm;
    }
}
