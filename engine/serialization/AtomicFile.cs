using System.Text;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Writes a file whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>As <see cref="WriteBytes"/>, with UTF-8 text.</summary>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static void Write(string path, Action<TextWriter> write) => WriteBytes(path, stream =>
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
    });

    /// <summary>
    /// Writes to a temporary file beside the target and then moves it into place, so that a reader never sees
    /// half a file and a failure leaves the target as it was. Missing folders are created.
    /// </summary>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static void WriteBytes(string path, Action<Stream> write)
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

    private static void WriteBeside(string target, Action<Stream> write)
    {
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
