namespace Catapult.Tests;

/// <summary>Every public differentiable operation of tensors, in the variants that differ in their gradients. The points stay away from kinks.</summary>
internal static partial class OpCases
{
    public static IReadOnlyList<OpCase> All { get; } =
        [.. Activations(), .. Arithmetic(), .. Layouts(), .. Reductions(), .. Lines(), .. Choices(), .. Products(), .. Windows(), .. Normalizations(), .. GroupNormalizations(), .. Losses()];
}
