using Catapult.Engine;
using Catapult.Training;

namespace Catapult.Cli;

/// <summary>The per-parameter table of a report, from the traced steps of a run.</summary>
internal static class LayerSummary
{
    public static IReadOnlyList<LayerStatistics> Of(Module model, List<ParameterUpdate[]> traces)
    {
        if (traces.Count == 0) return [];
        Dictionary<string, NamedParameter> parameters = model.NamedParameters().ToDictionary(p => p.Name);
        return [.. Enumerable.Range(0, traces[0].Length).Select(i => Of(parameters[traces[0][i].Name], [.. traces.Select(step => step[i])]))];
    }

    private static LayerStatistics Of(NamedParameter parameter, ParameterUpdate[] updates)
    {
        double[] ratios = [.. updates.Select(update => update.Ratio).Where(double.IsFinite)];
        return new LayerStatistics
        {
            Name = parameter.Name,
            Shape = [.. parameter.Value.Shape],
            Count = parameter.Value.Length,
            GradientNorm = updates[^1].GradientNorm,
            WeightNorm = updates[^1].WeightNorm,
            FirstRatio = ratios.Length > 0 ? ratios[0] : double.NaN,
            MedianRatio = ratios.Length > 0 ? ratios.Order().ElementAt(ratios.Length / 2) : double.NaN,
            LastRatio = ratios.Length > 0 ? ratios[^1] : double.NaN,
        };
    }
}
