using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using Catapult.Optimizers;
using Catapult.Schedules;
using Catapult.Training;
using NUnit.Framework;
using OwnOptimizer;

namespace Catapult.Tests;

/// <summary>The examples of the documentation, run; <see cref="DocumentationTests"/> holds the pages to this text.</summary>
public class ReadmeExamples
{
    /// <summary>The example reaches 98%; a linear classifier stays below 85%.</summary>
    private const double SmallestAccuracy = 0.95;

    private const double FloatTolerance = 1e-6;

    [Test]
    public void TrainingLoopLearns()
    {
        using var backend = new CpuBackend();
        (ImageDataset train, ImageDataset test) = Datasets.Load("glyphs");
        var loader = new DataLoader(train, batchSize: 128, Normalization.Of(train), seed: 1);
        using BatchSource batches = loader.On(backend);

        var make = new ParameterFactory(backend, seed: 1);
        var model = new Sequential(
            new Conv2d(make, 1, 16, 5, stride: 2, bias: false), new BatchNorm2d(make, 16), new ReLU(),
            new Conv2d(make, 16, 32, 3, stride: 2, bias: false), new BatchNorm2d(make, 32), new ReLU(),
            new Flatten(), new Linear(make, 5 * 5 * 32, train.Classes));

        long steps = 2 * loader.StepsPerEpoch;
        var sgd = new Sgd(ParameterGroup.All(model, weightDecay: 5e-4), new SgdOptions(Nesterov: true));
        var policy = new OneCycle(OneCyclePreset.Torch, peak: 0.1, steps);

        for (long step = 0; step < steps; step++)
        {
            using var scope = TensorScope.Open();
            (Tensor images, Tensor labels) = batches.Load(step);
            Tensor loss = model.Forward(images).CrossEntropy(labels);
            sgd.ZeroGrad();
            loss.Backward();
            foreach (ParameterGroup group in sgd.Groups)
                (group.LearningRate, group.Momentum) = (policy.LearningRate.At(step), policy.Momentum!.At(step));
            sgd.Step();
        }

        Evaluation result = Evaluation.Of(model, test, loader.Normalization);
        Console.WriteLine($"test accuracy {result.Accuracy:P2}");
        Assert.That(result.Accuracy, Is.GreaterThan(SmallestAccuracy));
    }

    [Test]
    public void FormulaOfOnesOwnIsDifferentiatedTwice()
    {
        using var backend = new CpuBackend(threads: 1);
        using var scope = TensorScope.Open();
        Tensor x = Tensor.From(backend, new[] { -1.0, 0.0, 2.0 }, [3]);
        x.RequiresGrad = true;
        Tensor y = x.Unary(new Swish(1.5));
        Tensor slope = Autograd.Grad(y.Sum(), [x], createGraph: true)[0];
        Tensor curvature = Autograd.Grad(slope.Sum(), [x])[0];

        double[] points = [-1.0, 0.0, 2.0];
        Assert.Multiple(() =>
        {
            Assert.That(slope.ToArray<double>(), Is.EqualTo(points.Select(Slope)).Within(FloatTolerance));
            Assert.That(curvature.ToArray<double>(), Is.EqualTo(points.Select(Curvature)).Within(FloatTolerance));
        });

        static double Gate(double x) => 1 / (1 + Math.Exp(-1.5 * x));
        static double Slope(double x) => Gate(x) + 1.5 * x * Gate(x) * (1 - Gate(x));
        static double Curvature(double x) => 1.5 * Gate(x) * (1 - Gate(x)) * (2 + 1.5 * x * (1 - 2 * Gate(x)));
    }

    [Test]
    public void SharpnessOfAModelIsKnownWithItsError()
    {
        using var backend = new CpuBackend(threads: 1);
        ImageDataset data = Glyphs.Generate(seed: 1, train: 64, test: 1).Train;
        using BatchSource batches = new DataLoader(data, batchSize: 64, Normalization.Of(data)).On(backend);
        (Tensor images, Tensor labels) = batches.Load(0);
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 1), (28, 28, 1), data.Classes);

        Tensor[] parameters = [.. model.NamedParameters().Select(parameter => parameter.Value)];
        using var hessian = new HessianOperator(parameters, () => model.Forward(images).CrossEntropy(labels));
        Eigenpair sharpest = Lanczos.Largest(hessian)[0];
        Console.WriteLine($"sharpness {sharpest.Value:G4} within {sharpest.Residual:G2}: full-batch descent is stable below {2 / sharpest.Value:G3}");

        const double Tolerance = 1e-4; // of Lanczos.Largest
        Assert.That(sharpest.Residual, Is.LessThanOrEqualTo(Tolerance * sharpest.Value));
        double[] product = hessian.Multiply(sharpest.Vector);
        Assert.That(product.Zip(sharpest.Vector, (p, v) => p * v).Sum(), Is.EqualTo(sharpest.Value).Within(sharpest.Residual + FloatTolerance * sharpest.Value));
    }

    [Test]
    public void InstrumentsLookIntoALoopOfOnesOwn()
    {
        const int step = 0;
        using var backend = new CpuBackend(threads: 1);
        ImageDataset data = Glyphs.Generate(seed: 1, train: 64, test: 1).Train;
        var loader = new DataLoader(data, batchSize: 32, Normalization.Of(data));
        using BatchSource batches = loader.On(backend);
        Module model = Models.Create("mlp", new ParameterFactory(backend, seed: 1), (28, 28, 1), data.Classes);
        var optimizer = new Sgd(ParameterGroup.ByLayers(model));
        using var scope = TensorScope.Open();
        (Tensor images, Tensor labels) = batches.Load(0);
        model.Forward(images).CrossEntropy(labels).Backward();
        var trace = new LayerTrace();

        trace.Before(optimizer, step);
        optimizer.Step();
        trace.After(optimizer);

        var landscape = new Landscape(model.NamedParameters(), () => model.Forward(images).CrossEntropy(labels));
        double[][] plane = landscape.Plane([-1, -0.5, 0, 0.5, 1]);

        foreach ((ParameterGroup group, RangeTestResult found) in GroupRangeTest.Run(model, optimizer, loader, new RangeTestOptions(), others: 1e-3))
            Console.WriteLine($"{group.Name}: {found.Suggest().CyclePeak:G3}");

        Assert.That(trace.Take().Single(), Has.Length.EqualTo(6));
        Assert.That(plane.SelectMany(row => row), Has.Exactly(25).Positive);
    }

    [Test]
    public void OptimizerOfOnesOwnFollowsItsFormula()
    {
        using var backend = new CpuBackend(threads: 1);
        var model = new Linear(new ParameterFactory(backend), inputs: 3, outputs: 2, bias: false);
        float[] weights = model.Weight.Value.ToArray<float>(), gradient = [2, -1, 0, 3, -0.5f, 1e-9f];
        var signum = new RuleOptimizer<SignumRule>(
            ParameterGroup.All(model, weightDecay: 0.1), ["momentum"], "Signum", (group, step, c) =>
                (c[0], c[1], c[2]) = (group.LearningRate, 1 - group.LearningRate * group.WeightDecay, group.Momentum));

        using (TensorScope.Open()) (model.Weight.Value * Tensor.From(backend, gradient, [2, 3])).Sum().Backward();
        signum.Groups[0].LearningRate = 0.01;
        Assert.That(signum.Step(), Is.True);

        Assert.Multiple(() =>
        {
            Assert.That(model.Weight.Value.ToArray<float>(), Is.EqualTo(weights.Zip(gradient, (w, g) => 0.999 * w - 0.01 * Math.Sign(g))).Within(FloatTolerance));
            Assert.That(signum.State["weight"]["momentum"].ToArray<float>(), Is.EqualTo(gradient.Select(g => 0.1 * g)).Within(FloatTolerance));
        });
    }

    [Test]
    public void SchedulesOfOnesOwnAreFunctions()
    {
        Schedule root = Schedule.From("inverse square root", step => 0.1 / Math.Sqrt(1 + step)).WithWarmup(500);
        Schedule waves = new CosineAnnealing(0.4, 0.04, 1_000).Repeat(4).Scale(new Exponential(1, 0.999)).Then(0.001);

        Assert.Multiple(() =>
        {
            Assert.That(root.At(250), Is.EqualTo(0.05).Within(FloatTolerance));
            Assert.That(root.At(503), Is.EqualTo(0.05).Within(FloatTolerance));
            Assert.That(waves.At(1_500), Is.EqualTo(0.22 * Math.Pow(0.999, 1_500)).Within(FloatTolerance));
            Assert.That(waves.At(4_000), Is.EqualTo(0.001));
        });
    }

    [Test]
    public void ScheduleStateIsTheStep()
    {
        const long step = 250;
        Schedule rate = new CosineAnnealing(0.4, 0, 9_500).WithWarmup(500);
        double now = rate.At(step);
        Assert.That(now, Is.EqualTo(0.2).Within(FloatTolerance));
    }
}
