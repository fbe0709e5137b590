using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Lab;
using MathNet.Numerics.LinearAlgebra;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Curvature by products alone, against whole matrices and a dense eigensolve on small nets in double.</summary>
public class CurvatureTests
{
    /// <summary>Relative to the largest eigenvalue: double products of some hundred terms, iterated.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Of central differences of the gradient with steps of 1e-5: the third derivative's share, and the gradient's rounding.</summary>
    private const double Difference = 1e-7;

    private const int Inputs = 3, Hidden = 4, Outputs = 2, Examples = 7;

    private Backend backend = null!;
    private Module model = null!;
    private Tensor[] parameters = null!;
    private Tensor x = null!, y = null!;

    [SetUp]
    public void CreateModel()
    {
        backend = new CpuBackend(threads: 1);
        var make = new ParameterFactory(backend, seed: 4, DType.Float64);
        model = new Sequential(new Linear(make, Inputs, Hidden), Activation.Tanh(), new Linear(make, Hidden, Outputs));
        parameters = [.. model.NamedParameters().Select(parameter => parameter.Value)];
        x = Tensor.Random(backend, [Examples, Inputs], RandomDistribution.Normal, new(1), type: DType.Float64);
        y = Tensor.Random(backend, [Examples, Outputs], RandomDistribution.Normal, new(2), type: DType.Float64);
    }

    [TearDown]
    public void DisposeBackend()
    {
        x.Dispose();
        y.Dispose();
        backend.Dispose();
    }

    [Test]
    public void HessianIsTheDifferenceOfGradients()
    {
        using var hessian = new HessianOperator(parameters, Loss);
        Matrix<double> dense = Dense(hessian);
        Assert.That((dense - dense.Transpose()).FrobeniusNorm(), Is.LessThan(Rounding * dense.FrobeniusNorm()), "symmetric");
        const double Step = 1e-5;
        for (int i = 0; i < hessian.Dimension; i++)
        {
            double[] column = [.. GradientAt(i, Step).Zip(GradientAt(i, -Step), (up, down) => (up - down) / (2 * Step))];
            Assert.That(dense.Column(i).ToArray(), Is.EqualTo(column).Within(Difference * Math.Max(1, dense.FrobeniusNorm())));
        }
    }

    [Test]
    public void LanczosFindsTheOuterEigenvaluesOfADenseSolve()
    {
        using var hessian = new HessianOperator(parameters, Loss);
        double[] expected = [.. Dense(hessian).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order()];
        (IReadOnlyList<Eigenpair> largest, IReadOnlyList<Eigenpair> smallest) = new Lanczos(hessian, seed: 3).Run(3, 2, tolerance: 1e-8);
        double scale = expected.Max(Math.Abs);
        Assert.That(largest.Select(pair => pair.Value), Is.EqualTo(expected.Reverse().Take(3)).Within(1e-8 * scale));
        Assert.That(smallest.Select(pair => pair.Value), Is.EqualTo(expected.Take(2)).Within(1e-8 * scale));
        foreach (Eigenpair pair in (Eigenpair[])[.. largest, .. smallest])
        {
            double[] product = hessian.Multiply(pair.Vector);
            double residual = Math.Sqrt(product.Zip(pair.Vector, (p, v) => (p - pair.Value * v) * (p - pair.Value * v)).Sum());
            Assert.That(pair.Residual, Is.EqualTo(residual).Within(Rounding * scale), "the residual that it reports");
        }
    }

    [Test]
    public void LanczosEndsWhereTheSpaceDoes()
    {
        var matrix = new DenseMatrixOperator(Matrix<double>.Build.DenseOfDiagonalArray([5, 5, 5, -2, 0]));
        var lanczos = new Lanczos(matrix);
        (IReadOnlyList<Eigenpair> largest, IReadOnlyList<Eigenpair> smallest) = lanczos.Run(4, 1);
        Assert.That((lanczos.IsComplete, lanczos.Steps), Is.EqualTo((true, 3)), "three different eigenvalues");
        Assert.That(largest.Select(pair => pair.Value), Is.EqualTo(new[] { 5.0, 0, -2 }).Within(Rounding));
        Assert.That(smallest[0].Value, Is.EqualTo(-2).Within(Rounding));
    }

    [Test]
    public void GaussNewtonAndTangentKernelShareTheirEigenvalues()
    {
        Func<Tensor> outputs = () => model.Forward(x);
        double[] gaussNewton, kernel;
        using (var matrix = new GaussNewtonOperator(parameters, outputs, f => (f - y).Unary(new Square()).Sum() * (0.5 / Examples))) gaussNewton = Eigenvalues(matrix);
        using (var matrix = new TangentKernelOperator(parameters, outputs, 1.0 / Examples)) kernel = Eigenvalues(matrix);
        int count = Math.Min(gaussNewton.Length, kernel.Length);
        Assert.That(kernel.Take(count), Is.EqualTo(gaussNewton.Take(count)).Within(Rounding * kernel[0]));
    }

    [Test]
    public void GaussNewtonOfALinearModelIsItsHessian()
    {
        var linear = new Linear(new ParameterFactory(backend, seed: 1, DType.Float64), Inputs, Outputs);
        Tensor[] weights = [.. linear.NamedParameters().Select(parameter => parameter.Value)];
        Tensor labels = Tensor.From(backend, Enumerable.Range(0, Examples).Select(i => i % Outputs).ToArray(), [Examples]);
        Matrix<double> hessian, gaussNewton;
        using (var matrix = new HessianOperator(weights, () => linear.Forward(x).CrossEntropy(labels))) hessian = Dense(matrix);
        using (var matrix = new GaussNewtonOperator(weights, () => linear.Forward(x), f => f.CrossEntropy(labels))) gaussNewton = Dense(matrix);
        Assert.That((hessian - gaussNewton).FrobeniusNorm(), Is.LessThan(Rounding * hessian.FrobeniusNorm()));
    }

    [Test]
    public void TraceIsTheSumOfEigenvaluesWithinItsError()
    {
        const double FiveErrors = 5;
        using var hessian = new HessianOperator(parameters, Loss);
        var estimate = TraceEstimate.Of(hessian, probes: 200);
        Assert.That(estimate.Value, Is.EqualTo(Dense(hessian).Trace()).Within(FiveErrors * estimate.StandardError));
        Assert.That(TraceEstimate.Of(new DenseMatrixOperator(Matrix<double>.Build.DenseOfDiagonalArray([1, 2, 3])), probes: 1).Value, Is.EqualTo(6), "a diagonal needs one probe");
    }

    [Test]
    public void DensityHasTheMassAndTheMeanOfTheSpectrum()
    {
        double[] eigenvalues = [.. Enumerable.Range(0, 40).Select(i => i < 38 ? 0.1 * i / 38 : i)];
        SpectralDensity density = SpectralDensity.Of(new DenseMatrixOperator(Matrix<double>.Build.DenseOfDiagonalArray(eigenvalues)), steps: 40, starts: 200, points: 2000);
        double step = density.Eigenvalues[1] - density.Eigenvalues[0], mass = density.Density.Sum() * step;
        double mean = density.Eigenvalues.Zip(density.Density, (value, share) => value * share).Sum() * step;
        Assert.That(mass, Is.EqualTo(1).Within(1e-3));
        Assert.That(mean, Is.EqualTo(eigenvalues.Average()).Within(0.2), "200 random starts");
    }

    [Test]
    public void LinearLossHasNoCurvature()
    {
        using var hessian = new HessianOperator(parameters, () => parameters[0].Sum());
        Assert.That(hessian.Multiply(UnitVector.Random(hessian.Dimension, 1)), Is.All.Zero);
        Assert.That(Lanczos.Largest(hessian)[0].Value, Is.Zero);
    }

    [Test]
    public void WhatFailsInALossIsWhatIsThrown()
    {
        Func<Tensor> failing = () => throw new InputException("the loss");
        foreach (Func<IDisposable> create in (Func<IDisposable>[])
        [
            () => new HessianOperator(parameters, failing),
            () => new GaussNewtonOperator(parameters, failing, outputs => outputs.Sum()),
            () => new GaussNewtonOperator(parameters, () => model.Forward(x), _ => failing()),
            () => new TangentKernelOperator(parameters, failing),
        ])
            Assert.That(
                () =>
                {
                    using var around = TensorScope.Open();
                    using IDisposable matrix = create();
                },
                Throws.TypeOf<InputException>(), "a scope left open would make the outer one fail instead");
    }

    private Tensor Loss() => model.Forward(x).MeanSquaredError(y);

    private double[] GradientAt(int index, double step)
    {
        double[] values = FlatVector.Of(parameters);
        double[] moved = [.. values];
        moved[index] += step;
        Set(moved);
        using var hessian = new HessianOperator(parameters, Loss);
        double[] gradient = hessian.Gradient();
        Set(values);
        return gradient;
    }

    private void Set(double[] values)
    {
        int start = 0;
        foreach (Tensor parameter in parameters)
        {
            backend.Upload<double>(values.AsSpan(start, parameter.Length), parameter.Buffer);
            start += parameter.Length;
        }
    }

    private static double[] Eigenvalues(ISymmetricOperator matrix) =>
        [.. Dense(matrix).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()];

    private static Matrix<double> Dense(ISymmetricOperator matrix)
    {
        var unit = new double[matrix.Dimension];
        return Matrix<double>.Build.DenseOfColumns(Enumerable.Range(0, matrix.Dimension).Select(i =>
        {
            Array.Clear(unit);
            unit[i] = 1;
            return matrix.Multiply(unit);
        }));
    }

    /// <summary>A whole matrix as an operator.</summary>
    private sealed class DenseMatrixOperator(Matrix<double> matrix) : ISymmetricOperator
    {
        public int Dimension => matrix.RowCount;

        public double[] Multiply(ReadOnlySpan<double> vector) => (matrix * Vector<double>.Build.Dense(vector.ToArray())).ToArray();
    }
}
