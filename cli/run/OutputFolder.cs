using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>The folder of a command's results.</summary>
internal static class OutputFolder
{
    /// <summary>Makes sure, before any time is spent, that the folder can be made and written to, and leaves no trace of it: bad input must not.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="InputException">It cannot.</exception>
    public static void TryOut(string folder, string option = "--out")
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
            throw new InputException($"Cannot write into '{folder}': {error.Message.TrimEnd('.')}; choose another place with {option}.", error);
        }
    }

    /// <summary>The same for a single file.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void TryFile(string file, string option)
    {
        if (Directory.Exists(file)) throw new InputException($"Cannot write '{file}', which is a folder; choose a file with {option}.");
        TryOut(Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".", option);
    }
}
