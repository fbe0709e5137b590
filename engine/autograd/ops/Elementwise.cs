using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>y = f(x) for any formula, differentiated by dual numbers.</summary>
    public Tensor Unary<O>(O f) where O : struct, IUnary => Unary(f, new Derivative<O>(f));

    /// <summary>y = f(x) for a formula whose derivative is stated as another formula.</summary>
    public Tensor Unary<O, D>(O f, D slope) where O : struct, IUnary where D : struct, IUnary
    {
        Tensor y = Empty(Backend, Shape, Floating(typeof(O).Name, this));
        Backend.Unary(f, Buffer, y.Buffer);
        Autograd.Record(typeof(O).Name, y, [this], (g, into) => into.Set(0, Binary(new Chain<D>(slope), g, this)));
        return y;
    }

    /// <summary>y = f(a, b) for any formula, broadcast by NumPy's rule and differentiated by dual numbers.</summary>
    public static Tensor Binary<O>(O f, Tensor a, Tensor b) where O : struct, IBinary
    {
        Tensor y = Evaluate(f, a, b);
        Autograd.Record(typeof(O).Name, y, [a, b], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, (g * Binary(new PartialA<O>(f), a, b)).SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, (g * Binary(new PartialB<O>(f), a, b)).SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>a + b, broadcast.</summary>
    public static Tensor operator +(Tensor a, Tensor b)
    {
        Tensor y = Evaluate(new Add(), a, b);
        Autograd.Record("add", y, [a, b], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, g.SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, g.SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>a - b, broadcast.</summary>
    public static Tensor operator -(Tensor a, Tensor b)
    {
        Tensor y = Evaluate(new Subtract(), a, b);
        Autograd.Record("subtract", y, [a, b], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, g.SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, (-g).SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>a * b, broadcast.</summary>
    public static Tensor operator *(Tensor a, Tensor b)
    {
        Tensor y = Evaluate(new Multiply(), a, b);
        Autograd.Record("multiply", y, [a, b], (g, into) =>
        {
            if (into.Wants(0)) into.Set(0, (g * b).SumTo(a.Shape));
            if (into.Wants(1)) into.Set(1, (g * a).SumTo(b.Shape));
        });
        return y;
    }

    /// <summary>a / b, broadcast.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Binary(new Divide(), a, b);

    /// <summary>-x; of 0, the zero of the other sign.</summary>
    public static Tensor operator -(Tensor x) => x * -1.0;

    /// <summary>x + c. Its slope is 1 even where x is infinite.</summary>
    public static Tensor operator +(Tensor x, double c)
    {
        Tensor y = Empty(x.Backend, x.Shape, Floating("add", x));
        x.Backend.Unary(new Affine(1, c), x.Buffer, y.Buffer);
        Autograd.Record("add", y, [x], (g, into) => into.Set(0, g));
        return y;
    }

    /// <summary>x - c.</summary>
    public static Tensor operator -(Tensor x, double c) => x + -c;

    /// <summary>x * c. Its slope is c even where x is infinite.</summary>
    public static Tensor operator *(Tensor x, double c)
    {
        Tensor y = Empty(x.Backend, x.Shape, Floating("multiply", x));
        x.Backend.Unary(new Scale(c), x.Buffer, y.Buffer);
        Autograd.Record("multiply", y, [x], (g, into) => into.Set(0, g * c));
        return y;
    }

    /// <summary>x times 1 / c.</summary>
    public static Tensor operator /(Tensor x, double c) => x * (1 / c);

    /// <summary>Larger of a and b, broadcast.</summary>
    public static Tensor Maximum(Tensor a, Tensor b) => Binary(new Maximum(), a, b);

    /// <summary>Smaller of a and b, broadcast.</summary>
    public static Tensor Minimum(Tensor a, Tensor b) => Binary(new Minimum(), a, b);

    private Tensor Stated<O, D>(O f) where O : struct, IStatedSlope<D> where D : struct, IUnary => Unary(f, f.StatedSlope());

    private static Tensor Evaluate<O>(O f, Tensor a, Tensor b) where O : struct, IBinary
    {
        string name = typeof(O).Name;
        Shape shape = Shape.Broadcast(name, a.Shape, b.Shape);
        Tensor y = Empty(a.Backend, shape, Floating(name, a, b));
        a.Backend.Binary(f, LoopNest.Broadcast(a.Shape, b.Shape, shape), a.Buffer, b.Buffer, y.Buffer);
        return y;
    }

    /// <summary>The floating-point type that all operands share.</summary>
    private static DType Floating(string operation, Tensor x, params ReadOnlySpan<Tensor?> others)
    {
        if (x.Type == DType.Int32)
            throw new ArgumentException($"{operation}: Int32 tensors hold labels and indices only. Convert with To(DType.Float32).");
        foreach (Tensor? other in others)
            if (other is not null && other.Type != x.Type)
                throw new ArgumentException($"{operation}: the element types {x.Type} and {other.Type} differ. Convert one of them with To.");
        return x.Type;
    }
}
