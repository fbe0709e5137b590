namespace Catapult.Optimizers;

/// <summary>One value of state that an optimizer keeps for each weight.</summary>
/// <param name="Name">Its name, such as <c>momentum_buffer</c>.</param>
/// <param name="Start">What it is before the first step.</param>
public readonly record struct StateSlot(string Name, double Start = 0)
{
    /// <summary>A slot that starts from 0.</summary>
    public static implicit operator StateSlot(string name) => new(name);
}
