using Catapult.Engine;
using Catapult.Kernels;
using Catapult.Optimizers;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Groups do not see each other, whatever the optimizer.</summary>
public class OptimizerGroupTests
{
    private const int Steps = 4;

    private static readonly int[] Lengths = [1, 7, 16, 33, 300];

    private readonly Backend backend = EngineBackends.Create(EngineBackends.Cpu);

    private static IEnumerable<string> Names => OptimizerCase.All.Where(one => !one.SeesGroupsTogether).Select(one => one.Name);

    [OneTimeTearDown]
    public void DisposeBackend() => backend.Dispose();

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public bool SplittingTheParametersIntoGroupsChangesNothing(FsCheck.NonEmptyArray<byte> split) => OptimizerCase.All.Where(one => !one.SeesGroupsTogether).All(one =>
    {
        NamedParameter[] whole = Parameters(), parts = Parameters();
        Train(one.Over(Group(one, 0.1, whole)), whole, 1);
        ParameterGroup[] groups = [.. parts.Select((parameter, i) => (Parameter: parameter, Group: split.Get[i % split.Get.Length]))
            .GroupBy(pair => pair.Group, pair => pair.Parameter)
            .Select(parameters => Group(one, 0.1, [.. parameters]))];
        Train(one.Over(groups), parts, 1);
        return whole.Zip(parts).All(pair => Bits(pair.First).SequenceEqual(Bits(pair.Second)));
    });

    [TestCaseSource(nameof(Names))]
    public void AGroupOfAnotherRateIsAnOptimizerOfItsOwn(string name)
    {
        OptimizerCase given = OptimizerCase.Named(name);
        NamedParameter[] together = Parameters(), slow = Parameters()[..2], fast = Parameters()[2..];
        Train(given.Over(Group(given, 0.01, together[..2]), Group(given, 0.1, together[2..])), together, 1);
        Train(given.Over(Group(given, 0.01, slow)), slow, 1);
        Train(given.Over(Group(given, 0.1, fast)), fast, 1);
        Assert.That(together.Select(Bits), Is.EqualTo(slow.Concat(fast).Select(Bits)));
    }

    [TestCaseSource(nameof(Names))]
    public void AFrozenGroupStartsWhenItThaws(string name)
    {
        OptimizerCase given = OptimizerCase.Named(name);
        NamedParameter[] parameters = Parameters(), late = Parameters()[2..];
        ParameterGroup frozen = Group(given, 0.1, parameters[2..]);
        Optimizer optimizer = given.Over(Group(given, 0.1, parameters[..2]), frozen);
        frozen.IsFrozen = true;
        Train(optimizer, parameters, 1);
        Assert.That(parameters[2..].Select(Bits), Is.EqualTo(late.Select(Bits)));
        Assert.That((frozen.Steps, optimizer.State.Parameters), Is.EqualTo((0L, new[] { "p0", "p1" })));
        frozen.IsFrozen = false;
        Train(optimizer, parameters, 1 + Steps);
        Train(given.Over(Group(given, 0.1, late)), late, 1 + Steps);
        Assert.That(parameters[2..].Select(Bits), Is.EqualTo(late.Select(Bits)));
    }

    private static ParameterGroup Group(OptimizerCase one, double rate, NamedParameter[] parameters) =>
        new(parameters[0].Name, parameters) { LearningRate = rate, Momentum = one.Momentum, WeightDecay = 0.1 };

    private static float[] Bits(NamedParameter parameter) => parameter.Value.ToArray<float>();

    private static void Train(Optimizer optimizer, NamedParameter[] parameters, int firstStep)
    {
        using var scope = TensorScope.Open();
        for (int step = firstStep; step < firstStep + Steps; step++)
        {
            foreach (NamedParameter p in parameters) p.SetGradient(Samples.Uniform(100 * step + p.Value.Length, p.Value.Length));
            optimizer.Step();
        }
    }

    private NamedParameter[] Parameters() =>
        [.. Lengths.Select((length, i) => TestParameters.Of($"p{i}", Tensor.From(backend, Samples.Uniform(i, length), [length]).To(DType.Float32)))];
}
