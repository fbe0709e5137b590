using Catapult.Engine;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>
/// PyTorch's operations, by name and arguments, in this library's terms. Operands and results keep PyTorch's layouts: channels move to the end and
/// back by permutations, through which gradients flow.
/// </summary>
internal static class TorchOps
{
    /// <summary>The operation of the catalog that stands for one of PyTorch's.</summary>
    public static string CatalogName(string op) => Find(op).Name;

    /// <summary>Computes a case.</summary>
    /// <exception cref="NotSupportedException">Nothing here stands for the operation.</exception>
    public static Tensor Run(OpGolden golden, Tensor[] inputs) => Find(golden.Op).Run(golden, inputs);

    private static (string Name, Func<OpGolden, Tensor[], Tensor> Run) Find(string op) => op switch
    {
        "conv2d" => (nameof(Tensor.Conv2d), (g, t) => First(Last(t[0]).Conv2d(Last(t[1]), t[2], Pair(g, "stride"), Pair(g, "padding"), Pair(g, "dilation"), g.Whole("groups")))),
        "batch_norm" => ("BatchNorm", BatchNorm),
        "layer_norm" => (nameof(Tensor.LayerNorm), (g, t) => t[0].LayerNorm(t[1], t[2], g.Number("eps"))),
        "group_norm" => (nameof(Tensor.GroupNorm), (g, t) => First(Last(t[0]).GroupNorm(g.Whole("groups"), t[1], t[2], g.Number("eps")))),
        "max_pool2d" => (nameof(Tensor.MaxPool2d), (g, t) => First(Last(t[0]).MaxPool2d(g.Whole("kernel"), g.Whole("stride"), g.Whole("padding")))),
        "avg_pool2d" => (nameof(Tensor.AveragePool2d), (g, t) => First(Last(t[0]).AveragePool2d(g.Whole("kernel"), g.Whole("stride"), g.Whole("padding")))),
        "global_avg_pool2d" => (nameof(Tensor.GlobalAveragePool2d), (_, t) => Last(t[0]).GlobalAveragePool2d()),
        "matmul" => (nameof(Tensor.MatMul), (_, t) => Tensor.MatMul(t[0], t[1])),
        "linear" => (nameof(Tensor.Linear), (_, t) => t[0].Linear(t[1], t[2])),
        "relu" => (nameof(Tensor.Relu), (_, t) => t[0].Relu()),
        "leaky_relu" => (nameof(Tensor.LeakyRelu), (_, t) => t[0].LeakyRelu()),
        "gelu" => (nameof(Tensor.Gelu), (_, t) => t[0].Gelu()),
        "silu" => (nameof(Tensor.Silu), (_, t) => t[0].Silu()),
        "tanh" => (nameof(Tensor.Tanh), (_, t) => t[0].Tanh()),
        "sigmoid" => (nameof(Tensor.Sigmoid), (_, t) => t[0].Sigmoid()),
        "softplus" => (nameof(Tensor.Softplus), (_, t) => t[0].Softplus()),
        "elu" => (nameof(Tensor.Elu), (_, t) => t[0].Elu()),
        "exp" => (nameof(Tensor.Exp), (_, t) => t[0].Exp()),
        "log" => (nameof(Tensor.Log), (_, t) => t[0].Log()),
        "abs" => (nameof(Tensor.Abs), (_, t) => t[0].Abs()),
        "square" => (nameof(Tensor.Square), (_, t) => t[0].Square()),
        "neg" => ("op_UnaryNegation", (_, t) => -t[0]),
        "sin" => (nameof(Tensor.Sin), (_, t) => t[0].Sin()),
        "cos" => (nameof(Tensor.Cos), (_, t) => t[0].Cos()),
        "sqrt" => (nameof(Tensor.Sqrt), (_, t) => t[0].Sqrt()),
        "rsqrt" => (nameof(Tensor.Rsqrt), (_, t) => t[0].Rsqrt()),
        "reciprocal" => (nameof(Tensor.Reciprocal), (_, t) => t[0].Reciprocal()),
        "pow" => (nameof(Tensor.Pow), (g, t) => t[0].Pow(g.Number("exponent"))),
        "clamp" => (nameof(Tensor.Clamp), (g, t) => t[0].Clamp(g.Number("min"), g.Number("max"))),
        "add" => ("op_Addition", (_, t) => t[0] + t[1]),
        "sub" => ("op_Subtraction", (_, t) => t[0] - t[1]),
        "mul" => ("op_Multiply", (_, t) => t[0] * t[1]),
        "div" => ("op_Division", (_, t) => t[0] / (t[1].Abs() + 1)),
        "maximum" => (nameof(Tensor.Maximum), (_, t) => Tensor.Maximum(t[0], t[1])),
        "minimum" => (nameof(Tensor.Minimum), (_, t) => Tensor.Minimum(t[0], t[1])),
        "sum" => (nameof(Tensor.Sum), (g, t) => t[0].Sum(g.Wholes("dims"), g.Flag("keepdim"))),
        "mean" => (nameof(Tensor.Mean), (g, t) => t[0].Mean(g.Wholes("dims"), g.Flag("keepdim"))),
        "var" => (nameof(Tensor.Variance), (g, t) => t[0].Variance(g.Wholes("dims"), g.Flag("keepdim"), g.Flag("unbiased") ? 1 : 0)),
        "softmax" => (nameof(Tensor.Softmax), (g, t) => t[0].Softmax(g.Whole("dim"))),
        "log_softmax" => (nameof(Tensor.LogSoftmax), (g, t) => t[0].LogSoftmax(g.Whole("dim"))),
        "cross_entropy" => (nameof(Tensor.CrossEntropy), (g, t) => t[0].CrossEntropy(Indices(g, "target", t[0]), g.Number("label_smoothing"))),
        "mse_loss" => (nameof(Tensor.MeanSquaredError), (_, t) => t[0].MeanSquaredError(t[1])),
        "embedding" => (nameof(Tensor.Embedding), (g, t) => Tensor.Embedding(t[0], Indices(g, "index", t[0]))),
        "pad2d" => (nameof(Tensor.Pad), (g, t) => t[0].Pad(2, g.Whole("top"), g.Whole("bottom")).Pad(3, g.Whole("left"), g.Whole("right"))),
        "concat" => (nameof(Tensor.Concat), (g, t) => Tensor.Concat(g.Whole("dim"), t)),
        "permute" => (nameof(Tensor.Permute), (g, t) => t[0].Permute(g.Wholes("dims"))),
        "slice" => (nameof(Tensor.Slice), (g, t) => t[0].Slice(g.Whole("dim"), g.Whole("start"), (g.Whole("end") - g.Whole("start") + g.Whole("step") - 1) / g.Whole("step"), g.Whole("step"))),
        _ => throw new NotSupportedException($"No operation here stands for {op}; add it to {nameof(TorchOps)}."),
    };

    private static Tensor BatchNorm(OpGolden golden, Tensor[] t)
    {
        Tensor x = Last(t[0]);
        bool training = golden.Flag("training");
        var statistics = training
            ? x.ChannelMoments()
            : (golden.RunningMeanBefore!.ToTensor(x.Backend, x.Type), golden.RunningVarBefore!.ToTensor(x.Backend, x.Type));
        return First(x.BatchNorm(statistics, !training, (t[1], t[2]), null, golden.Number("eps"), new Identity(), new Affine(0, 1)));
    }

    private static Tensor Indices(OpGolden golden, string name, Tensor beside) => Tensor.From(beside.Backend, golden.Wholes(name), new Shape(golden.Extents(name)));

    private static Size2d Pair(OpGolden golden, string name) => golden.Wholes(name) is [int height, int width] ? (height, width) : throw new InvalidDataException($"{name} is no pair.");

    /// <summary>Channels from the second place to the last.</summary>
    private static Tensor Last(Tensor x) => x.Permute(0, 2, 3, 1);

    /// <summary>Channels from the last place to the second.</summary>
    private static Tensor First(Tensor x) => x.Permute(0, 3, 1, 2);
}
