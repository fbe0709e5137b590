using Catapult.Kernels;
using Catapult.Optimizers;

namespace Catapult.Ladders;

/// <summary>One step of AdamW (Loshchilov and Hutter 2019) on many tensors, each with its gradient and two moving averages.</summary>
internal sealed unsafe class AdamWProblem : CpuProblem
{
    // The step that is taken: far enough that neither average is all new.
    private const int Step = 10;

    private readonly UpdateTarget[] targets;
    private readonly DeviceBuffer[] start;

    public AdamWProblem(CpuBackend engine, IReadOnlyList<int> lengths) : base(engine)
    {
        targets = [.. lengths.Select(length => new UpdateTarget(Empty(length), Normal(length), Empty(length), Empty(length), null))];
        start = [.. lengths.SelectMany(length => (DeviceBuffer[])[Normal(length), Normal(length), Squares(length)])];
        var group = new ParameterGroup("all", []) { LearningRate = 1e-3, WeightDecay = 1e-2 };
        double[] numbers = new double[Coefficients<Lane64>.Max];
        new AdamOptions(Decay: WeightDecayMode.Decoupled).Coefficients(group, Step, numbers);
        Coefficients = numbers;
        Restore();
    }

    /// <summary>The rule's numbers, in the order of <see cref="AdamRule"/>: sign, decay, keep, b1, 1 - b1, b2, 1 - b2, rate, 1 / (1 - b2^t), epsilon.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>The tensors: weights, gradients, first and second average.</summary>
    public IReadOnlyList<UpdateTarget> Targets => targets;

    public override string Shape => $"{targets.Length} tensors of {string.Join(", ", targets.Take(3).Select(target => target.Weights.Length))} ... elements";

    /// <summary>Steps of the rule, each of which rounds.</summary>
    protected override double Roundings => 16;

    /// <summary>The engine's own kernel, for all tensors at once, on some of its threads.</summary>
    public void Update(CpuBackend on) => on.Update<AdamRule>([.. Coefficients], targets);

    public override void Restore()
    {
        for (int i = 0; i < targets.Length; i++)
        {
            Copy(start[3 * i], targets[i].Weights);
            Copy(start[3 * i + 1], targets[i].Slot0!);
            Copy(start[3 * i + 2], targets[i].Slot1!);
        }
    }

    public override float[] Results() => [.. targets.SelectMany(target => (float[])[.. Read(target.Weights), .. Read(target.Slot0!), .. Read(target.Slot1!)])];

    protected override double[] Expected() => [.. targets.SelectMany((target, i) => Stepped(target.Gradients, start[3 * i], start[3 * i + 1], start[3 * i + 2]))];

    protected override double[] Magnitudes(double[] expected) => [.. expected.Select(value => Math.Max(1, Math.Abs(value)))];

    private IEnumerable<double> Stepped(DeviceBuffer gradients, params DeviceBuffer[] state)
    {
        using var reference = new ReferenceBackend();
        DeviceBuffer[] wide = [.. state.Append(gradients).Select(buffer => ToDouble(reference, Read(buffer)))];
        reference.Update<AdamRule>([.. Coefficients], [new UpdateTarget(wide[0], wide[3], wide[1], wide[2], null)]);
        return [.. wide.Take(3).SelectMany(buffer => FromDouble(reference, buffer))];
    }

    private DeviceBuffer Squares(int length)
    {
        DeviceBuffer buffer = Normal(length);
        Engine.Unary(new Square(), buffer, buffer);
        return buffer;
    }

    private void Copy(DeviceBuffer from, DeviceBuffer to) => Engine.Unary(new Identity(), from, to);
}
