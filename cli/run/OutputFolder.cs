using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The folder of a command's results.</summary>
internal static class OutputFolder
{
    /// <summary>Makes sure, before any time is spent, that the folder can be made and written to, and leaves no trace of it: bad input must not.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public static void TryOut(string folder)
    {
        bool existed = Directory.Exists(folder);
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, ".writable");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            if (!existed) Directory.Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write into '{folder}': {error.Message.TrimEnd('.')}; choose another folder with --out.", error);
        }
    }
}
