using System.Diagnostics;
using System.Reflection;
using Catapult.Kernels;
using Catapult.Ladders;

namespace Catapult.Cli;

/// <summary>What the JIT makes of a rung here. It says so only of a process that is started with its switches, so the rung is checked in one of its own.</summary>
internal static class JitDisassembly
{
    /// <summary>The methods of a rung's innermost loops.</summary>
    /// <exception cref="InputException">The process failed, or its JIT says nothing.</exception>
    public static IReadOnlyList<CodeListing> Of(Ladder ladder, Rung rung)
    {
        string file = Path.GetTempFileName();
        try
        {
            Run(ladder, rung, file);
            IReadOnlyList<CodeListing> methods = JitListing.Parse(File.ReadAllText(file));
            return methods.Count > 0 ? methods : throw new InputException($"The JIT wrote no disassembly of {ladder}/{rung}: no method fits the pattern {rung.Kernel}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Run(Ladder ladder, Rung rung, string file)
    {
        string host = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(host) == "dotnet";
        string[] command = [.. isHost ? (string[])[Assembly.GetExecutingAssembly().Location] : [], "kernel", "check", $"{ladder}/{rung}"];
        var start = new ProcessStartInfo(host, command) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_JitDisasm"] = rung.Kernel;
        start.Environment["DOTNET_JitStdOutFile"] = file;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InputException(errors.Result.Trim());
    }
}
