namespace Catapult.Engine;

/// <summary>Receives the gradients of one operation's inputs; inputs that want none can be skipped.</summary>
internal sealed class InputGradients
{
    private Node node = null!;
    private BackwardPass pass = null!;

    public void Bind(Node target, BackwardPass owner) => (node, pass) = (target, owner);

    /// <summary>Whether the input's gradient leads anywhere.</summary>
    public bool Wants(int input) => pass.Wants(node.Inputs[input]);

    /// <summary>Adds to the input's gradient.</summary>
    public void Set(int input, Tensor gradient)
    {
        Tensor target = node.Inputs[input];
        if (pass.Wants(target)) pass.Deliver(target, gradient);
    }
}
