namespace Catapult.Kernels;

public sealed partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Update<R>(ReadOnlySpan<double> coefficients, ReadOnlySpan<UpdateTarget> targets, DeviceBuffer? gate = null)
    {
        if (gate is not null && !double.IsFinite(Read(gate)[0])) return;
        var c = new Coefficients<Lane64>(coefficients);
        foreach (var target in targets) Step<R>(c, target);
    }

    private static void Step<R>(in Coefficients<Lane64> c, UpdateTarget target) where R : struct, IUpdateRule
    {
        DeviceBuffer?[] slots = [target.Slot0, target.Slot1, target.Slot2];
        double[] weights = Read(target.Weights), gradients = Read(target.Gradients);
        double[][] states = [.. slots.Select((slot, i) => i < R.Slots ? Read(slot!) : new double[weights.Length])];
        for (int i = 0; i < weights.Length; i++)
        {
            var w = new Lane64(weights[i]);
            var s = new Slots<Lane64> { S0 = new(states[0][i]), S1 = new(states[1][i]), S2 = new(states[2][i]) };
            R.Step(c, ref w, new Lane64(gradients[i]), ref s);
            weights[i] = w.Value;
            (states[0][i], states[1][i], states[2][i]) = (s.S0.Value, s.S1.Value, s.S2.Value);
        }
        Write(target.Weights, weights);
        for (int i = 0; i < R.Slots; i++) Write(slots[i]!, states[i]);
    }
}
