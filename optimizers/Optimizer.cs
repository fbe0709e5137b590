using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>Moves parameters along their gradients, group by group, with state that is open to inspection.</summary>
public abstract class Optimizer
{
    private readonly List<ParameterGroup> counted = [];
    private KeyValuePair<string, double>[] numbers = [];

    /// <summary>An optimizer of the given groups.</summary>
    /// <exception cref="ArgumentException">A parameter stands in two groups, or two parameters share a name.</exception>
    protected Optimizer(IReadOnlyList<ParameterGroup> groups, IReadOnlyList<StateSlot> slots)
    {
        string? twice = groups.SelectMany(g => g.Parameters).GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null) throw new ArgumentException($"The parameter '{twice}' stands in the groups twice; give each parameter one group and one name.", nameof(groups));
        (Groups, State) = (groups, new OptimizerState(slots));
    }

    /// <summary>An optimizer around another one, whose groups and state it shares.</summary>
    /// <param name="inner">What it is around.</param>
    /// <param name="more">What it remembers beside the other's state.</param>
    protected Optimizer(Optimizer inner, params IReadOnlyList<StateSlot> more)
    {
        (Groups, State) = (inner.Groups, inner.State);
        State.Extend(more);
    }

    /// <summary>The groups; their settings may be changed between steps.</summary>
    public IReadOnlyList<ParameterGroup> Groups { get; }

    /// <summary>The state of each parameter by name, such as <c>State["0.weight"]["momentum_buffer"]</c>.</summary>
    public OptimizerState State { get; }

    /// <summary>The settings, for the record of a run.</summary>
    public abstract string Description { get; }

    /// <summary>Applies one step to every group that is not frozen, over the parameters that have a gradient.</summary>
    /// <param name="gate">One Float64 element; where it is not finite, weights and state stay as they are, and <see cref="TakeBack"/> is due.</param>
    /// <returns>Whether anything was applied, if the gate was open.</returns>
    public bool Step(DeviceBuffer? gate = null)
    {
        counted.Clear();
        numbers = [.. State.Numbers];
        Prepare(gate);
        foreach (ParameterGroup group in Groups)
        {
            if (group.IsFrozen || Moving(group) is not { Length: > 0 } moving) continue;
            group.Steps++;
            counted.Add(group);
            Step(group, moving, gate);
        }
        return counted.Count > 0;
    }

    /// <summary>Whether the next step asks for more than its gradients, so that <see cref="Consult"/> is due before it.</summary>
    public virtual bool NeedsLoss => false;

    /// <summary>Does what the next step needs the loss for. It comes after the backward pass and before <see cref="Step(DeviceBuffer?)"/>.</summary>
    /// <param name="loss">Computes the loss of the step's batch with the weights as they are, recorded for a backward pass.</param>
    public virtual void Consult(Func<Tensor> loss)
    {
    }

    /// <summary>The rate with which a group moves: its <see cref="ParameterGroup.LearningRate"/>, unless the optimizer finds rates itself, of which that is a factor.</summary>
    public virtual double EffectiveRate(ParameterGroup group) => group.LearningRate;

    /// <summary>
    /// Puts the weights by which a model is to be judged into its parameters, until disposed; they are other ones than those of training for methods that
    /// average. Null where they are the same.
    /// </summary>
    public virtual BorrowedWeights? BorrowAverage() => null;

    /// <summary>Takes the last step off the groups' counts and the numbers of the state, when it has turned out that its gate was shut.</summary>
    public void TakeBack()
    {
        foreach (ParameterGroup group in counted) group.Steps--;
        counted.Clear();
        State.Numbers.Clear();
        foreach ((string name, double value) in numbers) State.Numbers[name] = value;
    }

    /// <summary>Forgets all gradients.</summary>
    public void ZeroGrad()
    {
        foreach (ParameterGroup group in Groups)
            foreach (NamedParameter parameter in group.Parameters) parameter.Value.ZeroGrad();
    }

    /// <summary>What has to be done for all groups together before they are stepped; nothing by default.</summary>
    protected virtual void Prepare(DeviceBuffer? gate)
    {
    }

    /// <summary><see cref="Prepare"/>, for an optimizer around this one.</summary>
    internal void PrepareAll(DeviceBuffer? gate) => Prepare(gate);

    /// <summary>Applies one step to a group; <see cref="ParameterGroup.Steps"/> counts it already.</summary>
    /// <param name="group">The group.</param>
    /// <param name="moving">Its parameters that have a gradient, one or more.</param>
    /// <param name="gate">As of <see cref="Step(DeviceBuffer?)"/>.</param>
    protected internal abstract void Step(ParameterGroup group, NamedParameter[] moving, DeviceBuffer? gate);

    /// <summary>The parameters of a group that have a gradient.</summary>
    private protected static NamedParameter[] Moving(ParameterGroup group) => [.. group.Parameters.Where(parameter => parameter.Value.Grad is not null)];

    /// <summary>A slot of a parameter's state, by its place among <see cref="OptimizerState.SlotNames"/>.</summary>
    protected DeviceBuffer Slot(NamedParameter parameter, int index) => State.Array(parameter)[index].Buffer;
}
