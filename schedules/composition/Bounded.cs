namespace Catapult.Schedules;

/// <summary>A schedule given another length.</summary>
internal sealed record Bounded(Schedule Inner, long Steps) : Schedule
{
    public long Steps { get; } = Require.Steps(Steps);

    public override long? Length => Steps;

    protected override double Evaluate(long step) => Inner.At(step);
}
