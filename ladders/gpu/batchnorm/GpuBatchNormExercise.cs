using ILGPU;

namespace Catapult.Ladders;

/// <summary>The reader's own rung. It is right, and as it stands a thread for each channel with Welford's running moments: two walks in the place of three.</summary>
/// <remarks>
/// <para>Changed: mean and variance are formed in one walk.</para>
/// <para>Predicted: 1.2 times the rung thread-a-channel: two thirds of the loads, each followed by a longer chain of operations.</para>
/// <para>Measured: on no device yet.</para>
/// </remarks>
internal readonly struct GpuBatchNormExercise(int rows, int channels, float epsilon, ArrayView<float> x, ArrayView<float> gamma, ArrayView<float> beta, ArrayView<float> y) : IGpuRung<GpuBatchNormProblem>
{
    public static void Launch(GpuBatchNormProblem p) =>
        p.Launcher.Run(p.Launcher.Strided(p.Channels), new GpuBatchNormExercise(p.Rows, p.Channels, p.Epsilon, p.X, p.Gamma, p.Beta, p.Y));

    public void Run()
    {
        for (int c = Kernels.Gpu.Thread.Index; c < channels; c += Kernels.Gpu.Thread.Count)
        {
            float mean = 0, squares = 0;
            for (int row = 0; row < rows; row++)
            {
                float before = x[row * channels + c] - mean;
                mean += before / (row + 1);
                squares += before * (x[row * channels + c] - mean);
            }
            float scale = gamma[c] / MathF.Sqrt(squares / rows + epsilon), shift = beta[c] - mean * scale;
            for (int row = 0; row < rows; row++)
            {
                float z = x[row * channels + c] * scale + shift;
                y[row * channels + c] = z > 0f ? z : 0f;
            }
        }
    }
}
