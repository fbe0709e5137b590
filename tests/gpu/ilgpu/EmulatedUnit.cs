using Catapult.Kernels.Gpu;
using ILGPU;

namespace Catapult.Tests;

/// <summary>
/// A matrix unit in plain code, for devices that have none: the threads of a warp show each other their registers in shared memory and sum what the
/// instruction of <typeparamref name="U"/> would. It proves the kernels around the instruction, down to which thread holds which element.
/// </summary>
/// <typeparam name="U">The unit whose registers it takes.</typeparam>
/// <typeparam name="R">How a register is filled and read.</typeparam>
internal readonly struct EmulatedUnit<U, R> : IMatrixUnit where U : struct, IMatrixUnit where R : struct, IEmulatedRegister
{
    /// <summary>Registers of a thread that the others see: four of the left operand, two of the right one.</summary>
    public const int Registers = 6;

    public static int Depth => U.Depth;

    public static int Padding => U.Padding;

    public static GpuLane32 Round(GpuLane32 x) => U.Round(x);

    public static uint Register(ArrayView<GpuLane32> shared, int place, int pitch, int t, int half) => R.Fill(shared, place, pitch, t, half);

    public static Pack4<GpuLane32> MultiplyAdd(Pack4<uint> left, Pack2<uint> right, Pack4<GpuLane32> sums)
    {
        ArrayView<uint> shown = SharedMemory.GetDynamic<uint>();
        int own = Group.IdxX * Registers, warp = Group.IdxX / 32 * 32 * Registers, g = Group.IdxX % 32 / 4, column = Group.IdxX % 4 * 2;
        shown[own] = left.X;
        shown[own + 1] = left.Y;
        shown[own + 2] = left.Z;
        shown[own + 3] = left.W;
        shown[own + 4] = right.X;
        shown[own + 5] = right.Y;
        Group.Barrier();
        Pack4<GpuLane32> result = new(
            Sum(shown, warp, g, column, sums.X), Sum(shown, warp, g, column + 1, sums.Y), Sum(shown, warp, g + 8, column, sums.Z), Sum(shown, warp, g + 8, column + 1, sums.W));
        Group.Barrier();
        return result;
    }

    private static GpuLane32 Sum(ArrayView<uint> shown, int warp, int row, int column, GpuLane32 sum)
    {
        float result = sum.Value;
        for (int k = 0; k < U.Depth; k++)
        {
            int half = k / (U.Depth / 2), thread = k % (U.Depth / 2) * 8 / U.Depth;
            uint a = shown[warp + (row % 8 * 4 + thread) * Registers + row / 8 + 2 * half], b = shown[warp + (column * 4 + thread) * Registers + 4 + half];
            result += R.Read(a, k) * R.Read(b, k);
        }
        return new(result);
    }
}
