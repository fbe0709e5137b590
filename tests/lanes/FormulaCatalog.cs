using System.Reflection;
using Catapult.Kernels;

namespace Catapult.Tests;

/// <summary>All formulas of the kernels' assembly, found by reflection; those with parameters in sample instances.</summary>
internal static class FormulaCatalog
{
    private static readonly object[] Parameterized =
    [
        new Affine(-1.5, 0.25), new Clamp(-1, 2), new ConstantSlope(0.75), new DropOut(0.25), new Elu(1.25), new LeakyRelu(0.125), new MovingAverage(0.125, 1.5),
        new Scale(-3), new Pow(3), new Pow(-2), new Pow(0.5), new Pow(1.75), new Pow(0),
    ];

    /// <summary>Formulas of one variable.</summary>
    public static IEnumerable<IUnary> Unary => All<IUnary>();

    /// <summary>Formulas of two variables.</summary>
    public static IEnumerable<IBinary> Binary => All<IBinary>();

    private static IEnumerable<I> All<I>() =>
        typeof(I).Assembly.GetTypes()
            .Where(type => type.IsValueType && !type.IsGenericType && type.IsAssignableTo(typeof(I)))
            .OrderBy(type => type.Name)
            .SelectMany(Instances).Cast<I>();

    private static IEnumerable<object> Instances(Type formula)
    {
        if (formula.GetProperties(BindingFlags.Instance | BindingFlags.Public).Length == 0) return [Activator.CreateInstance(formula)!];
        object[] samples = [.. Parameterized.Where(sample => sample.GetType() == formula)];
        return samples.Length > 0
            ? samples
            : throw new InvalidOperationException($"{formula.Name} has parameters: give the catalog a sample instance.");
    }
}
