namespace Catapult.Schedules;

/// <summary>All that <see cref="ReduceOnPlateau"/> remembers between two metrics; save it with the run.</summary>
/// <param name="Value">The value now, such as the learning rate.</param>
/// <param name="Best">The best metric so far; null before the first finite one.</param>
/// <param name="BadCount">How many metrics in a row were no improvement.</param>
/// <param name="CooldownLeft">How many metrics to come are not counted as bad.</param>
public sealed record PlateauState(double Value, double? Best = null, int BadCount = 0, int CooldownLeft = 0);
