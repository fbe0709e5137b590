using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>Reverse-mode automatic differentiation: records operations as they run, and sweeps back over them.</summary>
public static class Autograd
{
    [ThreadStatic]
    private static bool suspended;

    [ThreadStatic]
    private static long sequence;

    [ThreadStatic]
    private static Stack<BackwardPass>? passes;

    /// <summary>Whether operations on this thread are being recorded.</summary>
    public static bool IsRecording => !suspended;

    /// <summary>Stops recording on this thread until the result is disposed: for evaluation, and for changing weights.</summary>
    public static RecordingMode NoGrad() => SetRecording(false);

    /// <summary>
    /// The gradients of <paramref name="output"/> by each of <paramref name="inputs"/>, without touching any leaf's gradient. With
    /// <paramref name="createGraph"/> they are part of the graph and can be differentiated again, which makes Hessian-vector products exact.
    /// The graph of <paramref name="output"/> stays usable.
    /// </summary>
    /// <param name="output">Any tensor; of one element unless a seed is given.</param>
    /// <param name="inputs">Leaves or intermediate results.</param>
    /// <param name="seed">The gradient of the final scalar by <paramref name="output"/>, of its shape; 1 when absent.</param>
    /// <param name="createGraph">Whether to record the sweep itself.</param>
    /// <returns>One gradient an input; zeros where the output does not depend on it.</returns>
    public static Tensor[] Grad(Tensor output, ReadOnlySpan<Tensor> inputs, Tensor? seed = null, bool createGraph = false)
    {
        Tensor?[] found = Use(output, inputs, seed, createGraph);
        var gradients = new Tensor[found.Length];
        for (int i = 0; i < found.Length; i++) gradients[i] = found[i] ?? Tensor.Zeros(inputs[i].Backend, inputs[i].Shape, inputs[i].Type);
        return gradients;
    }

    internal static void Backward(Tensor root, Tensor? seed, bool createGraph, bool retainGraph)
    {
        passes ??= new();
        BackwardPass pass = passes.Count > 0 ? passes.Pop() : new();
        pass.Accumulate(root, SeedOf(root, seed), createGraph, retainGraph || createGraph);
        passes.Push(pass);
    }

    internal static RecordingMode SetRecording(bool recording)
    {
        var mode = new RecordingMode(suspended);
        suspended = !recording;
        return mode;
    }

    internal static void Restore(bool wasSuspended) => suspended = wasSuspended;

    /// <summary>Remembers how <paramref name="result"/> came about, when recording is on and any input wants a gradient.</summary>
    internal static void Record(string operation, Tensor result, Tensor[] inputs, BackwardFunction backward)
    {
        if (suspended) return;
        foreach (Tensor input in inputs)
        {
            if (!input.RequiresGrad) continue;
            result.RequiresGrad = true;
            result.Producer = new Node(operation, inputs, backward, ++sequence);
            return;
        }
    }

    private static Tensor?[] Use(Tensor output, ReadOnlySpan<Tensor> inputs, Tensor? seed, bool createGraph)
    {
        passes ??= new();
        BackwardPass pass = passes.Count > 0 ? passes.Pop() : new();
        Tensor?[] found = pass.Capture(output, SeedOf(output, seed), inputs, createGraph, retained: true);
        passes.Push(pass);
        return found;
    }

    private static Tensor SeedOf(Tensor root, Tensor? seed)
    {
        if (!root.RequiresGrad)
            throw new InvalidOperationException($"backward: {root} depends on no tensor that requires a gradient. Set RequiresGrad on the inputs before computing it.");
        if (seed is null && root.Length != 1)
            throw new ShapeException("backward", $"{root.Shape} is no scalar", "Reduce the result to one element, or pass the gradient to start from");
        if (seed is not null && seed.Shape != root.Shape)
            throw new ShapeException("backward", $"the seed {seed.Shape} does not fit the result {root.Shape}", "Give a seed of the result's shape");
        return seed ?? Tensor.Ones(root.Backend, root.Shape, root.Type);
    }
}
