namespace Catapult.Ladders;

/// <summary>What one solution of a problem costs at the least, whoever solves it.</summary>
/// <param name="Flops">Floating-point operations, a multiply-add as two, an exponential or a root as one.</param>
/// <param name="Bytes">Bytes of main memory that are read and written, where passes over the data that must wait for one another count each.</param>
/// <param name="CountsFlops">Whether speed is told in operations; else in bytes.</param>
public readonly record struct Work(double Flops, double Bytes, bool CountsFlops)
{
    /// <summary>The unit of speed.</summary>
    public string Unit => CountsFlops ? "GFLOP/s" : "GB/s";

    /// <summary>What <see cref="Unit"/> counts, as it stands before the stroke.</summary>
    public double Amount => 1e-9 * (CountsFlops ? Flops : Bytes);

    /// <summary>Operations a byte: where the problem stands under a roofline (Williams, Waterman and Patterson 2009).</summary>
    public double Intensity => Flops / Bytes;

    /// <summary>What the machine can do at most, in <see cref="Unit"/>; null where that was not measured.</summary>
    public double? Most(Roof roof) => 1e-9 * (CountsFlops ? roof.FlopsPerSecond : roof.BytesPerSecond);
}
