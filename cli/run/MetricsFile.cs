using System.Globalization;
using Catapult.Kernels;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary><c>metrics.csv</c>: one row a step. A resumed run takes over the rows up to its checkpoint and goes on.</summary>
internal sealed class MetricsFile : IDisposable
{
    private const string Header = "step,epoch,lr,momentum,loss,grad_norm,images_per_second";

    private readonly StreamWriter writer;

    /// <param name="folder">Where the file goes; made where it is missing.</param>
    /// <param name="firstStep">The step of the first row that will be added.</param>
    /// <param name="resumed">The folder of the run that is resumed.</param>
    public MetricsFile(string folder, long firstStep, string? resumed)
    {
        string earlier = Path.Combine(resumed ?? folder, Name);
        string[] kept = firstStep > 0 && File.Exists(earlier) ? [.. File.ReadLines(earlier).Take((int)firstStep + 1)] : [Header];
        Directory.CreateDirectory(folder);
        writer = new StreamWriter(Path.Combine(folder, Name), append: false);
        foreach (string line in kept) writer.WriteLine(line);
        writer.Flush();
    }

    public const string Name = "metrics.csv";

    public void Add(StepResult step)
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
        List<double> steps = [], rates = [], momenta = [], losses = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, Name)).Skip(1))
        {
            double[] fields = [.. line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
            if (fields.Length != 7) throw new InputException($"'{Path.Combine(folder, Name)}' is damaged: a row has {fields.Length} fields instead of 7.");
            steps.Add(fields[0]);
            rates.Add(fields[2]);
            momenta.Add(fields[3]);
            losses.Add(fields[4]);
        }
        return new StepHistory { FirstStep = (int)steps.FirstOrDefault(), LearningRate = rates, Momentum = momenta, Loss = losses };
    }
}
