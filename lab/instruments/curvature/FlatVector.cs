using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Lab;

/// <summary>Several tensors as one vector of doubles, in their order, and back.</summary>
internal static class FlatVector
{
    /// <summary>The number of all elements.</summary>
    public static int Length(IReadOnlyList<Tensor> tensors) => tensors.Sum(tensor => tensor.Length);

    /// <summary>All elements of all tensors.</summary>
    public static double[] Of(IReadOnlyList<Tensor> tensors)
    {
        var vector = new double[Length(tensors)];
        int start = 0;
        foreach (Tensor tensor in tensors)
        {
            tensor.To(DType.Float64).ToArray<double>().CopyTo(vector, start);
            start += tensor.Length;
        }
        return vector;
    }

    /// <summary>A vector as tensors of the shapes and types of others.</summary>
    public static Tensor[] Split(ReadOnlySpan<double> vector, IReadOnlyList<Tensor> like)
    {
        var tensors = new Tensor[like.Count];
        for (int i = 0, start = 0; i < tensors.Length; start += like[i++].Length)
            tensors[i] = Tensor.From(like[i].Backend, vector.Slice(start, like[i].Length), like[i].Shape).To(like[i].Type);
        return tensors;
    }

    /// <summary>The sum of the products of all elements, as a tensor that can be differentiated.</summary>
    public static Tensor Dot(IReadOnlyList<Tensor> a, IReadOnlyList<Tensor> b)
    {
        Tensor sum = (a[0] * b[0]).Sum();
        for (int i = 1; i < a.Count; i++) sum += (a[i] * b[i]).Sum();
        return sum;
    }
}
