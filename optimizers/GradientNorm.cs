using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The global norm of gradients, sqrt of the sum of squares over all parameters.</summary>
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
}
