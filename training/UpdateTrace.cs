using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Training;

/// <summary>
/// Watches single steps from the inside: for each parameter the norms of its gradient, of its values and of its change. A traced step costs a copy
/// of the weights, so trace some steps, not all.
/// </summary>
public sealed class UpdateTrace
{
    private readonly List<ParameterUpdate[]> steps = [];
    private Tensor[] before = [];

    /// <summary>Hands over what was traced since the last call: one array a step, with one entry a parameter.</summary>
    public IReadOnlyList<ParameterUpdate[]> Take()
    {
        ParameterUpdate[][] taken = [.. steps];
        steps.Clear();
        return taken;
    }

    internal void Before(IReadOnlyList<NamedParameter> parameters)
    {
        using var mode = Autograd.NoGrad();
        before = [.. parameters.Select(parameter => parameter.Value * 1.0)];
    }

    internal void After(IReadOnlyList<NamedParameter> parameters)
    {
        using var mode = Autograd.NoGrad();
        steps.Add([.. parameters.Select((parameter, i) => new ParameterUpdate(
            parameter.Name,
            parameter.Value.Grad is { } gradient ? Norm(gradient) : 0,
            Norm(before[i]),
            Norm(parameter.Value - before[i])))]);
        before = [];
    }

    private static double Norm(Tensor tensor)
    {
        using Tensor sum = Tensor.Zeros(tensor.Backend, [1], DType.Float64);
        tensor.Backend.SumOfSquares([tensor.Buffer], sum.Buffer);
        return Math.Sqrt(sum.Item());
    }
}
