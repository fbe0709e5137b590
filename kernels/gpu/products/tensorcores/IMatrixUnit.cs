using ILGPU;

namespace Catapult.Kernels.Gpu;

/// <summary>
/// An instruction with which a warp multiplies small matrices: 16 x Depth by Depth x 8, onto 16x8 sums in float. Its threads share the operands' elements
/// in registers by a fixed pattern; with g = lane / 4 and t = lane % 4, register r of the left one holds row g + 8 (r % 2), and of both, half r / 2 of the
/// depths, or r where the right one has no more than two.
/// </summary>
internal interface IMatrixUnit : ITileFormat<GpuLane32>
{
    /// <summary>Steps of the sum that an instruction takes.</summary>
    static abstract int Depth { get; }

    /// <summary>What a register of a thread holds of an outer index, whose depths begin at a place and lie a pitch apart.</summary>
    /// <param name="shared">A tile, depth by depth.</param>
    /// <param name="place">The outer index at the first depth.</param>
    /// <param name="pitch">From one depth to the next.</param>
    /// <param name="t">The thread's number in its group of four.</param>
    /// <param name="half">Which half of the depths.</param>
    static abstract uint Register(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half);

    /// <summary>sums + left * right.</summary>
    static abstract Pack4<GpuLane32> MultiplyAdd(Pack4<uint> left, Pack2<uint> right, Pack4<GpuLane32> sums);
}
