namespace Catapult.Engine;

/// <summary>One recorded operation: what it read, and how it passes a gradient on.</summary>
internal sealed class Node(string operation, Tensor[] inputs, BackwardFunction backward, long sequence)
{
    public string Operation => operation;

    /// <summary>Later operations have larger numbers, so that descending order is a topological order.</summary>
    public long Sequence => sequence;

    public Tensor[] Inputs { get; private set; } = inputs;

    public BackwardFunction? Backward { get; private set; } = backward;

    /// <summary>The sum of the gradients that have arrived in the running backward pass.</summary>
    public Tensor? Gradient { get; set; }

    /// <summary>Lets go of the saved tensors.</summary>
    public void Release() => (Inputs, Backward) = ([], null);
}
