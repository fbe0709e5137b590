using System.Reflection;
using Catapult.Engine;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The catalog of operations against the operations that there are.</summary>
public class OpCatalogTests
{
    /// <summary>Public methods that make tensors of numbers, or keep one, and compute nothing.</summary>
    private static readonly string[] Makers =
        [nameof(Tensor.From), nameof(Tensor.Full), nameof(Tensor.Zeros), nameof(Tensor.Ones), nameof(Tensor.Random), nameof(Tensor.Keep)];

    /// <summary>Operations that a module alone calls.</summary>
    private static readonly string[] Internal = [nameof(Tensor.BatchNorm)];

    private static readonly string[] PublicOperations = [.. typeof(Tensor)
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(Tensor) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
        .Select(method => method.Name).Distinct().Except(Makers)];

    [Test]
    public void EveryPublicOperationHasAnEntry() => Assert.That(OpCatalog.All.Select(op => op.Name), Is.EquivalentTo(PublicOperations.Concat(Internal)));

    [Test]
    public void EntriesAreComplete() => Assert.Multiple(() =>
    {
        foreach (OpEntry op in OpCatalog.All) Assert.That(new[] { op.Formula, op.Shapes }, Is.All.Not.Empty, op.Name);
    });
}
