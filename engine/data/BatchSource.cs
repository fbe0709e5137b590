using System.Runtime.InteropServices;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The batches of a loader on a device. The data set lies in the device's memory, as bytes; a step sends it what the dice say of each image, and the
/// device makes the images of that. Dispose it to give the memory back.
/// </summary>
public sealed class BatchSource : IDisposable
{
    private readonly Backend backend;
    private readonly BatchPlan plan;
    private readonly Tensor pixels, table;
    private Tensor? crops, labels;

    internal BatchSource(DataLoader loader, Backend backend)
    {
        (Loader, this.backend, plan) = (loader, backend, loader.CreatePlan());
        pixels = Pixels(backend, loader.Data.Images).Keep();
        table = Tensor.From(backend, loader.Normalization.Table, [loader.Normalization.Mean.Count, ImageGeometry.Levels]).Keep();
    }

    /// <summary>What decides the batches.</summary>
    public DataLoader Loader { get; }

    /// <summary>The batch of a step of the run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public Batch Load(long step)
    {
        Prepare(step);
        return Make();
    }

    /// <summary>Sends the device what it needs for the batch of a step.</summary>
    /// <returns>What was sent; valid until the next call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public BatchPlan Prepare(long step)
    {
        Loader.Fill(step, plan);
        crops = Send(MemoryMarshal.Cast<ImageCrop, int>(plan.Crops.AsSpan(0, plan.Count)), crops);
        labels = Send(plan.Labels.AsSpan(0, plan.Count), labels);
        return plan;
    }

    /// <summary>Makes the batch that was prepared last, on the device alone.</summary>
    public Batch Make()
    {
        Shape shape = [plan.Count, Loader.Data.Height, Loader.Data.Width, Loader.Data.Channels];
        Tensor images = Tensor.Empty(backend, shape, DType.Float32);
        backend.CropImages(Loader.Geometry, pixels.Buffer, crops!.Buffer, table.Buffer, images.Buffer);
        return new(images, labels!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pixels.Dispose();
        table.Dispose();
        crops?.Dispose();
        labels?.Dispose();
    }

    /// <summary>Writes to the place of last time, unless the size has changed.</summary>
    private Tensor Send(ReadOnlySpan<int> values, Tensor? place)
    {
        if (place?.Length == values.Length)
        {
            backend.Upload(values, place.Buffer);
            return place;
        }
        place?.Dispose();
        return Tensor.From(backend, values, [values.Length]).Keep();
    }

    private static Tensor Pixels(Backend backend, byte[] images)
    {
        int words = (images.Length + sizeof(int) - 1) / sizeof(int);
        byte[] whole = images.Length % sizeof(int) == 0 ? images : [.. images, .. new byte[words * sizeof(int) - images.Length]];
        return Tensor.From(backend, MemoryMarshal.Cast<byte, int>(whole), [words]);
    }
}
