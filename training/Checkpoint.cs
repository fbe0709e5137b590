using System.Text.Json;
using System.Text.Json.Nodes;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// A folder from which training goes on to the bit: <c>model.safetensors</c>, <c>optimizer.safetensors</c> and <c>state.json</c>. It is written beside
/// its place and moved there whole, so that at every moment one complete checkpoint exists.
/// </summary>
public static class Checkpoint
{
    private const string ModelName = "model.safetensors", OptimizerName = "optimizer.safetensors", StateName = "state.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Writes a checkpoint, replacing an older one.</summary>
    /// <exception cref="InputException">The folder cannot be written; the older checkpoint is intact.</exception>
    public static void Save(string folder, Module model, Optimizer optimizer, long nextStep, JsonObject run)
    {
        string fresh = $"{folder}.new", old = $"{folder}.old";
        try
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
            ModelFile.Save(model, Path.Combine(fresh, ModelName));
            Safetensors.Write(Path.Combine(fresh, OptimizerName), [.. StateEntries(optimizer)]);
            var state = new CheckpointState
            {
                Step = nextStep,
                Optimizer = optimizer.Description,
                GroupSteps = [.. optimizer.Groups.Select(group => group.Steps)],
                Numbers = new(optimizer.State.Numbers),
                Generators = [.. model.Generators().Select(generator => generator.Position)],
                Run = run,
            };
            AtomicFile.Write(Path.Combine(fresh, StateName), writer => writer.Write(JsonSerializer.Serialize(state, Json)));
            // After a crash between the two moves the old checkpoint is the only one, and stays until the fresh one stands.
            if (Directory.Exists(folder) && Directory.Exists(old)) Directory.Delete(old, recursive: true);
            if (Directory.Exists(folder)) Directory.Move(folder, old);
            Directory.Move(fresh, folder);
            if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write the checkpoint '{folder}': {error.Message.TrimEnd('.')}; free space or choose another --out.", error);
        }
    }

    /// <summary>Reads what a checkpoint says of its run, without touching any model.</summary>
    /// <exception cref="InputException">There is no checkpoint, it is damaged, or it has another version.</exception>
    public static CheckpointState Peek(string folder)
    {
        string path = Path.Combine(Existing(folder), StateName);
        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException("it is empty");
            if (json["Version"]?.GetValue<int>() is var version && version != CheckpointState.CurrentVersion)
                throw new InputException($"The checkpoint '{folder}' has format version {version?.ToString() ?? "none"}; this program reads version {CheckpointState.CurrentVersion}.");
            return json.Deserialize<CheckpointState>() ?? throw new JsonException("it is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new InputException($"The checkpoint '{folder}' is damaged: {StateName} does not parse ({error.Message.TrimEnd('.')}).", error);
        }
    }

    /// <summary>Brings a model and an optimizer to the state of a checkpoint.</summary>
    /// <exception cref="InputException">The checkpoint is missing or damaged, or belongs to another model or optimizer.</exception>
    public static CheckpointState Load(string folder, Module model, Optimizer optimizer)
    {
        CheckpointState state = Peek(folder);
        IReadOnlyList<RandomGenerator> generators = model.Generators();
        if (state.Optimizer != optimizer.Description || state.GroupSteps.Length != optimizer.Groups.Count || state.Generators.Length != generators.Count)
            throw new InputException($"The checkpoint '{folder}' was written with {state.Optimizer} and {state.GroupSteps.Length} groups, not {optimizer.Description} and {optimizer.Groups.Count}.");
        ModelFile.Load(model, Path.Combine(Existing(folder), ModelName));
        LoadState(optimizer, Path.Combine(Existing(folder), OptimizerName));
        for (int i = 0; i < state.GroupSteps.Length; i++) optimizer.Groups[i].Steps = state.GroupSteps[i];
        foreach ((string name, double value) in state.Numbers) optimizer.State.Numbers[name] = value;
        for (int i = 0; i < generators.Count; i++) generators[i].Position = state.Generators[i];
        return state;
    }

    private static string Existing(string folder) => Directory.Exists(folder) ? folder
        : Directory.Exists($"{folder}.old") ? $"{folder}.old"
        : throw new InputException($"There is no checkpoint at '{folder}'; name the folder of a run that was stopped or finished.");

    private static IEnumerable<SafetensorsEntry> StateEntries(Optimizer optimizer) => optimizer.Groups
        .SelectMany(group => group.Parameters)
        .Where(parameter => optimizer.State.Parameters.Contains(parameter.Name))
        .SelectMany(parameter => optimizer.State[parameter.Name].Select(slot =>
            new SafetensorsEntry($"{parameter.Name}/{slot.Key}", slot.Value.Type, [.. slot.Value.Shape], TensorBytes.Of(slot.Value))));

    private static void LoadState(Optimizer optimizer, string path)
    {
        optimizer.State.Clear();
        Dictionary<string, SafetensorsEntry> entries = Safetensors.Read(path).Entries.ToDictionary(entry => entry.Name);
        foreach (NamedParameter parameter in optimizer.Groups.SelectMany(group => group.Parameters))
        {
            string[] names = [.. optimizer.State.SlotNames.Select(slot => $"{parameter.Name}/{slot}")];
            if (!names.Any(entries.ContainsKey)) continue;
            foreach ((string name, Tensor slot) in names.Zip(optimizer.State.Slots(parameter)))
            {
                if (!entries.TryGetValue(name, out SafetensorsEntry? entry) || entry.Type != slot.Type || !slot.Shape.Extents.SequenceEqual(entry.Shape))
                    throw new InputException($"'{path}' belongs to another model: '{name}' is missing or has another shape than {slot}.");
                TensorBytes.Restore(slot, entry.Data);
            }
        }
    }
}
