using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// A model's parameters and buffers as a safetensors file under PyTorch's names, in its order and layouts, so that
/// <c>load_state_dict</c> takes them as they are.
/// </summary>
public static class ModelFile
{
    /// <summary>Writes a model.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(Module model, string path)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Safetensors.Write(path, [.. model.State().Select(state =>
        {
            Tensor stored = state.Layout.ToFile(state.Value);
            return new SafetensorsEntry(state.Name, stored.Type, [.. stored.Shape], TensorBytes.Of(stored));
        })]);
    }

    /// <summary>Reads a model's parameters and buffers. Everything is checked before anything is changed.</summary>
    /// <exception cref="InputException">The file cannot be read, or belongs to another model.</exception>
    public static void Load(Module model, string path)
    {
        using var mode = Autograd.NoGrad();
        using var scope = TensorScope.Open();
        Dictionary<string, SafetensorsEntry> entries = Safetensors.Read(path).Entries.ToDictionary(entry => entry.Name);
        var state = model.State();
        string[] missing = [.. state.Select(s => s.Name).Where(name => !entries.ContainsKey(name))];
        string[] unknown = [.. entries.Keys.Except(state.Select(s => s.Name))];
        if (missing.Length + unknown.Length > 0)
            throw new InputException($"'{path}' belongs to another model: it {Lack(missing, unknown)}; name the model that wrote it.");
        foreach ((string name, Tensor value, ExchangeLayout layout) in state)
        {
            Tensor expected = layout.ToFile(value);
            SafetensorsEntry entry = entries[name];
            if (expected.Type != entry.Type || !expected.Shape.Extents.SequenceEqual(entry.Shape))
                throw new InputException($"'{path}' belongs to another model: '{name}' is {entry.Type} ({string.Join(", ", entry.Shape)}) where {expected} is wanted.");
        }
        foreach ((string name, Tensor value, ExchangeLayout layout) in state)
        {
            SafetensorsEntry entry = entries[name];
            Tensor stored = Tensor.Empty(value.Backend, new Shape(entry.Shape), entry.Type);
            TensorBytes.Restore(stored, entry.Data);
            value.CopyFrom(layout.FromFile(stored, value.Shape));
        }
    }

    private static string Lack(string[] missing, string[] unknown) => missing.Length > 0
        ? $"lacks '{missing[0]}'{(missing.Length > 1 ? $" and {missing.Length - 1} more" : "")}"
        : $"holds '{unknown[0]}'{(unknown.Length > 1 ? $" and {unknown.Length - 1} more" : "")}, which this model has not";
}
