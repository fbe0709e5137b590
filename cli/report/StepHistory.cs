namespace Catapult.Cli;

/// <summary>What a run recorded at each step; entry i belongs to step <see cref="FirstStep"/> + i.</summary>
public sealed record StepHistory
{
    /// <summary>The step of the first entry; not 0 when a resumed run kept only its own part.</summary>
    public int FirstStep { get; init; }

    /// <summary>The learning rate.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }

    /// <summary>The momentum (or Adam's beta1); empty when the optimizer has none.</summary>
    public IReadOnlyList<double> Momentum { get; init; } = [];

    /// <summary>The training loss of the step's batch.</summary>
    public required IReadOnlyList<double> Loss { get; init; }
}
