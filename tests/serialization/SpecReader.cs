using System.Text.Json;

namespace Catapult.Tests;

/// <summary>
/// A second reader of safetensors files, written from the format's specification alone: N, an unsigned little-endian 64-bit number; N bytes of
/// JSON that begin with '{'; then one buffer that the tensors cover without holes.
/// </summary>
internal static class SpecReader
{
    public readonly record struct Entry(string Name, string Type, long[] Shape, byte[] Data);

    public static (IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, string> Metadata) Read(byte[] file)
    {
        ulong length = 0;
        for (int i = 7; i >= 0; i--) length = length << 8 | file[i];
        int start = 8 + checked((int)length);
        if (file[8] != '{') throw new FormatException("The header does not begin with '{'.");
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, (int)length));
        var entries = new List<Entry>();
        var metadata = new Dictionary<string, string>();
        foreach (JsonProperty property in header.RootElement.EnumerateObject())
        {
            if (property.Name != "__metadata__") entries.Add(Parse(property, file.AsSpan(start)));
            else foreach (JsonProperty pair in property.Value.EnumerateObject()) metadata.Add(pair.Name, pair.Value.GetString()!);
        }
        if (entries.Sum(entry => (long)entry.Data.Length) != file.Length - start) throw new FormatException("The tensors do not cover the buffer.");
        return (entries, metadata);
    }

    /// <summary>The elements of an F32 tensor.</summary>
    public static float[] Floats(this Entry entry) =>
        [.. Enumerable.Range(0, entry.Data.Length / 4).Select(i => BitConverter.Int32BitsToSingle(
            entry.Data[4 * i] | entry.Data[4 * i + 1] << 8 | entry.Data[4 * i + 2] << 16 | entry.Data[4 * i + 3] << 24))];

    private static Entry Parse(JsonProperty property, ReadOnlySpan<byte> buffer)
    {
        JsonElement offsets = property.Value.GetProperty("data_offsets");
        (int begin, int end) = (offsets[0].GetInt32(), offsets[1].GetInt32());
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt64())];
        return new(property.Name, property.Value.GetProperty("dtype").GetString()!, shape, buffer[begin..end].ToArray());
    }
}
