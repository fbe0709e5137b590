using Catapult.Cli;
using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The commands under <c>catapult kernel</c>, as a user meets them.</summary>
[NonParallelizable]
public class KernelCommandTests
{
    [Test]
    public void ListNamesEveryRung()
    {
        ProgramRun run = ProgramRun.Of("kernel list");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        foreach (Ladder ladder in AllLadders.All)
            foreach (Rung rung in ladder.All)
                Assert.That(run.Output, Does.Contain(ladder.Name).And.Contains(rung.Name));
    }

    [TestCase("kernel show gpu-matmul/coalesced", "struct GpuCoalescedMatMul", "column = i % n")]
    [TestCase("kernel show matmul/threaded", "// kernels/core/cpu/matmul/MatMulTile.cs", "internal static unsafe class MatMulTile<E, V>")]
    public void ShowPrintsSources(string arguments, params string[] words)
    {
        ProgramRun run = ProgramRun.Of(arguments);
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        foreach (string word in words) Assert.That(run.Output, Does.Contain(word));
    }

    /// <summary>In a process of its own, whose JIT says what it does.</summary>
    [Test, Category("Slow")]
    public void ShowPrintsMachineCode()
    {
        ProgramRun run = ProgramRun.Of("kernel show matmul/register-blocked --jit");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That(run.Output, Does.Contain("RegisterBlockedMatMul:Tile").And.Contains("inner loop (marked |)").And.Contains("12 FMAs"), "six rows by two vectors");
    }

    [Test]
    public void CheckSaysWhatIsRight()
    {
        ProgramRun run = ProgramRun.Of("kernel check sum/exercise");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        Assert.That(run.Output, Does.Match(@"^sum/exercise: right on every shape, its largest error \d+\.\d % of what rounding may cause\s*$"));
    }

    [Test]
    public void RaceTimesAndDraws()
    {
        using var folder = new TemporaryFolder();
        string picture = Path.Combine(folder.Path, "new", "sum.svg");
        ProgramRun run = ProgramRun.Of($"kernel race sum --size 5000 --seconds 0 --exercise --threads 2 --svg {picture}");
        Assert.That((run.Code, run.Error), Is.EqualTo((ExitCode.Success, "")));
        foreach (Rung rung in AllLadders.Named("sum")!.All) Assert.That(run.Output, Does.Contain(rung.Name));
        Assert.That(run.Output, Does.Contain("sum, N = 5,000: 3 laps, roof").And.Contains("GB/s"));
        Assert.That(File.ReadAllText(picture), Does.StartWith("<?xml").And.Contains("<svg"));
    }

    [TestCase("kernel race", "Name a ladder: catapult kernel race LADDER; the ladders are matmul, convolution,")]
    [TestCase("kernel race matmull", "There is no ladder 'matmull' (did you mean matmul?); the ladders are")]
    [TestCase("kernel show", "Name a rung: catapult kernel show LADDER/RUNG; see catapult kernel list.")]
    [TestCase("kernel show matmul", "Name a rung of matmul, such as matmul/naive; its rungs are naive, loop-order,")]
    [TestCase("kernel show matmul/smid", "matmul has no rung 'smid' (did you mean simd?); its rungs are naive,")]
    [TestCase("kernel show simd", "Name the ladder as well: did you mean matmul/simd?")]
    [TestCase("kernel race matmul/simd", "matmul/simd is a rung, and a ladder is wanted: catapult kernel race LADDER.")]
    [TestCase("kernel race sum --svg .", "Cannot write '.', which is a folder; choose a file with --svg.")]
    [TestCase("kernel show gpu-matmul/naive --jit", "gpu-matmul/naive is compiled for a GPU: show it with --ptx.")]
    [TestCase("kernel show matmul/naive --ptx", "matmul/naive is compiled for the processor: show it with --jit.")]
    [TestCase("kernel race sum --device opencl", "--device opencl is no place for sum, whose rungs run on the processor: leave it out.")]
    public void BadNamesAreOneSentence(string arguments, string sentence)
    {
        ProgramRun run = ProgramRun.Of(arguments);
        Assert.That((run.Code, run.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(run.Error.TrimEnd(), Does.StartWith(sentence).And.Not.Contains('\n'));
    }
}
