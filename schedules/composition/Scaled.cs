namespace Catapult.Schedules;

/// <summary>The product of two schedules, with the length of the first.</summary>
internal sealed record Scaled(Schedule Inner, Schedule Factor) : Schedule
{
    public override long? Length => Inner.Length;

    protected override double Evaluate(long step) => Inner.At(step) * Factor.At(step);
}
