using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>1 where a &gt; b, else 0, NaN included; in the operands' type, broadcast, without a gradient.</summary>
    public static Tensor operator >(Tensor a, Tensor b) => Evaluate(new Greater(), a, b);

    /// <summary>1 where a &lt; b, else 0, NaN included; in the operands' type, broadcast, without a gradient.</summary>
    public static Tensor operator <(Tensor a, Tensor b) => Evaluate(new Less(), a, b);

    /// <summary>1 where a &gt;= b, else 0, NaN included; in the operands' type, broadcast, without a gradient.</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => Evaluate(new GreaterOrEqual(), a, b);

    /// <summary>1 where a &lt;= b, else 0, NaN included; in the operands' type, broadcast, without a gradient.</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => Evaluate(new LessOrEqual(), a, b);

    /// <summary>1 where a = b (zeros of both signs are equal), else 0, NaN included; broadcast, without a gradient.</summary>
    public static Tensor EqualTo(Tensor a, Tensor b) => Evaluate(new EqualTo(), a, b);

    /// <summary>1 where a and b differ, NaN from everything, else 0; broadcast, without a gradient.</summary>
    public static Tensor NotEqualTo(Tensor a, Tensor b) => Evaluate(new NotEqualTo(), a, b);

    /// <summary>
    /// a where the mask is not 0 (NaN is not), else b; all three broadcast. The side that is not chosen adds nothing to value or gradient, not even
    /// NaN. The mask gets no gradient.
    /// </summary>
    public static Tensor Where(Tensor mask, Tensor a, Tensor b)
    {
        Shape shape = Shape.Broadcast("where", mask.Shape, Shape.Broadcast("where", a.Shape, b.Shape));
        return Select(mask.Detach().BroadcastTo(shape), a.BroadcastTo(shape), b.BroadcastTo(shape));
    }

    private static Tensor Select(Tensor mask, Tensor a, Tensor b)
    {
        Tensor y = Empty(mask.Backend, mask.Shape, Floating("where", mask, a, b));
        mask.Backend.Select(mask.Buffer, a.Buffer, b.Buffer, y.Buffer);
        Autograd.Record("where", y, [a, b], (g, into) =>
        {
            Tensor nothing = Zeros(g.Backend, g.Shape, g.Type);
            if (into.Wants(0)) into.Set(0, Select(mask, g, nothing));
            if (into.Wants(1)) into.Set(1, Select(mask, nothing, g));
        });
        return y;
    }
}
