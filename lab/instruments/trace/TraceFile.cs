using System.Globalization;

namespace Catapult.Lab;

/// <summary>A trace as CSV: one row a step and parameter.</summary>
public static class TraceFile
{
    /// <summary>The first line.</summary>
    public const string Header = "step,parameter,gradient_norm,weight_norm,update_norm,update_to_weight,momentum_cosine,rate_q05,rate_median,rate_q95,decay,dead_units";

    /// <summary>Writes rows; what there is none of stays empty.</summary>
    public static void Write(TextWriter writer, IEnumerable<LayerReading> readings)
    {
        foreach (LayerReading one in readings)
            writer.WriteLine(string.Join(',', (string[])
            [
                one.Step.ToString(CultureInfo.InvariantCulture), one.Name, Text(one.GradientNorm), Text(one.WeightNorm), Text(one.UpdateNorm), Text(one.Ratio), Text(one.MomentumCosine),
                Text(one.LowRate), Text(one.MedianRate), Text(one.HighRate), Text(one.Decay), Text(one.DeadUnits),
            ]));
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("G7", CultureInfo.InvariantCulture) : "";
}
