using Catapult.Engine;
using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>The per-parameter table of a report, from the traced steps of a run.</summary>
internal static class LayerSummary
{
    public static IReadOnlyList<LayerStatistics> Of(Module model, List<LayerReading[]> traces)
    {
        if (traces.Count == 0) return [];
        Dictionary<string, NamedParameter> parameters = model.NamedParameters().ToDictionary(p => p.Name);
        return [.. Enumerable.Range(0, traces[0].Length).Select(i => Of(parameters[traces[0][i].Name], [.. traces.Select(step => step[i])]))];
    }

    private static LayerStatistics Of(NamedParameter parameter, LayerReading[] updates)
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
            MedianRatio = Median(updates, update => update.Ratio),
            MomentumCosine = Median(updates, update => update.MomentumCosine),
            MedianRate = Median(updates, update => update.MedianRate),
            DeadUnits = updates[^1].DeadUnits,
            LastRatio = ratios.Length > 0 ? ratios[^1] : double.NaN,
        };
    }

    private static double Median(LayerReading[] updates, Func<LayerReading, double> value)
    {
        double[] values = [.. updates.Select(value).Where(double.IsFinite).Order()];
        return values.Length > 0 ? values[values.Length / 2] : double.NaN;
    }
}
