using System.Globalization;

namespace Catapult.Lab;

/// <summary>Figures as pages write them, whatever the language of the machine; a dash where there is none.</summary>
internal static class ResultText
{
    /// <summary>Three digits.</summary>
    public static string Text(double value) => double.IsNaN(value) ? "-" : value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, two decimals.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "-" : (100 * share).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>Some figures, three digits each.</summary>
    public static string Texts<T>(IEnumerable<T> items, Func<T, double> value) => string.Join(", ", items.Select(item => Text(value(item))));
}
