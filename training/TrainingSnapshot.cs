using System.Security.Cryptography;
using System.Text;
using Catapult.Engine;
using Catapult.Optimizers;

namespace Catapult.Training;

/// <summary>
/// Everything that training changes, copied to the host: parameters, buffers, optimizer state, the groups' settings and the positions of the
/// generators. An instrument that trains on trial takes one first and restores it.
/// </summary>
public sealed class TrainingSnapshot
{
    private readonly List<(Tensor Target, byte[] Bytes)> tensors = [];
    private readonly List<(NamedParameter Parameter, byte[][] Slots)> state = [];
    private readonly List<(ParameterGroup Group, double Rate, double Momentum, double Decay, bool Frozen, long Steps)> groups = [];
    private readonly KeyValuePair<string, double>[] numbers;
    private readonly List<(RandomGenerator Generator, ulong Position)> generators = [];
    private readonly Module model;
    private readonly Optimizer optimizer;
    private readonly bool wasTraining;

    private TrainingSnapshot(Module model, Optimizer optimizer)
    {
        (this.model, this.optimizer, wasTraining) = (model, optimizer, model.IsTraining);
        foreach ((_, Tensor value, _) in model.State()) tensors.Add((value, TensorBytes.Of(value)));
        foreach (RandomGenerator generator in model.Generators()) generators.Add((generator, generator.Position));
        numbers = [.. optimizer.State.Numbers];
        foreach (ParameterGroup group in optimizer.Groups)
        {
            groups.Add((group, group.LearningRate, group.Momentum, group.WeightDecay, group.IsFrozen, group.Steps));
            foreach (NamedParameter parameter in group.Parameters.Where(p => optimizer.State.Parameters.Contains(p.Name)))
                state.Add((parameter, [.. optimizer.State.Slots(parameter).Select(TensorBytes.Of)]));
        }
    }

    /// <summary>Copies the present state.</summary>
    public static TrainingSnapshot Take(Module model, Optimizer optimizer) => new(model, optimizer);

    /// <summary>Puts everything back, to the bit; gradients are forgotten.</summary>
    public void Restore()
    {
        model.Train(wasTraining);
        optimizer.ZeroGrad();
        foreach ((Tensor target, byte[] bytes) in tensors) TensorBytes.Restore(target, bytes);
        foreach ((RandomGenerator generator, ulong position) in generators) generator.Position = position;
        foreach (var (group, rate, momentum, decay, frozen, steps) in groups)
            (group.LearningRate, group.Momentum, group.WeightDecay, group.IsFrozen, group.Steps) = (rate, momentum, decay, frozen, steps);
        optimizer.State.Clear();
        foreach ((string name, double value) in numbers) optimizer.State.Numbers[name] = value;
        foreach ((NamedParameter parameter, byte[][] slots) in state)
            foreach ((Tensor slot, byte[] bytes) in optimizer.State.Slots(parameter).Zip(slots)) TensorBytes.Restore(slot, bytes);
    }

    /// <summary>A SHA-256 of all that was copied: equal for equal states.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, byte[] bytes) in tensors) hash.AppendData(bytes);
        foreach ((NamedParameter parameter, byte[][] slots) in state)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(parameter.Name));
            foreach (byte[] slot in slots) hash.AppendData(slot);
        }
        foreach (var (_, rate, momentum, decay, frozen, steps) in groups)
            hash.AppendData(Encoding.UTF8.GetBytes($"{rate:R} {momentum:R} {decay:R} {frozen} {steps}"));
        foreach ((string name, double value) in numbers) hash.AppendData(Encoding.UTF8.GetBytes($"{name} {value:R}"));
        foreach ((_, ulong position) in generators) hash.AppendData(BitConverter.GetBytes(position));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
