using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>
/// One sweep over the recorded operations, latest first. A gradient that all its receivers have used goes back to the pool at once, unless the
/// sweep itself is being recorded.
/// </summary>
internal sealed class BackwardPass
{
    private readonly PriorityQueue<Node, long> ready = new();
    private readonly InputGradients receiver = new();
    private Dictionary<Tensor, Tensor?>? captured;
    private Dictionary<Node, bool>? reaches;
    private long earliest;
    private bool recorded, retained;

    /// <summary>Accumulates the gradients of all leaves under <paramref name="root"/>.</summary>
    public void Accumulate(Tensor root, Tensor seed, bool recorded, bool retained)
    {
        (this.recorded, this.retained) = (recorded, retained);
        Sweep(root, seed);
    }

    /// <summary>The gradients of <paramref name="root"/> by the given tensors; null where it does not depend on one.</summary>
    public Tensor?[] Capture(Tensor root, Tensor seed, ReadOnlySpan<Tensor> inputs, bool recorded, bool retained)
    {
        (this.recorded, this.retained) = (recorded, retained);
        (captured, reaches) = ([], []);
        earliest = long.MaxValue;
        foreach (Tensor input in inputs)
        {
            captured[input] = null;
            earliest = Math.Min(earliest, input.Producer?.Sequence ?? 0);
        }
        Sweep(root, seed);
        var results = new Tensor?[inputs.Length];
        for (int i = 0; i < results.Length; i++) results[i] = captured[inputs[i]];
        (captured, reaches) = (null, null);
        return results;
    }

    public bool Wants(Tensor input)
    {
        if (captured is null) return input.RequiresGrad;
        return captured.ContainsKey(input) || (input.Producer is { } node && Reaches(node));
    }

    public void Deliver(Tensor target, Tensor gradient)
    {
        if (gradient.Shape != target.Shape)
            throw new ShapeException("backward", $"a gradient of shape {gradient.Shape} reached a tensor of shape {target.Shape}", "This is a bug of the operation's gradient");
        // In use while it is handed on: it may go to a captured sum and to a node, and neither may give it back before the other has it.
        gradient.GradientSlots++;
        if (captured is not null && captured.TryGetValue(target, out Tensor? sum)) captured[target] = Add(sum, gradient);
        if (target.Producer is { } node)
        {
            if (captured is null || Reaches(node)) DeliverToNode(node, gradient);
        }
        else if (captured is null)
        {
            DeliverToLeaf(target, gradient);
        }
        Drop(gradient);
    }

    private void Sweep(Tensor root, Tensor seed)
    {
        // The seed belongs to the caller, so it counts as in use throughout.
        seed.GradientSlots++;
        using var mode = Autograd.SetRecording(recorded);
        try
        {
            Deliver(root, seed);
            while (ready.TryDequeue(out Node? node, out _)) Run(node);
        }
        finally
        {
            // What an error kept from running must not meet the next sweep with half a gradient.
            while (ready.TryDequeue(out Node? node, out _)) node.Gradient = null;
            seed.GradientSlots--;
        }
    }

    private void Run(Node node)
    {
        Tensor gradient = node.Gradient!;
        node.Gradient = null;
        BackwardFunction backward = node.Backward ?? throw new InvalidOperationException(
            $"The graph of {node.Operation} was already released by an earlier Backward; pass retainGraph: true to that call.");
        receiver.Bind(node, this);
        backward(gradient, receiver);
        if (!retained && captured is null) node.Release();
        Drop(gradient);
    }

    private void DeliverToNode(Node node, Tensor gradient)
    {
        if (node.Gradient is null) ready.Enqueue(node, -node.Sequence);
        node.Gradient = Add(node.Gradient, gradient);
    }

    private void DeliverToLeaf(Tensor leaf, Tensor gradient)
    {
        if (leaf.Grad is { } old)
        {
            leaf.Grad = (old + gradient).Keep();
            if (!recorded) old.Dispose();
            return;
        }
        // A leaf owns its gradient, so one that is in use elsewhere is copied.
        bool shared = gradient.GradientSlots > 1 || gradient.Buffer.References > 1;
        leaf.Grad = (shared ? gradient * 1.0 : gradient).Keep();
        leaf.Grad.GradientSlots++;
    }

    private Tensor Add(Tensor? sum, Tensor gradient)
    {
        if (sum is null)
        {
            gradient.GradientSlots++;
            return gradient;
        }
        if (!recorded && sum.GradientSlots == 1 && sum.Buffer.References == 1)
        {
            // Nobody else sees this sum.
            sum.Backend.Binary(new Add(), LoopNest.Broadcast(sum.Shape, sum.Shape, sum.Shape), sum.Buffer, gradient.Buffer, sum.Buffer);
            return sum;
        }
        Tensor total = sum + gradient;
        total.GradientSlots++;
        Drop(sum);
        return total;
    }

    private void Drop(Tensor gradient)
    {
        if (--gradient.GradientSlots == 0 && !recorded) gradient.Dispose();
    }

    /// <summary>Whether the node's result depends on a captured tensor; no node can that is not later than the earliest of them.</summary>
    private bool Reaches(Node node)
    {
        if (node.Sequence <= earliest) return false;
        if (reaches!.TryGetValue(node, out bool known)) return known;
        bool found = false;
        foreach (Tensor input in node.Inputs)
            found |= captured!.ContainsKey(input) || (input.Producer is { } producer && Reaches(producer));
        return reaches[node] = found;
    }
}
