using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Ladders;

/// <summary>y (columns, rows) = the transpose of x (rows, columns) in a GPU's memory.</summary>
internal sealed class GpuTransposeProblem : GpuProblem
{
    private readonly DeviceBuffer x, y;

    public GpuTransposeProblem(GpuBackend backend, int rows, int columns) : base(backend)
    {
        (Rows, Columns) = (rows, columns);
        (x, y) = (Normal(rows * columns), Empty(rows * columns));
    }

    public int Rows { get; }

    public int Columns { get; }

    public ArrayView<float> X => View(x);

    public ArrayView<float> Y => View(y);

    public override string Shape => $"({Rows}, {Columns})";

    /// <summary>Elements are moved, not computed: any difference is too large.</summary>
    protected override double Roundings => 0;

    public override void Restore() => Engine.Fill(y, double.NaN);

    public override float[] Results() => Read(y);

    protected override double[] Expected()
    {
        float[] elements = Read(x);
        return [.. Enumerable.Range(0, elements.Length).Select(i => (double)elements[i % Rows * Columns + i / Rows])];
    }

    protected override double[] Magnitudes(double[] expected) => expected;
}
