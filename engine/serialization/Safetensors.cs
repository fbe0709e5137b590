using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// The safetensors format: eight bytes of header length, a JSON header that gives each tensor's type, shape and place, then the bytes of all
/// tensors in little-endian order. Written in the order given.
/// </summary>
public static class Safetensors
{
    private const long LargestHeader = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly (DType Type, string Name)[] TypeNames = [(DType.Float32, "F32"), (DType.Float64, "F64"), (DType.Int32, "I32")];

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">Two tensors have one name, or one has the name that the format keeps for itself.</exception>
    public static void Write(string path, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata = null)
    {
        byte[] header = Header(entries, metadata);
        AtomicFile.WriteBytes(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (SafetensorsEntry entry in entries) stream.Write(entry.Data);
        });
    }

    /// <summary>Reads a file with its free-form metadata.</summary>
    /// <exception cref="InputException">The file is missing, truncated or no safetensors file, or holds a type that the engine has not.</exception>
    public static (IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata) Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read '{path}': {error.Message.TrimEnd('.')}; check the path.", error);
        }
        try
        {
            return Parse(path, bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InputException($"'{path}' is damaged: its header does not parse ({error.Message.TrimEnd('.')}); restore the file from a copy.", error);
        }
    }

    private static byte[] Header(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = new JsonObject();
        var free = new JsonObject { ["format"] = "pt" };
        foreach ((string key, string value) in metadata ?? new Dictionary<string, string>()) free[key] = value;
        header["__metadata__"] = free;
        long offset = 0;
        foreach (SafetensorsEntry entry in entries)
        {
            var place = new JsonObject
            {
                ["dtype"] = TypeNames.First(t => t.Type == entry.Type).Name,
                ["shape"] = new JsonArray([.. entry.Shape.Select(extent => JsonValue.Create(extent))]),
                ["data_offsets"] = new JsonArray(offset, offset + entry.Data.Length),
            };
            if (!header.TryAdd(entry.Name, place)) throw new ArgumentException($"The name '{entry.Name}' is taken in this file; give each tensor its own.");
            offset += entry.Data.Length;
        }
        string json = header.ToJsonString();
        // Spaces behind the header keep the elements aligned for readers that map the file.
        return Encoding.UTF8.GetBytes(json.PadRight((Encoding.UTF8.GetByteCount(json) + 7) / 8 * 8 - Encoding.UTF8.GetByteCount(json) + json.Length));
    }

    private static (IReadOnlyList<SafetensorsEntry>, IReadOnlyDictionary<string, string>) Parse(string path, byte[] bytes)
    {
        long headerLength = bytes.Length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (headerLength is < 2 or > LargestHeader || headerLength > bytes.Length - 8)
            throw new InputException($"'{path}' is no safetensors file, or is truncated: its header claims {headerLength} bytes and the file has {bytes.Length}.");
        JsonObject header = Present(JsonNode.Parse(bytes.AsSpan(8, (int)headerLength), documentOptions: Strict), "header").AsObject();
        ReadOnlyMemory<byte> data = bytes.AsMemory(8 + (int)headerLength);
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        foreach ((string name, JsonNode? node) in header)
        {
            if (name != "__metadata__") entries.Add(Entry(path, name, Present(node, name).AsObject(), data));
            else foreach ((string key, JsonNode? value) in Present(node, name).AsObject()) metadata[key] = Present(value, key).GetValue<string>();
        }
        return (entries, metadata);
    }

    private static SafetensorsEntry Entry(string path, string name, JsonObject entry, ReadOnlyMemory<byte> data)
    {
        string type = Present(entry["dtype"], "dtype").GetValue<string>();
        int[] shape = [.. Numbers("shape").Select(extent => checked((int)extent))];
        long[] offsets = [.. Numbers("data_offsets")];
        if (!TypeNames.Any(t => t.Name == type))
            throw new InputException($"'{path}': tensor '{name}' has the type '{type}'; this engine reads {string.Join(", ", TypeNames.Select(t => t.Name))}.");
        DType kind = TypeNames.First(t => t.Name == type).Type;
        long expected = shape.Aggregate(1L, (product, extent) => checked(product * extent)) * kind.Size();
        if (offsets is not [var start, var end] || end - start != expected || end > data.Length)
            throw new InputException($"'{path}' is damaged or truncated: tensor '{name}' needs {expected} bytes at {string.Join("..", offsets)} of {data.Length}.");
        return new(name, kind, shape, data.Slice((int)start, (int)expected).ToArray());

        IEnumerable<long> Numbers(string field) => Present(entry[field], field).AsArray().Select(number =>
            Present(number, field).GetValue<long>() is >= 0 and var value ? value : throw new FormatException($"the {field} of '{name}' has the negative number {number}"));
    }

    private static JsonNode Present(JsonNode? node, string name) => node ?? throw new FormatException($"'{name}' is missing");
}
