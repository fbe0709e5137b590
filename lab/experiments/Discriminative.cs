using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using static Catapult.Lab.ResultText;

namespace Catapult.Lab;

/// <summary>Transfer from five classes to five others: one rate, spread rates, gradual unfreezing, and the whole recipe.</summary>
public sealed class Discriminative : Experiment
{
    private const int BatchSize = 32, FirstNew = 5, NewClasses = 5;

    // Rates of the last layers over those of the first.
    private const double Span = 10, FirstRate = 0.01;

    private static readonly double[] Rates = [0.01, 0.03, 0.1];

    private static readonly string[] Ways = ["from scratch", "head alone", "one rate", "spread rates", "gradual unfreezing"];

    /// <inheritdoc/>
    public override string Name => "discriminative";

    /// <inheritdoc/>
    public override string Shows => "fine-tuning with one rate, spread rates and gradual unfreezing";

    /// <inheritdoc/>
    public override string Source => "Howard and Ruder, Universal language model fine-tuning for text classification, ACL 2018, arXiv:1801.06146, sections 3.2 and 3.3, table 6; the recipe is that of the fast.ai courses.";

    /// <inheritdoc/>
    public override string Claim =>
        "A trained net is adapted to another task better with lower rates for its early layers than with one rate for all, and better still when its layers are thawed one after the other, from the last one back. All of it beats training from scratch, and training the new head alone.";

    /// <inheritdoc/>
    public override string? Dataset => "mnist";

    /// <inheritdoc/>
    public override string Cost(ExperimentScale scale) => scale switch { ExperimentScale.Smoke => "3 s", ExperimentScale.Cpu => "90 s", _ => "5 min on a GPU" };

    /// <inheritdoc/>
    public override ExperimentResult Run(ExperimentContext context)
    {
        ImageDatasets all = context.LoadFirst(Dataset!, context.Pick(400, 12_000, 60_000));
        var setup = new Setup(
            context, ClassSubset.Of(all.Train, 0, FirstNew, context.Pick(100, 5_000, 30_000)), ClassSubset.Of(all.Train, FirstNew, NewClasses, context.Pick(64, 250, 1_000)),
            ClassSubset.Of(all.Test, 0, FirstNew, int.MaxValue), ClassSubset.Of(all.Test, FirstNew, NewClasses, int.MaxValue), context.Pick(1, 2, 5), context.Pick(1, 8, 8));
        int nets = context.Pick(1, 6, 10);
        double[] rates = context.Pick(Rates[..1], Rates, Rates);
        IReadOnlyList<Outcome> outcomes = new Sweep<ulong, Outcome>(context, Name).Run(
            [.. Enumerable.Range(0, nets).Select(i => context.Seed + (ulong)i)],
            seed => $"net {seed}, {setup.Epochs} epochs of {setup.Train.Count} after {setup.EarlierEpochs} of {setup.Earlier.Count}, {rates.Length} rates",
            (seed, backend) => setup.Compare(backend, seed, rates),
            outcome => $"first {Percent(outcome.First)}, " + string.Join(", ", outcome.Accuracies.Select((row, i) => $"{Ways[i]} {Percent(row.Max())}")) + $", recipe {Percent(outcome.Recipe)}");
        return Result(setup, rates, outcomes);
    }

    private static ExperimentResult Result(Setup setup, double[] rates, IReadOnlyList<Outcome> nets)
    {
        double[][] means = [.. Ways.Select((_, way) => rates.Select((_, rate) => nets.Average(net => net.Accuracies[way][rate])).ToArray())];
        double Best(int way) => means[way].Max();
        double recipe = nets.Average(net => net.Recipe);
        Finding Beats(string what, int better, int worse) => new(what, $"{Ways[better]} above {Ways[worse]}, each at its best rate", $"{Percent(Best(better))} % against {Percent(Best(worse))} %", Best(better) > Best(worse));
        return new ExperimentResult
        {
            Settings =
            [
                new("first task", FormattableString.Invariant($"MNIST, {setup.Earlier.Count} images of 0 to 4, {setup.EarlierEpochs} epochs under 1cycle to {FirstRate}, after which {Percent(nets.Average(net => net.First))} % of their test images are right")),
                new("second task", $"{setup.Train.Count} images of 5 to 9, {setup.Epochs} epochs, batches of {Math.Min(BatchSize, setup.Train.Count)}; judged on {setup.Test.Count} test images of these"),
                new("model", "LeNet in Caffe's form with a new last layer of five outputs; its four layers with weights are the groups"),
                new("training", FormattableString.Invariant($"SGD, momentum 0.9, weight decay 5e-4, PyTorch's 1cycle to the rate; {nets.Count} nets, the same for all ways; the best of the rates counts")),
                new("spread rates", $"by equal ratios from a {Span}th of the rate for the first layer to the rate for the last"),
                new("gradual unfreezing", "the same, and one layer more thaws at each quarter of the run, the last one first"),
                new("recipe", "FineTune of the lab: rates found by range tests, one epoch of the head, then spread rates in cosine cycles of 1, 2 and 4 epochs; no rate was chosen"),
            ],
            Table = new(
                ["way", .. rates.Select(rate => FormattableString.Invariant($"at {rate} (%)")), "best (%)"],
                [.. Ways.Select((way, i) => (string[])[way, .. means[i].Select(Percent), Percent(Best(i))]), ["recipe", .. rates.Select(_ => "-"), Percent(recipe)]]),
            Findings =
            [
                Beats("what was learned before helps", 2, 0),
                Beats("the whole net does better than a new head", 2, 1),
                Beats("spread rates beat one rate", 3, 2),
                Beats("gradual unfreezing beats both", 4, 3),
                new("the recipe needs no search", "at most one point below the best of one rate", $"{Percent(recipe)} % against {Percent(Best(2))} %", recipe >= Best(2) - 0.01),
            ],
            Figures = [new("accuracy", "Mean test accuracy over the rate.", new Figure(new LineChart("", new Axis("learning rate", null, AxisScale.Log10), new Axis("test accuracy", "%") { Min = 100 * means.Min(row => row.Max()) - 5 }, [.. Ways.Select((way, i) => new Series(way, rates, [.. means[i].Select(mean => 100 * mean)], (ColorRole)(i % 4 + 1)) { Dashed = i >= 4 })])) { Width = 640 })],
            Differences =
                "The paper adapts language models to classification, with rates that fall by 2.6 from layer to layer and one epoch for each layer thawed; here are digits, a net of four layers, and few images of the second task, so that what was learned before matters. Early layers of LeNet are of use for all digits as they are, "
                + "which favours the ways that move them little. Differences of a few tenths of a point between the last three ways are within chance for so few nets.",
        };
    }

    /// <summary>One net: its accuracy at the first task, then at the second an accuracy for each way and rate, and that of the recipe.</summary>
    internal sealed record Outcome(double First, double[][] Accuracies, double Recipe);

    private sealed record Setup(ExperimentContext Context, ImageDataset Earlier, ImageDataset Train, ImageDataset EarlierTest, ImageDataset Test, int EarlierEpochs, int Epochs)
    {
        private static readonly SgdOptions Options = new();

        public Outcome Compare(Backend backend, ulong seed, double[] rates)
        {
            Module trained = Create(backend, seed, Earlier);
            Learn(trained, Earlier, seed, EarlierEpochs, ParameterGroup.ByLayers(trained), FirstRate, null);
            double first = Evaluation.Of(trained, EarlierTest, Normalization.Of(Earlier)).Accuracy;
            double[][] accuracies = [.. Ways.Select((_, way) => rates.Select(rate =>
            {
                Module model = way == 0 ? Create(backend, seed + 100, Train) : Adapt(backend, seed, trained);
                ParameterGroup[] groups = ParameterGroup.ByLayers(model);
                if (way == 1) groups.ThawLast(1);
                if (way >= 3) groups.Spread(rate / Span, rate);
                Learn(model, Train, seed, Epochs, groups, rate, way == 4 ? groups : null);
                return Evaluation.Of(model, Test, Normalization.Of(Earlier)).Accuracy;
            }).ToArray())];
            Module tuned = Adapt(backend, seed, trained);
            var recipe = new FineTune(tuned, Optimizer(ParameterGroup.ByLayers(tuned)), Loader(Train, seed)) { Span = Span, Cycles = Context.Pick(1, 3, 3), Search = new() { Iterations = Context.Pick(5, 80, 100) } };
            recipe.Run(Context.Cancel);
            return new(first, accuracies, Evaluation.Of(tuned, Test, Normalization.Of(Earlier)).Accuracy);
        }

        private void Learn(Module model, ImageDataset data, ulong seed, int epochs, ParameterGroup[] groups, double rate, ParameterGroup[]? thawing)
        {
            DataLoader loader = Loader(data, seed);
            long steps = (long)epochs * loader.StepsPerEpoch;
            var plan = new TrainingPlan { TotalSteps = steps, Schedules = [Context.Scaled(new GroupSchedule(new OneCycle(OneCyclePreset.Torch, rate, steps).LearningRate))] };
            using var trainer = new Trainer(model, Optimizer(groups), loader, plan);
            while (!trainer.IsDone)
            {
                Context.Cancel.ThrowIfCancellationRequested();
                thawing?.ThawLast((int)Math.Min(thawing.Length, 1 + trainer.Step * thawing.Length / steps));
                if (!trainer.TakeStep().IsApplied) return;
            }
        }

        private DataLoader Loader(ImageDataset data, ulong seed) => new(data, Math.Min(BatchSize, data.Count), Normalization.Of(Earlier), seed);

        private Optimizer Optimizer(ParameterGroup[] groups)
        {
            foreach (ParameterGroup group in groups) group.WeightDecay = 5e-4;
            return Context.Create(groups, own => new Sgd(own, Options));
        }

        private static Module Create(Backend backend, ulong seed, ImageDataset data) => TrainingCell.Named("lenet")(new ParameterFactory(backend, seed), data);

        /// <summary>The trained net under a new last layer.</summary>
        private Module Adapt(Backend backend, ulong seed, Module trained)
        {
            Module model = Create(backend, seed + 100, Train);
            IReadOnlyList<NamedParameter> learned = trained.NamedParameters();
            foreach ((NamedParameter parameter, NamedParameter earlier) in model.NamedParameters().Zip(learned).SkipLast(2)) parameter.Value.CopyFrom(earlier.Value);
            return model;
        }
    }
}
