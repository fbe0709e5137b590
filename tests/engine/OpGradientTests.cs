using System.Reflection;
using Catapult.Engine;
using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Both orders of every operation against differences.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class OpGradientTests(string backendName)
{
    /// <summary>What makes tensors or reads them, but has no gradient.</summary>
    private static readonly string[] Undifferentiated =
    [
        nameof(Tensor.From), nameof(Tensor.Full), nameof(Tensor.Zeros), nameof(Tensor.Ones), nameof(Tensor.Random),
        nameof(Tensor.ArgMax), nameof(Tensor.Detach), nameof(Tensor.Keep),
    ];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Backend backend = EngineBackends.Create(backendName);

    private static IEnumerable<TestCaseData> Cases() => OpCases.All.Select((op, i) => new TestCaseData(i).SetArgDisplayNames(op.ToString()));

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCaseSource(nameof(Cases))]
    public void FirstOrder(int index) => GradientCheck.FirstOrder(backend, OpCases.All[index].F, OpCases.All[index].Inputs);

    [TestCaseSource(nameof(Cases))]
    public void SecondOrder(int index) => GradientCheck.SecondOrder(backend, OpCases.All[index].F, OpCases.All[index].Inputs);

    [Test]
    public void EveryPublicOperationIsHere()
    {
        IEnumerable<string> operations = typeof(Tensor).GetMethods(Declared)
            .Where(method => method.ReturnType == typeof(Tensor) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(method => method.Name);
        Assert.That(operations.Distinct().Except(Undifferentiated), Is.SubsetOf(OpCases.All.Select(op => op.Operation)));
    }
}
