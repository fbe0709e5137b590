using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Both orders of every operation against differences.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class OpGradientTests(string backendName)
{
    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Cases() => OpCases.All.Select((op, i) => new TestCaseData(i).SetArgDisplayNames(op.ToString()));

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Cases))]
    public void FirstOrder(int index) => GradientCheck.FirstOrder(backend, OpCases.All[index].F, OpCases.All[index].Inputs);

    [TestCaseSource(nameof(Cases))]
    public void SecondOrder(int index) => GradientCheck.SecondOrder(backend, OpCases.All[index].F, OpCases.All[index].Inputs);

    [Test]
    public void EveryDifferentiableOperationOfTheCatalogIsHere() => Assert.That(
        OpCases.All.Select(op => op.Operation).Distinct(), Is.EquivalentTo(OpCatalog.All.Where(op => op.IsDifferentiable).Select(op => op.Name)));
}
