namespace Catapult.Schedules;

/// <summary>A schedule from its start again, whenever it ends.</summary>
internal sealed record Repeated(Schedule Inner, long? Times) : Schedule
{
    private readonly long period = Require.Steps(Require.Ending(Inner), "The length of the schedule to repeat");

    public long? Times { get; } = Times is { } times ? Require.Steps(times) : null;

    public override long? Length => checked(Times * period);

    // The last time ends at the end of the schedule, not at its start.
    protected override double Evaluate(long step) => step == Length ? Inner.At(period) : Inner.At(step % period);
}
