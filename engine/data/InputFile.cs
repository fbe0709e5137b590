using System.IO.Compression;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Reads whole files, plain or gzip, and turns what the system has to say about bad ones into sentences.</summary>
internal static class InputFile
{
    /// <summary>The content of a file, decompressed when its name ends in .gz.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not whole gzip.</exception>
    public static byte[] ReadAll(string path) => Guard(path, () =>
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return File.ReadAllBytes(path);
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    });

    /// <summary>Runs a reader of the file at path.</summary>
    /// <exception cref="InputException">The reader met a missing, unreadable or damaged file.</exception>
    public static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{path}: the file is truncated or damaged ({FirstSentence(e)}); fetch it again.", e);
        }
        catch (EndOfStreamException e)
        {
            throw new InputException($"{path}: the file ends too early; fetch it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file cannot be read ({FirstSentence(e)}).", e);
        }
    }

    private static string FirstSentence(Exception e) => e.Message.Split(". ")[0].TrimEnd('.');
}
