using ILGPU;

namespace Catapult.Ladders;

/// <summary>A thread for each channel, which walks all rows three times: for the mean, for the variance, and to normalize.</summary>
/// <remarks>
/// <para>Changed: nothing yet.</para>
/// <para>Predicted: 0.5 % of the roof: 64 channels are 64 threads, where a device has room for hundreds of thousands. The bottleneck is the wait of each thread
/// for its own loads.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuThreadBatchNorm(int rows, int channels, float epsilon, ArrayView<float> x, ArrayView<float> gamma, ArrayView<float> beta, ArrayView<float> y) : IGpuRung<GpuBatchNormProblem>
{
    public static void Launch(GpuBatchNormProblem p) =>
        p.Launcher.Run(p.Launcher.Strided(p.Channels), new GpuThreadBatchNorm(p.Rows, p.Channels, p.Epsilon, p.X, p.Gamma, p.Beta, p.Y));

    public void Run()
    {
        for (int c = Kernels.Gpu.Thread.Index; c < channels; c += Kernels.Gpu.Thread.Count)
        {
            float sum = 0, squares = 0;
            for (int row = 0; row < rows; row++) sum += x[row * channels + c];
            float mean = sum / rows;
            for (int row = 0; row < rows; row++) squares += (x[row * channels + c] - mean) * (x[row * channels + c] - mean);
            float scale = gamma[c] / MathF.Sqrt(squares / rows + epsilon), shift = beta[c] - mean * scale;
            for (int row = 0; row < rows; row++)
            {
                float z = x[row * channels + c] * scale + shift;
                y[row * channels + c] = z > 0f ? z : 0f;
            }
        }
    }
}
