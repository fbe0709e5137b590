namespace Catapult.Schedules;

/// <summary>A schedule from a function.</summary>
internal sealed record Custom(string Name, Func<long, double> Formula, long? Steps) : Schedule
{
    public long? Steps { get; } = Steps is { } steps ? Require.Steps(steps, "length") : null;

    public override long? Length => Steps;

    protected override double Evaluate(long step) => Formula(step);

    public override string ToString() => Steps is null ? Name : $"{Name} for {Steps} steps";
}
