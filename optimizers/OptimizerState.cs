using Catapult.Engine;

namespace Catapult.Optimizers;

/// <summary>An optimizer's memory: for each parameter that has been stepped, a tensor of its shape under each slot's name.</summary>
public sealed class OptimizerState(IReadOnlyList<StateSlot> first)
{
    private readonly List<StateSlot> slots = [.. first];
    private readonly Dictionary<string, Tensor[]> tensors = [];

    /// <summary>The names of the slots, the same for every parameter.</summary>
    public IReadOnlyList<string> SlotNames { get; private set; } = [.. first.Select(slot => slot.Name)];

    /// <summary>What an optimizer remembers beside tensors, such as an estimate of the distance to go; saved by checkpoints.</summary>
    public IDictionary<string, double> Numbers { get; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The names of the parameters that have state.</summary>
    public IReadOnlyCollection<string> Parameters => tensors.Keys;

    /// <summary>The state of a parameter by slot name.</summary>
    /// <exception cref="KeyNotFoundException">The parameter has not been stepped.</exception>
    public IReadOnlyDictionary<string, Tensor> this[string parameter] => tensors.TryGetValue(parameter, out Tensor[]? values)
        ? SlotNames.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)
        : throw new KeyNotFoundException($"The parameter '{parameter}' has no optimizer state; it has not been stepped, or is not in any group.");

    /// <summary>One of <see cref="Numbers"/>, or what it is before the first step.</summary>
    public double Number(string name, double start = 0) => Numbers.TryGetValue(name, out double value) ? value : start;

    /// <summary>The slots of a parameter, as they start at first, in the order of <see cref="SlotNames"/>.</summary>
    public IReadOnlyList<Tensor> Slots(NamedParameter parameter) => Array(parameter);

    /// <summary>More slots for every parameter, for an optimizer around another one.</summary>
    internal void Extend(IEnumerable<StateSlot> more)
    {
        slots.AddRange(more);
        SlotNames = [.. slots.Select(slot => slot.Name)];
    }

    internal Tensor[] Array(NamedParameter parameter)
    {
        if (tensors.TryGetValue(parameter.Name, out Tensor[]? values)) return values;
        Tensor value = parameter.Value;
        values = new Tensor[slots.Count];
        for (int i = 0; i < values.Length; i++) values[i] = Tensor.Full(value.Backend, value.Shape, slots[i].Start, value.Type).Keep();
        return tensors[parameter.Name] = values;
    }

    /// <summary>Forgets the state of all parameters, and all numbers.</summary>
    public void Clear()
    {
        foreach (Tensor slot in tensors.Values.SelectMany(values => values)) slot.Dispose();
        tensors.Clear();
        Numbers.Clear();
    }
}
