using Catapult.Engine;
using Catapult.Optimizers;

namespace Catapult.Lab;

/// <summary>
/// A range test for each parameter group: the rate of one rises while the others train at a rate of their own, so that the rates a group bears can be told apart,
/// such as those of early and late layers. Everything is left as it was.
/// </summary>
public static class GroupRangeTest
{
    /// <summary>Runs a test for each group that is not frozen.</summary>
    /// <param name="model">What would be trained.</param>
    /// <param name="optimizer">What would train it.</param>
    /// <param name="data">The batches.</param>
    /// <param name="options">The sweep of each.</param>
    /// <param name="others">The rate of the groups whose turn it is not.</param>
    /// <param name="cancel">Ends a sweep early; the groups after it have none.</param>
    /// <returns>The result of each group that was swept, in their order.</returns>
    public static IReadOnlyList<(ParameterGroup Group, RangeTestResult Result)> Run(
        Module model, Optimizer optimizer, DataLoader data, RangeTestOptions options, double others, CancellationToken cancel = default)
    {
        var results = new List<(ParameterGroup, RangeTestResult)>();
        foreach (ParameterGroup group in optimizer.Groups.Where(group => !group.IsFrozen))
        {
            if (cancel.IsCancellationRequested) break;
            results.Add((group, RangeTest.Run(model, optimizer, data, options with { Only = group, Others = others }, cancel: cancel)));
        }
        return results;
    }
}
