using System.Text.Json;
using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Optimizers against PyTorch's, along given gradients.</summary>
[Category("Goldens")]
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class OptimizerGoldenTests(string backendName)
{
    /// <summary>Relative to the weight or to 1, the larger; the two sides order their float64 operations differently.</summary>
    private const double Double = 1e-10;

    /// <summary>The same in float32: 25 steps, each of which rounds a handful of times by 6e-8.</summary>
    private const double Single = 1e-5;

    private static readonly OptimizerGolden[] Goldens = [.. OptimizerGolden.Load()];

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Cases() => Goldens.Select((golden, i) => new TestCaseData(i).SetArgDisplayNames($"{i}", golden.ToString()));

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Cases))]
    public void WeightsArePyTorchs(int index) => Follow(Goldens[index], DType.Float64, Double);

    [TestCaseSource(nameof(Cases))]
    public void WeightsArePyTorchsInSinglePrecision(int index) => Follow(Goldens[index], DType.Float32, Single);

    [Test]
    public void AnUnknownOptimizerFails() => Assert.That(
        () => TorchOptimizers.Create(Goldens[0] with { Optimizer = "LBFGS" }, []), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'LBFGS'"));

    [Test]
    public void AnUnknownArgumentFails([Values("SGD", "Adam", "RAdam")] string optimizer) => Assert.That(
        () => TorchOptimizers.Create(Goldens[0] with { Optimizer = optimizer, Args = new() { ["capturable"] = JsonSerializer.SerializeToElement(true) } }, []),
        Throws.TypeOf<NotSupportedException>().With.Message.Contains(optimizer).And.Message.Contains("'capturable'"));

    private void Follow(OptimizerGolden golden, DType type, double tolerance)
    {
        using var scope = TensorScope.Open();
        NamedParameter[] parameters = [.. golden.Init.Select((array, i) => TestParameters.Of($"p{i}", array.ToTensor(backend, type)))];
        Optimizer optimizer = TorchOptimizers.Create(golden, Groups(golden, parameters));
        for (int step = 1; step <= golden.Grads.Length; step++)
        {
            for (int i = 0; i < parameters.Length; i++) parameters[i].SetGradient(golden.Grads[step - 1][i].ToTensor(backend, type));
            Assert.That(optimizer.Step());
            int check = Array.IndexOf(golden.AfterSteps, step);
            if (check < 0) continue;
            for (int i = 0; i < parameters.Length; i++)
            {
                double[] expected = golden.ParamsAfter[check][i].Data;
                Comparison.Close(expected, parameters[i].Value.Doubles(), k => tolerance * Math.Max(1, Math.Abs(expected[k])), $"step {step}, parameter {i}");
            }
        }
    }

    /// <summary>One group for all, or one each where the case has two rates.</summary>
    private static ParameterGroup[] Groups(OptimizerGolden golden, NamedParameter[] parameters) => golden.GroupLr.Length == 1
        ? [new("all", parameters) { LearningRate = golden.GroupLr[0] }]
        : [.. parameters.Select((parameter, i) => new ParameterGroup(parameter.Name, [parameter]) { LearningRate = golden.GroupLr[i] })];
}
