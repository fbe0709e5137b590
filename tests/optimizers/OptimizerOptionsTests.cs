using System.Reflection;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>The words of an optimizer's settings, by which a checkpoint knows what it belongs to.</summary>
public class OptimizerOptionsTests
{
    private static readonly Type[] Options =
        [.. typeof(OptimizerOptions).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.IsAbstract)];

    [TestCaseSource(nameof(Options))]
    public void EverySettingIsPartOfTheWords(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        object?[] defaults = [.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)];
        string[] words = [.. Enumerable.Range(-1, defaults.Length + 1).Select(changed => Words(constructor, defaults, changed))];
        Assert.That(words, Is.Unique);
    }

    [Test]
    public void TwoOptimizersNeverShareTheirWords() => Assert.That(
        OptimizerCase.All.Select(one => one.Over()).DistinctBy(optimizer => optimizer.GetType()).Select(optimizer => optimizer.Description), Is.Unique);

    private static string Words(ConstructorInfo constructor, object?[] defaults, int changed) =>
        $"{constructor.Invoke([.. defaults.Select((value, i) => i == changed ? Another(value) : value)])}";

    private static object? Another(object? value) => value switch
    {
        double number => number + 0.25,
        int count => count + 1,
        ulong count => count + 1,
        bool truth => !truth,
        Enum choice => Enum.GetValues(choice.GetType()).Cast<object>().First(other => !other.Equals(choice)),
        _ => throw new NotSupportedException($"There is no other value of {value?.GetType()}; say which."),
    };
}
