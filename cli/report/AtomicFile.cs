using System.Text;
using Catapult.Kernels;

namespace Catapult.Cli;

/// <summary>Writes a text file whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes UTF-8 text to a temporary file beside the target and then moves it into place, so that a reader never sees
    /// half a file and a failure leaves the target as it was. Missing folders are created.
    /// </summary>
    /// <param name="path">The target, replaced if it exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        try
        {
            string target = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? target);
            WriteBeside(target, write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputException($"Cannot write '{path}': {error.Message.TrimEnd('.')}; choose another place for the file.", error);
        }
    }

    private static void WriteBeside(string target, Action<TextWriter> write)
    {
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (StreamWriter writer = new(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                write(writer);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
