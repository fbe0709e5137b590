namespace Catapult.Ladders;

/// <summary>64 threads: all that ILGPU's CPU accelerator has in a group, where each is a thread of the operating system.</summary>
internal readonly struct Side8 : ISide
{
    public static int Length => 8;
}
