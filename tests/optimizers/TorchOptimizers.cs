using Catapult.Optimizers;

namespace Catapult.Tests;

/// <summary>PyTorch's optimizers, by name and arguments, in this library's terms.</summary>
internal static class TorchOptimizers
{
    /// <summary>The optimizer of a case over groups that were given their rates; momentum and decay are set here.</summary>
    /// <exception cref="NotSupportedException">The optimizer or one of its arguments is unknown here.</exception>
    public static Optimizer Create(OptimizerGolden golden, IReadOnlyList<ParameterGroup> groups)
    {
        var args = new TorchArguments(golden);
        Optimizer optimizer = golden.Optimizer switch
        {
            "SGD" => new Sgd(groups, new SgdOptions(args.Flag("nesterov"), args.Number("dampening", 0), Maximize: args.Flag("maximize"))),
            "Adam" => Adam(args, groups, WeightDecayMode.Coupled),
            "AdamW" => Adam(args, groups, WeightDecayMode.Decoupled),
            "RMSprop" => Rmsprop(args, groups),
            "Adagrad" => new Adagrad(groups, new AdagradOptions(
                args.Number("lr_decay", 0), args.Number("initial_accumulator_value", 0), args.Number("eps", 1e-10), Maximize: args.Flag("maximize"))),
            "Adadelta" => new Adadelta(groups, new AdadeltaOptions(args.Number("rho", 0.9), args.Number("eps", 1e-6), Maximize: args.Flag("maximize"))),
            "Adamax" => new Adamax(groups, new AdamaxOptions(args.Betas.Second, args.Number("eps", 1e-8), Maximize: args.Flag("maximize"))),
            "NAdam" => new NAdam(groups, new NAdamOptions(args.Number("momentum_decay", 4e-3), true, args.Betas.Second, args.Number("eps", 1e-8))),
            "RAdam" => new RAdam(groups, new RAdamOptions(args.Betas.Second, args.Number("eps", 1e-8))),
            _ => throw new NotSupportedException($"There is no PyTorch optimizer '{golden.Optimizer}' in {nameof(TorchOptimizers)}; give it a line."),
        };
        foreach (ParameterGroup group in groups)
        {
            group.Momentum = golden.Optimizer is "SGD" or "RMSprop" ? args.Number("momentum", 0) : args.Betas.First;
            group.WeightDecay = args.Number("weight_decay", golden.Optimizer == "AdamW" ? 0.01 : 0);
        }
        args.MustAllBeRead();
        return optimizer;
    }

    private static Optimizer Adam(TorchArguments args, IReadOnlyList<ParameterGroup> groups, WeightDecayMode decay)
    {
        var options = new AdamOptions(args.Betas.Second, args.Number("eps", 1e-8), decay, args.Flag("maximize"));
        return args.Flag("amsgrad") ? new Amsgrad(groups, options) : new Adam(groups, options);
    }

    private static Optimizer Rmsprop(TorchArguments args, IReadOnlyList<ParameterGroup> groups)
    {
        var options = new RmspropOptions(args.Number("alpha", 0.99), args.Number("eps", 1e-8), Maximize: args.Flag("maximize"));
        return args.Flag("centered") ? new CenteredRmsprop(groups, options) : new Rmsprop(groups, options);
    }
}
