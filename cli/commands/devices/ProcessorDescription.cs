using System.Numerics;
using Arm = System.Runtime.Intrinsics.Arm;
using X86 = System.Runtime.Intrinsics.X86;

namespace Catapult.Cli;

/// <summary>What the CPU backend finds on this machine.</summary>
internal static class ProcessorDescription
{
    private const string ProcessorList = "/proc/cpuinfo";

    /// <summary>Model, threads, width of <see cref="Vector{T}"/> and instruction sets in one phrase.</summary>
    public static string Describe()
    {
        string processors = Environment.ProcessorCount == 1 ? "1 processor" : $"{Environment.ProcessorCount} processors";
        return string.Join(", ",
            new[] { Model(), processors, $"vectors of {Vector<float>.Count} floats", InstructionSets() }.Where(part => part.Length > 0));
    }

    private static string Model()
    {
        try
        {
            const string key = "model name";
            string? line = File.Exists(ProcessorList) ? File.ReadLines(ProcessorList).FirstOrDefault(line => line.StartsWith(key)) : null;
            return line?[(line.IndexOf(':') + 1)..].Trim() ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string InstructionSets() => string.Join(' ', new (string Name, bool Supported)[]
    {
        ("AVX", X86.Avx.IsSupported), ("AVX2", X86.Avx2.IsSupported), ("FMA", X86.Fma.IsSupported),
        ("AVX-512", X86.Avx512F.IsSupported), ("AdvSIMD", Arm.AdvSimd.IsSupported),
    }.Where(set => set.Supported).Select(set => set.Name));
}
