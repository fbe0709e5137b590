using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>Stands in for the GPU's ladders in a build without ILGPU: their rungs can be listed and read, not run.</summary>
internal static class GpuLadders
{
    public static IReadOnlyList<Ladder> All { get; } = [.. GpuLadderEntry.All.Select(entry => new UnbuiltLadder(entry))];

    private sealed class UnbuiltLadder(GpuLadderEntry entry) : Ladder
    {
        public override string Name => entry.Name;

        public override string Task => entry.Task;

        public override string SizeMeaning => entry.SizeMeaning;

        public override int DefaultSize => entry.DefaultSize;

        public override bool IsGpu => true;

        public override IReadOnlyList<Rung> Rungs { get; } = [.. entry.Rungs.Select(Unbuilt)];

        public override Rung Exercise { get; } = Unbuilt(entry.Exercise);

        public override Work Count(int size) => entry.Count(size);

        public override Problem Create(Backend backend, int size) => throw NotBuilt;

        public override IEnumerable<Problem> CreateAwkward(Backend backend) => throw NotBuilt;

        private static Rung Unbuilt(GpuRungEntry entry) => Rung.OfGpu(entry, _ => throw NotBuilt);

        private static InputException NotBuilt => new("A GPU's rungs need ILGPU, and this catapult was built without: build it with -p:UseIlgpu=true.");
    }
}
