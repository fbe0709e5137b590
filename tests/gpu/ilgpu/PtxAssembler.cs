using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>NVIDIA's assembler and disassembler, where they are installed: what becomes of PTX on a device.</summary>
internal sealed partial class PtxAssembler : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Whether both programs are on the path.</summary>
    public static bool IsInstalled { get; } = CanRun("ptxas") && CanRun("cuobjdump");

    /// <summary>The assembler's version.</summary>
    public static string Version => VersionText().Match(Run("ptxas", "--version")).Value;

    /// <summary>What the assembler says of a kernel, and how often some instructions stand in it.</summary>
    /// <exception cref="AssertionException">The assembler refuses the kernel.</exception>
    public GpuKernelFigures Assemble(string name, string ptx, string architecture)
    {
        string source = Path.Combine(folder.Path, "kernel.ptx"), binary = Path.Combine(folder.Path, "kernel.cubin");
        File.WriteAllText(source, ptx);
        string report = Run("ptxas", $"-v -arch={architecture} {source} -o {binary}"), code = Run("cuobjdump", $"-sass {binary}");
        return new(
            name, Figure(report, @"Used (\d+) registers"), Figure(report, @"(\d+) bytes stack frame"), Figure(report, @"(\d+) bytes smem"),
            Count(code, @"\bFFMA\b"), Count(code, @"\bHMMA\b"), Count(code, @"\bLDG\.E\.128"), Count(code, @"\bLDS\.128"), Count(code, @"\bLDGSTS\S*\.128"));
    }

    public void Dispose() => folder.Dispose();

    private static int Figure(string report, string pattern) => Regex.Match(report, pattern) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0;

    private static int Count(string code, string pattern) => Regex.Matches(code, pattern).Count;

    private static bool CanRun(string program)
    {
        try
        {
            Run(program, "--version");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string program, string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new AssertionException($"{program} {arguments}:\n{output}");
    }

    [GeneratedRegex(@"V\d+\.\d+\.\d+")]
    private static partial Regex VersionText();
}
