using Catapult.Cli;
using Catapult.Optimizers;
using OwnOptimizer;

NamedOptimizer.Add(new("signum", Momentum: 0.9, WeightDecay: 0.1, groups => new RuleOptimizer<SignumRule>(
    groups, ["momentum"], "Signum", (group, step, c) =>
        (c[0], c[1], c[2]) = (group.LearningRate, 1 - group.LearningRate * group.WeightDecay, group.Momentum))));
return CommandLine.Run(args);
