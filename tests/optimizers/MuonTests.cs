using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using MathNet.Numerics.LinearAlgebra;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Muon against its iteration on plain matrices, and the iteration against a singular value decomposition.</summary>
[TestFixture(EngineBackends.Cpu), TestFixture(EngineBackends.Reference)]
public class MuonTests(string backendName)
{
    private const double Decay = 0.1, Momentum = 0.8;

    private readonly Backend backend = EngineBackends.Create(backendName);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [TestCase(2, 3), TestCase(3, 2), TestCase(6, 1)]
    public void AStepIsThatOfItsAuthors(int rows, int columns)
    {
        Matrix<double> momentum = Matrix<double>.Build.Dense(rows, columns);
        PaperCheck.Run(backend, Momentum, Decay, group => new Muon([group]), (w, g, rate, t) =>
        {
            Matrix<double> weights = Of(w, rows, columns), gradient = Of(g, rows, columns);
            momentum = Momentum * momentum + (1 - Momentum) * gradient;
            Matrix<double> direction = Iterate((1 - Momentum) * gradient + Momentum * momentum);
            Matrix<double> next = (1 - rate * Decay) * weights - rate * Math.Sqrt(Math.Max(1, (double)rows / columns)) * direction;
            return [.. next.EnumerateRows().SelectMany(row => row)];
        }, [rows, columns]);
    }

    [TestCase(5, 9), TestCase(12, 4), TestCase(7, 7)]
    public void SingularValuesComeNearOne(int rows, int columns)
    {
        // Values that span a factor of 30 come within what the coefficients promise.
        using var scope = TensorScope.Open();
        double[] values = Samples.Uniform(rows * columns, rows * columns);
        double[] result = NewtonSchulz.Orthogonalize(Tensor.From(backend, values, [rows, columns])).ToArray<double>();
        Assert.That(Of(result, rows, columns).Svd().S, Is.All.InRange(0.3, 1.3));
    }

    [Test]
    public void BiasesAndTheGroupOfVectorsTakeTheStepOfAdamW()
    {
        Optimizer Adam(NamedParameter parameter) =>
            new Adam([new ParameterGroup("all", [parameter]) { LearningRate = 0.015 * 0.1, WeightDecay = Decay }], new(Beta2: 0.95, Decay: WeightDecayMode.Decoupled));
        NamedParameter bias = TestParameters.Of("b", Tensor.From(backend, PaperCheck.Start, [6]), isScaleOrShift: true), same = TestParameters.Of(backend, "b", PaperCheck.Start);
        NamedParameter head = TestParameters.Of("h", Tensor.From(backend, PaperCheck.Start, [2, 3])), flat = TestParameters.Of(backend, "h", PaperCheck.Start);
        var muon = new Muon([new("all", [bias]) { LearningRate = 0.1, WeightDecay = Decay }, new(Muon.Vectors, [head]) { LearningRate = 0.1, WeightDecay = Decay }]);
        Optimizer first = Adam(same), second = Adam(flat);
        for (int t = 1; t <= 5; t++)
        {
            foreach (NamedParameter parameter in (NamedParameter[])[bias, same, head, flat]) parameter.SetGradient(PaperCheck.Gradient(t));
            Assert.That((muon.Step(), first.Step(), second.Step()), Is.EqualTo((true, true, true)));
        }
        Assert.That((bias.Value.Doubles(), head.Value.Doubles()), Is.EqualTo((same.Value.Doubles(), flat.Value.Doubles())));
    }

    private static Matrix<double> Iterate(Matrix<double> matrix)
    {
        if (matrix.RowCount > matrix.ColumnCount) return Iterate(matrix.Transpose()).Transpose();
        Matrix<double> x = matrix / (matrix.FrobeniusNorm() + 1e-7);
        for (int i = 0; i < 5; i++)
        {
            Matrix<double> a = x * x.Transpose();
            x = 3.4445 * x + (-4.7750 * a + 2.0315 * a * a) * x;
        }
        return x;
    }

    private static Matrix<double> Of(double[] values, int rows, int columns) => Matrix<double>.Build.DenseOfRowMajor(rows, columns, values);
}
