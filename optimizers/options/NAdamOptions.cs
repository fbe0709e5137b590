using Catapult.Kernels;

namespace Catapult.Optimizers;

/// <summary>The settings of <see cref="NAdam"/> beyond those of its groups; the defaults are PyTorch's.</summary>
/// <param name="MomentumDecay">psi of the momenta mu_i = b1 (1 - 0.96^(i psi) / 2), which rise from about half of the first beta to all of it.</param>
/// <param name="CountsMomentumTwice">
/// Whether mu_t stands twice in the product that corrects the average, as it does by mistake in PyTorch up to 1.13 (its pull request 92699).
/// </param>
/// <param name="Beta2">The decay of the second moment.</param>
/// <param name="Epsilon">Keeps the denominator away from 0.</param>
/// <param name="Decay">How weight decay enters.</param>
/// <param name="Maximize">Whether to climb instead of descend.</param>
public sealed record NAdamOptions(
    double MomentumDecay = 4e-3, bool CountsMomentumTwice = false, double Beta2 = 0.999, double Epsilon = 1e-8,
    WeightDecayMode Decay = WeightDecayMode.Coupled, bool Maximize = false)
    : OptimizerOptions(Decay, Maximize)
{
    /// <summary>Terms of the series below, the last of which is 2^-60 of the first.</summary>
    private const int SeriesTerms = 60;

    private static readonly double LogBase = Math.Log(0.96);

    /// <inheritdoc/>
    protected override string Words => FormattableString.Invariant(
        $"momentum decay {MomentumDecay}{(CountsMomentumTwice ? ", momentum counted twice" : "")}, beta2 {Beta2}, epsilon {Epsilon}");

    /// <inheritdoc/>
    protected override void Fill(ParameterGroup group, long step, Span<double> c)
    {
        double b1 = group.Momentum, now = Momentum(b1, step), next = Momentum(b1, step + 1);
        double product = Math.Pow(b1, step) * MomentumProduct(step);
        (_, double unbias2) = Moments.Fill(b1, Beta2, step, c);
        c[7] = group.LearningRate * (1 - now) / (1 - product);
        c[8] = group.LearningRate * next / (1 - product * next * (CountsMomentumTwice ? now : 1));
        c[9] = 1 / unbias2;
        c[10] = Epsilon;
    }

    private double Momentum(double b1, long step) => b1 * (1 - Math.Exp(step * MomentumDecay * LogBase) / 2);

    /// <summary>
    /// P(t) = (1 - q/2) (1 - q²/2) ... (1 - q^t/2) with q = 0.96^psi, which is the product of the momenta without its factor b1^t.
    /// Carried along it would be state to save and restore; this is a function of the step alone. The logarithms of the factors are
    /// series in q^i, and their sum over i is geometric: log P(t) = -sum over k of q^k (1 - q^(k t)) / (1 - q^k) / (k 2^k).
    /// </summary>
    private double MomentumProduct(long step)
    {
        double log = MomentumDecay * LogBase, sum = 0, half = 1;
        for (int k = 1; k <= SeriesTerms; k++)
        {
            double steps = log == 0 ? step : Expm1(k * step * log) / Expm1(k * log);
            sum += (half /= 2) / k * Math.Exp(k * log) * steps;
        }
        return Math.Exp(-sum);
    }

    private static double Expm1(double x) => Expm1(new Lane64(x)).Value;

    private static T Expm1<T>(T x) where T : struct, ILane<T> => T.Expm1(x);
}
