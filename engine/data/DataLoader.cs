using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// Cuts a data set into batches. Batch k of the run is a pure function of (seed, k), so a run resumes from its step alone.
/// A loader keeps the order of the latest epoch, so one thread at a time may use it.
/// </summary>
public sealed class DataLoader
{
    private const ulong Purpose = 0x61756772616E64; // "augrand", in ASCII

    private readonly ulong seed;
    private readonly bool shuffle;
    private readonly Augmentation augmentation;
    private readonly int[] order;
    private int orderEpoch = -1;

    /// <summary>Describes the batches.</summary>
    /// <param name="data">The images.</param>
    /// <param name="batchSize">Images a batch.</param>
    /// <param name="normalization">That of the training set.</param>
    /// <param name="seed">Decides the orders and the variations.</param>
    /// <param name="shuffle">Whether each epoch has its own random order; else that of the data set.</param>
    /// <param name="augmentation">How the images are varied.</param>
    /// <param name="dropLast">Whether the samples that do not fill a batch are left out of the epoch; else they make a smaller one.</param>
    /// <exception cref="InputException">The batch size is not positive, or exceeds the data while partial batches are dropped.</exception>
    public DataLoader(
        ImageDataset data, int batchSize, Normalization normalization, ulong seed = 0, bool shuffle = true,
        Augmentation augmentation = default, bool dropLast = true)
    {
        if (batchSize < 1) throw new InputException($"A batch of {batchSize} images is none; give a batch size of at least 1.");
        if (dropLast && batchSize > data.Count)
            throw new InputException(
                $"{data.Name}: a batch of {batchSize} images exceeds the {data.Count} of the data set; "
                + $"give a batch size of at most {data.Count}.");
        (Data, BatchSize, Normalization) = (data, Math.Min(batchSize, data.Count), normalization);
        (this.seed, this.shuffle, this.augmentation) = (seed, shuffle, augmentation);
        StepsPerEpoch = dropLast ? data.Count / BatchSize : (data.Count + BatchSize - 1) / BatchSize;
        order = [.. Enumerable.Range(0, data.Count)];
    }

    /// <summary>The images.</summary>
    public ImageDataset Data { get; }

    /// <summary>Images in a full batch.</summary>
    public int BatchSize { get; }

    /// <summary>What the images are normalized by.</summary>
    public Normalization Normalization { get; }

    /// <summary>Batches an epoch.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>Batches for judging: every image once an epoch, in the order of the data set, as it is.</summary>
    /// <exception cref="InputException">The batch size is not positive.</exception>
    public static DataLoader ForEvaluation(ImageDataset data, int batchSize, Normalization normalization) =>
        new(data, batchSize, normalization, shuffle: false, dropLast: false);

    /// <summary>The sizes of the images, for the kernel that makes them.</summary>
    internal ImageGeometry Geometry => new(Data.Height, Data.Width, Data.Channels, augmentation.CutSide(Data.Width));

    /// <summary>The batches on a device, whose memory takes the whole data set.</summary>
    public BatchSource On(Backend backend) => new(this, backend);

    /// <summary>A plan to be filled by this loader, again and again.</summary>
    public BatchPlan CreatePlan() => new(BatchSize);

    /// <summary>Writes the plan of the batch of a step of the run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Fill(long step, BatchPlan into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        int epoch = checked((int)(step / StepsPerEpoch)), start = (int)(step % StepsPerEpoch) * BatchSize;
        if (shuffle && epoch != orderEpoch) EpochOrder.Fill(order, seed, orderEpoch = epoch);
        (into.Step, into.Epoch, into.Count) = (step, epoch, Math.Min(BatchSize, Data.Count - start));
        var random = new RandomStream(seed, Purpose).Fork((ulong)epoch);
        for (int i = 0; i < into.Count; i++)
        {
            int sample = order[start + i];
            into.Indices[i] = sample;
            into.Labels[i] = Data.Labels[sample];
            into.Crops[i] = augmentation.Draw(sample, Data.Height, Data.Width, random.Fork((ulong)sample));
        }
    }
}
