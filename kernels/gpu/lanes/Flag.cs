namespace Catapult.Kernels.Gpu;

/// <summary>A yes or no that a kernel can hold: ILGPU takes no argument of type bool.</summary>
internal readonly struct Flag(bool value)
{
    private readonly int value = value ? 1 : 0;

    public static implicit operator Flag(bool value) => new(value);

    public static implicit operator bool(Flag flag) => flag.value != 0;
}
