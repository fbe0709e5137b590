namespace Catapult.Lab;

/// <summary>Accuracies over a grid of learning rates and weight decays.</summary>
/// <param name="Name">What was trained over it.</param>
/// <param name="Rates">The learning rates, rising.</param>
/// <param name="Decays">The weight decays, rising.</param>
/// <param name="Accuracies">A list of rates for each decay, from 0 to 1.</param>
internal sealed record Grid(string Name, IReadOnlyList<double> Rates, IReadOnlyList<double> Decays, IReadOnlyList<IReadOnlyList<double>> Accuracies)
{
    /// <summary>The best cell.</summary>
    public (double Rate, double Decay, double Accuracy) Best => Cells.MaxBy(cell => cell.Accuracy);

    /// <summary>The best decay at a rate.</summary>
    public double BestDecay(double rate) => Cells.Where(cell => cell.Rate == rate).MaxBy(cell => cell.Accuracy).Decay;

    /// <summary>The best rate at a decay.</summary>
    public double BestRate(double decay) => Cells.Where(cell => cell.Decay == decay).MaxBy(cell => cell.Accuracy).Rate;

    /// <summary>All cells.</summary>
    public IEnumerable<(double Rate, double Decay, double Accuracy)> Cells =>
        Decays.SelectMany((decay, row) => Rates.Select((rate, column) => (rate, decay, Accuracies[row][column])));

    /// <summary>
    /// How the rate and the decay of the best cells hang together: the correlation of their logarithms over the best cells of the grid, as many as are asked for.
    /// Near -1 where the basin is a diagonal, near 0 where it is a rectangle. A decay of 0 has no logarithm and is left out.
    /// </summary>
    public double Slant(int cells)
    {
        (double X, double Y)[] best = [.. Cells.Where(cell => cell.Decay > 0).OrderByDescending(cell => cell.Accuracy).Take(cells).Select(cell => (Math.Log(cell.Rate), Math.Log(cell.Decay)))];
        double x = best.Average(one => one.X), y = best.Average(one => one.Y);
        double xx = best.Sum(one => (one.X - x) * (one.X - x)), yy = best.Sum(one => (one.Y - y) * (one.Y - y)), xy = best.Sum(one => (one.X - x) * (one.Y - y));
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    /// <summary>The grid as a picture, pale below some points under its best.</summary>
    public HeatMap Picture(double points = 10) => new(
        $"{Name}: test accuracy (%)", new Axis("learning rate"), Rates, new Axis("weight decay"), Decays, [.. Accuracies.Select(row => row.Select(accuracy => 100 * accuracy).ToArray())])
    {
        Floor = 100 * Best.Accuracy - points,
        Width = 560,
    };

    /// <summary>Trains every cell of several grids as one sweep.</summary>
    /// <param name="context">Where and how.</param>
    /// <param name="name">Names the sweep.</param>
    /// <param name="names">What is trained over each grid.</param>
    /// <param name="axes">The rates and the decays of each grid.</param>
    /// <param name="cell">The run of a cell: which grid, rate, decay.</param>
    public static IReadOnlyList<Grid> Run(
        ExperimentContext context, string name, IReadOnlyList<string> names, IReadOnlyList<(double[] Rates, double[] Decays)> axes, Func<int, double, double, TrainingCell> cell)
    {
        (int Grid, double Rate, double Decay)[] settings =
            [.. from grid in Enumerable.Range(0, names.Count) from decay in axes[grid].Decays from rate in axes[grid].Rates select (grid, rate, decay)];
        IReadOnlyList<TrainingOutcome> outcomes = new Sweep<(int Grid, double Rate, double Decay), TrainingOutcome>(context, name).Run(
            settings,
            setting => FormattableString.Invariant($"{names[setting.Grid]}, rate {setting.Rate:G6}, decay {setting.Decay:G6}"),
            (setting, backend) => cell(setting.Grid, setting.Rate, setting.Decay).Train(context, backend),
            outcome => outcome.ToString());
        double[] accuracies = [.. outcomes.Select(outcome => outcome.Accuracy)];
        int place = 0;
        return [.. names.Select((one, i) => new Grid(one, axes[i].Rates, axes[i].Decays, [.. axes[i].Decays.Select(_ => accuracies[place..(place += axes[i].Rates.Length)])]))];
    }
}
