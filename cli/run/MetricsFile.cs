using System.Globalization;
using Catapult.Kernels;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary><c>metrics.csv</c>: one row a step. A resumed run cuts the file at its checkpoint and goes on.</summary>
internal sealed class MetricsFile : IDisposable
{
    private const string Header = "step,epoch,lr,momentum,loss,grad_norm,images_per_second";

    private readonly StreamWriter writer;

    public MetricsFile(string folder, long firstStep)
    {
        string path = Path.Combine(folder, Name);
        string[] kept = firstStep > 0 && File.Exists(path) ? [.. File.ReadLines(path).Take((int)firstStep + 1)] : [Header];
        writer = new StreamWriter(path, append: false);
        foreach (string line in kept) writer.WriteLine(line);
        writer.Flush();
    }

    public const string Name = "metrics.csv";

    public void Add(in StepResult step)
    {
        Span<char> row = stackalloc char[192];
        row.TryWrite(
            CultureInfo.InvariantCulture,
            $"{step.Step},{step.Epoch + 1},{step.LearningRate:G9},{step.Momentum:G9},{step.Loss:G9},{step.GradientNorm:G9},{step.Images / step.Seconds:F1}",
            out int length);
        writer.WriteLine(row[..length]);
    }

    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();

    /// <summary>The recorded rates, momenta and losses.</summary>
    public static StepHistory Read(string folder)
    {
        List<double> rates = [], momenta = [], losses = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, Name)).Skip(1))
        {
            double[] fields = [.. line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            if (fields.Length != 7) throw new InputException($"'{Path.Combine(folder, Name)}' is damaged: a row has {fields.Length} fields instead of 7.");
            rates.Add(fields[2]);
            momenta.Add(fields[3]);
            losses.Add(fields[4]);
        }
        return new StepHistory { LearningRate = rates, Momentum = momenta, Loss = losses };
    }
}
