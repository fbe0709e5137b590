using System.Text.Json.Nodes;
using Catapult.Benchmarks;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The command <c>peers</c> in this process, its cheapest workloads, without PyTorch unless a stand-in takes its place.</summary>
[NonParallelizable]
public class PeersCommandTests
{
    private const string Quick = "--seconds 0.02 --threads 1 --only";

    [TestCase("gemm-256", "GFLOP/s")]
    [TestCase("sgdm-165-small-tensors", "Mparam/s")]
    public void PrintsALineAWorkloadAndTheTable(string name, string unit)
    {
        (int code, string[] lines, string error) = Run($"{Quick} {name}");
        JsonObject measurement = JsonNode.Parse(lines[0])!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(error, Does.StartWith("PyTorch is left out"));
            Assert.That(measurement.Select(field => field.Key), Is.EqualTo(new[] { "workload", "unit", "median", "best", "runs", "by" }));
            Assert.That(((string)measurement["workload"]!, (string)measurement["unit"]!, (string)measurement["by"]!), Is.EqualTo((name, unit, "catapult")));
            Assert.That((double)measurement["median"]!, Is.GreaterThan(0).And.LessThanOrEqualTo((double)measurement["best"]!));
            Assert.That((int)measurement["runs"]!, Is.GreaterThanOrEqualTo(5));
            Assert.That(Cells(lines, "workload"), Is.EqualTo(new[] { "workload", "unit", "Catapult", "PyTorch", "ratio", "of the roof" }));
            Assert.That(Cells(lines, name)[1], Is.EqualTo(unit));
            Assert.That(Cells(lines, name)[3..5], Is.EqualTo(new[] { "-", "-" }));
            Assert.That(Cells(lines, name)[5], Does.Match(@"^\d+ % (arithmetic|memory)$"));
            Assert.That(lines[^1], Does.Match(@"^The roof: .* GFLOP/s multiply-add, .* GB/s copy, .* GB/s in place; 1 thread, .*, \d{4}-\d\d-\d\d, vectors of (128|256|512) bits\.$"));
        });
    }

    /// <summary>A shell script stands in for the Python that would run the peer.</summary>
    [Test, Platform(Exclude = "Win")]
    public void PutsThePeerBesideIt()
    {
        string folder = Directory.CreateTempSubdirectory().FullName, script = Path.Combine(folder, "peer.sh"), json = Path.Combine(folder, "new", "all.json");
        try
        {
            File.WriteAllText(script, """
                echo 'a warning'
                echo '{"workload": "gemm-256-more", "unit": "GFLOP/s", "median": 1.0, "best": 2.0, "runs": 3}'
                echo '{"workload": "gemm-256", "unit": "GFLOP/s", "median": 0.001, "best": 0.002, "runs": 7}'
                """);
            (int code, string[] lines, string error) = Run($"{Quick} gemm-256 --repeat 2 --torch sh --peer-script {script} --json {json}");
            JsonNode written = JsonNode.Parse(File.ReadAllText(json))!, row = written["rows"]!.AsArray().Single()!;
            Assert.Multiple(() =>
            {
                Assert.That((code, error), Is.EqualTo((0, "")));
                Assert.That(lines[..4].Select(line => (string)JsonNode.Parse(line)!["by"]!), Is.EqualTo(new[] { "catapult", "pytorch", "catapult", "pytorch" }));
                Assert.That(lines[1], Is.EqualTo("""{"workload":"gemm-256","unit":"GFLOP/s","median":0.001,"best":0.002,"runs":7,"by":"pytorch"}"""));
                Assert.That(Cells(lines, "workload"), Does.Contain("lowest"));
                Assert.That(row["catapult"]!.AsArray(), Has.Count.EqualTo(2));
                Assert.That(row["pytorch"]!.AsArray().Select(one => (int)one!["runs"]!), Is.EqualTo(new[] { 7, 7 }));
                Assert.That((double)row["lowest_ratio"]!, Is.GreaterThan(0).And.LessThanOrEqualTo((double)row["ratio"]!));
                Assert.That((double)row["flops_floor_seconds"]!, Is.EqualTo(2 * Math.Pow(256, 3) / (double)written["roof"]!["flops_per_second"]!).Within(1e-9).Percent);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every workload of the small scale, on the device of every machine.</summary>
    [Test]
    public void SmallSizesSayThatTheyAreSmall()
    {
        string folder = Directory.CreateTempSubdirectory().FullName, json = Path.Combine(folder, "all.json");
        try
        {
            (int code, string[] lines, string error) = Run($"--seconds 0.001 --threads 1 --scale small --json {json}");
            JsonNode written = JsonNode.Parse(File.ReadAllText(json))!;
            Assert.Multiple(() =>
            {
                Assert.That((code, error.TrimEnd()), Is.EqualTo((0, "PyTorch is left out: it has no workloads of small sizes.")));
                Assert.That(lines.Where(line => line.StartsWith('{')), Has.Exactly(Workloads.Small.Count).Items);
                Assert.That(lines[^2], Does.StartWith("Small sizes:"));
                Assert.That(((string)written["scale"]!, (string)written["machine"]!["device"]!), Is.EqualTo(("small", "cpu")));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>On each GPU that is here, and without one the sentence that says why.</summary>
    [TestCase("cuda"), TestCase("opencl")]
    public void GpuQueuesItsCalls(string device)
    {
        (int code, string[] lines, string error) = Run($"--seconds 0.001 --scale small --device {device} --only sgdm");
        if (!GpuTestDevice.KindsHere.Contains(device))
        {
            Assert.That((code, lines.Length, error.Trim().Split('\n').Length), Is.EqualTo((2, 0, 1)));
            Assert.That(error, Does.StartWith($"--device {device} cannot be used: "));
            return;
        }
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That((double)JsonNode.Parse(lines[0])!["queued"]!, Is.GreaterThan(0));
            Assert.That(Cells(lines, "workload")[^2..], Is.EqualTo(new[] { "queued", "of the roof" }));
            Assert.That(Cells(lines, "sgdm-4k")[^1], Does.Match(@"^\d+ % memory$"));
            Assert.That(lines[^1], Does.Match($@"^The roof: [^ ]+ GB/s copy, [^ ]+ GB/s in place; {device}, .*\.$"));
        });
    }

    [TestCase("--device gpu", "--device must be one of cpu, cuda, opencl, ilgpu-cpu, not 'gpu'.")]
    [TestCase("--scale tiny", "--scale must be one of full, small, not 'tiny'.")]
    [TestCase("--device cuda --only gemm-256", "No workload's name contains 'gemm-256'")]
    [TestCase("--only nothing", "No workload's name contains 'nothing'")]
    [TestCase("--threads 0", "--threads must be a whole number from 1 to 1024, not '0'.")]
    [TestCase("--seconds x", "--seconds must be a number greater than 0, not 'x'.")]
    [TestCase("--repeat 0", "--repeat must be a whole number, at least 1, not '0'.")]
    [TestCase("--peer-script absent.py", "There is no file 'absent.py'")]
    [TestCase("--seconds", "--seconds")]
    [TestCase("--unknown", "--unknown")]
    public void BadArgumentsAreOneSentence(string arguments, string sentence)
    {
        (int code, string[] lines, string error) = Run(arguments);
        Assert.Multiple(() =>
        {
            Assert.That((code, lines.Length), Is.EqualTo((2, 0)));
            Assert.That(error, Does.Contain(sentence));
            Assert.That(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        });
    }

    private static (int Code, string[] Lines, string Error) Run(string arguments)
    {
        (StringWriter output, StringWriter error) = (new(), new());
        int code = PeersCommand.Run([PeersCommand.Name, .. arguments.Split(' ')], output, error);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), error.ToString());
    }

    /// <summary>The cells of the row of the table that begins with a name.</summary>
    private static string[] Cells(string[] lines, string first) =>
        [.. lines.Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Single(cells => cells[0] == first)];
}
