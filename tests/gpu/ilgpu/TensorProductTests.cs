using Catapult.Kernels;
using Catapult.Kernels.Gpu;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using NUnit.Framework;
using F = Catapult.Kernels.Gpu.GpuLane32;

namespace Catapult.Tests;

/// <summary>The kernels for tensor cores on a processor, their instruction emulated: against products of rounded operands, summed in double.</summary>
[Category("Gpu")]
public class TensorProductTests
{
    /// <summary>Of the sum of magnitudes: sums in float, of some dozens of terms.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Fraction bits of the operands.</summary>
    private const int Tf32Bits = 10, BFloat16Bits = 7;

    private GpuBackend backend = null!;

    [OneTimeSetUp]
    public void CreateBackend()
    {
        var device = new CPUDevice(numThreadsPerWarp: 32, numWarpsPerMultiprocessor: 8, numMultiprocessors: 1);
        Context context = Context.Create(builder => builder.EnableAlgorithms().Profiling().CPU(device));
        backend = new GpuBackend(EngineBackends.IlgpuCpu, context, device.CreateAccelerator(context), Precision.Float32);
    }

    [OneTimeTearDown]
    public void DisposeBackend() => backend?.Dispose();

    [Test]
    public void Tf32OfWholeTiles() => Check<EmulatedUnit<Tf32Unit, EmulatedTf32>, Warps128x64, WideAccess>(128, 64, 32, Tf32Bits);

    [Test]
    public void Tf32OfOddSizes() => Check<EmulatedUnit<Tf32Unit, EmulatedTf32>, Warps64x64, NarrowAccess>(67, 37, 29, Tf32Bits);

    [Test]
    public void Tf32OfSeveralTiles() => Check<EmulatedUnit<Tf32Unit, EmulatedTf32>, Warps128x128, WideAccess>(136, 132, 20, Tf32Bits);

    [Test]
    public void BFloat16OfWholeTiles() => Check<EmulatedUnit<BFloat16Unit, EmulatedBFloat16>, Warps128x64, WideAccess>(128, 64, 32, BFloat16Bits);

    [Test]
    public void BFloat16OfOddSizes() => Check<EmulatedUnit<BFloat16Unit, EmulatedBFloat16>, Warps64x64, NarrowAccess>(67, 37, 29, BFloat16Bits);

    [TestCase(128, 64, 32)]
    [TestCase(72, 36, 52)]
    [TestCase(4, 68, 8)]
    public void PipelineOfTf32(int m, int n, int k) => CheckPipelines<EmulatedTf32, Warps128x64>(m, n, k, Tf32Bits);

    [TestCase(136, 132, 20)]
    [TestCase(128, 128, 96)]
    public void PipelineOfTf32OfLargeTiles(int m, int n, int k) => CheckPipelines<EmulatedTf32, Warps128x128>(m, n, k, Tf32Bits);

    [TestCase(64, 64, 32)]
    [TestCase(72, 36, 52)]
    public void PipelineOfBFloat16(int m, int n, int k) => CheckPipelines<EmulatedBFloat16, Warps64x64>(m, n, k, BFloat16Bits);

    [TestCase(1.00048828125f, 1.0009765625f)]
    [TestCase(-1.00048828125f, -1.0009765625f)]
    [TestCase(1.0004882f, 1f)]
    [TestCase(0f, 0f)]
    [TestCase(float.PositiveInfinity, float.PositiveInfinity)]
    [TestCase(float.NaN, float.NaN)]
    public void RoundsToTf32(float x, float expected) => Assert.That(F.ToTf32(new(x)).Value, Is.EqualTo(expected));

    private void Check<U, W, L>(int m, int n, int k, int bits) where U : struct, IMatrixUnit where W : struct, IWarpTiling where L : struct, IAccess =>
        Check<W>(m, n, k, bits, (config, a, b, result) => backend.Launcher.Run(config, new TensorProductKernel<RowOperand<F>, ColumnOperand<F>, L, U, W>(
            new(View(a), m, k, k, 0), new(View(b), n, k, n, 0), Shape(m, n, k), result)));

    /// <summary>Each operand along the depth and across.</summary>
    private void CheckPipelines<R, W>(int m, int n, int k, int bits) where R : struct, IEmulatedRegister where W : struct, IWarpTiling
    {
        CheckPipeline<R, W, RowOperand<F>, ColumnOperand<F>>(m, n, k, bits, a => new(View(a), m, k, k, 0), b => new(View(b), n, k, n, 0));
        CheckPipeline<R, W, ColumnOperand<F>, RowOperand<F>>(m, n, k, bits, a => new(View(Transposed(a, m, k)), m, k, m, 0), b => new(View(Transposed(b, k, n)), n, k, k, 0));
    }

    private void CheckPipeline<R, W, P, Q>(int m, int n, int k, int bits, Func<double[], P> left, Func<double[], Q> right)
        where R : struct, IEmulatedRegister where W : struct, IWarpTiling where P : struct, IOperand<F> where Q : struct, IOperand<F> =>
        Check<W>(m, n, k, bits, (config, a, b, result) => backend.Launcher.Run(config, new PipelinedProductKernel<P, Q, EmulatedPipeline<R>, Pack4<Pack4<Pack4<F>>>, W>(
            left(a), right(b), 0, 0, 0, Shape(m, n, k), result)));

    private static ProductShape Shape(int m, int n, int k) => new(m, n, k, 1, (k + 15) / 16 * 16);

    private static double[] Transposed(double[] matrix, int rows, int columns) => [.. Enumerable.Range(0, matrix.Length).Select(i => matrix[i % rows * columns + i / rows])];

    private void Check<W>(int m, int n, int k, int bits, Action<KernelConfig, double[], double[], ProductResult<F>> run) where W : struct, IWarpTiling
    {
        double[] a = Samples.Uniform(1, m * k), b = Samples.Uniform(2, k * n), bias = Samples.Uniform(3, n);
        ArrayView<F> y = View(new double[m * n]);
        var target = new ProductTarget<F>(y, m, n, n, m * n, 1, true, View(bias));
        int threads = 32 * W.Rows * W.Columns, rowTiles = (m + 64 * W.Rows - 1) / (64 * W.Rows), columnTiles = (n + 32 * W.Columns - 1) / (32 * W.Columns);
        var config = new KernelConfig(
            new Index3D(rowTiles, columnTiles, 1), new Index3D(threads, 1, 1), SharedMemoryConfig.RequestDynamic<uint>(threads * EmulatedUnit<Tf32Unit, EmulatedTf32>.Registers));
        run(config, a, b, target.Whole());
        var actual = new F[m * n];
        backend.Synchronize();
        y.CopyToCPU(actual);
        (double[] expected, double[] magnitudes) = Multiply(a, b, bias, m, n, k, bits);
        Comparison.Close(expected, [.. actual.Select(value => (double)value.Value)], i => Tolerance * magnitudes[i], $"({m}, {k}) x ({k}, {n})");
    }

    private static (double[] Products, double[] Magnitudes) Multiply(double[] a, double[] b, double[] bias, int m, int n, int k, int bits)
    {
        double[] products = new double[m * n], magnitudes = new double[m * n];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = bias[i % n];
            for (int p = 0; p < k; p++)
            {
                double term = Round((float)a[i / n * k + p], bits) * Round((float)b[p * n + i % n], bits);
                products[i] += term;
                magnitudes[i] += Math.Abs(term) + Math.Abs(bias[i % n]);
            }
        }
        return (products, magnitudes);
    }

    /// <summary>To some bits of fraction. TF32 rounds ties away from 0, BFloat16 to even.</summary>
    private static double Round(float x, int bits)
    {
        if (x == 0) return 0;
        double unit = Math.Pow(2, Math.ILogB(x) - bits);
        return Math.Round(x / unit, bits == Tf32Bits ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven) * unit;
    }

    private ArrayView<F> View(double[] values)
    {
        var buffer = (GpuBuffer)backend.Allocate(DType.Float32, values.Length);
        backend.Upload<float>(Array.ConvertAll(values, value => (float)value), buffer);
        return buffer.View<F>();
    }
}
