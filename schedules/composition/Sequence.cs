namespace Catapult.Schedules;

/// <summary>One schedule, then another from its own step 0.</summary>
internal sealed record Sequence(Schedule First, Schedule Next) : Schedule
{
    private readonly long handover = Require.Ending(First);

    public override long? Length => checked(handover + Next.Length);

    protected override double Evaluate(long step) => step < handover ? First.At(step) : Next.At(step - handover);
}
