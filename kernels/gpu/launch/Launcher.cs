using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Catapult.Kernels.Gpu;

/// <summary>Compiles kernels when they are first asked for, keeps them, and launches them on one stream, so that they run in the order of the calls.</summary>
internal sealed class Launcher(Accelerator accelerator, AcceleratorStream stream)
{
    /// <summary>The most threads of a group.</summary>
    public const int LargestGroup = 256;

    // Groups a multiprocessor has in flight at once, when each is of the largest size; more would only wait.
    private const int GroupsPerMultiprocessor = 8;

    private static readonly MethodInfo Entry = typeof(Launcher).GetMethod(nameof(RunKernel), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<Type, Delegate> kernels = [];
    private List<Action>? record;

    /// <summary>Threads of a group where a kernel leaves the choice open; a power of two.</summary>
    public int GroupSize { get; } = Math.Min(LargestGroup, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)accelerator.MaxNumThreadsPerGroup + 1) / 2);

    /// <summary>Multiprocessors of the device.</summary>
    public int Multiprocessors { get; } = accelerator.NumMultiprocessors;

    /// <summary>Groups of that size that fill the device.</summary>
    public int FillingGroups => Multiprocessors * GroupsPerMultiprocessor;

    /// <summary>Whether the threads of a group can wait for each other at a reasonable price: not where each is a thread of the operating system.</summary>
    public bool HasCheapBarriers { get; } = accelerator.AcceleratorType != AcceleratorType.CPU;

    /// <summary>Whether the threads of a warp can hand each other their registers. OpenCL has it as an extension that not every device builds.</summary>
    public bool HasShuffles { get; } = accelerator.AcceleratorType != AcceleratorType.OpenCL;

    /// <summary>The method that ILGPU compiles for a kernel.</summary>
    public static MethodInfo EntryOf(Type kernel) => Entry.MakeGenericMethod(kernel);

    /// <summary>Two groups of the largest size at once on a multiprocessor, so that one computes while the other waits; smaller groups find room by themselves.</summary>
    public static KernelSpecialization TwoLargestGroups(int threads) => threads == LargestGroup ? new(threads, 2) : default;

    /// <summary>As many threads as there is work, or as many as the device has room for: kernels stride over the rest.</summary>
    public KernelConfig Strided(long work)
    {
        long groups = Math.Min((work + GroupSize - 1) / GroupSize, FillingGroups);
        return new((int)Math.Max(groups, 1), GroupSize);
    }

    /// <summary>The same where a thread takes a pack of elements at once.</summary>
    public KernelConfig Packed(long elements) => Strided((elements + 3) / 4);

    /// <summary>Queues a kernel, compiling it when it is the first of its type.</summary>
    /// <exception cref="InvalidOperationException">The kernel does not compile for the device, or cannot be launched; the message names it.</exception>
    public void Run<K>(KernelConfig config, K kernel) where K : struct, IGpuKernel
    {
        if (!kernels.TryGetValue(typeof(K), out Delegate? compiled)) kernels[typeof(K)] = compiled = Compile<K>();
        var launch = (Action<AcceleratorStream, KernelConfig, K>)compiled;
        try
        {
            launch(stream, config, kernel);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                $"The kernel {KernelName.Of(typeof(K))} could not be launched on {accelerator.Name} as {config.GridDim} groups of {config.GroupDim}: {error.Message}", error);
        }
        if (record is not null) Remember(record, launch, config, kernel);
    }

    /// <summary>Does some work and adds what it launches to a list, as calls that launch it again.</summary>
    public void Record(List<Action> launches, Action work)
    {
        record = launches;
        try
        {
            work();
        }
        finally
        {
            record = null;
        }
    }

    // Apart from Run, whose arguments a closure there would move to the heap in every launch.
    private void Remember<K>(List<Action> launches, Action<AcceleratorStream, KernelConfig, K> launch, KernelConfig config, K kernel) where K : struct, IGpuKernel =>
        launches.Add(() => launch(stream, config, kernel));

    private static void RunKernel<K>(K kernel) where K : struct, IGpuKernel => kernel.Run();

    private Action<AcceleratorStream, KernelConfig, K> Compile<K>() where K : struct, IGpuKernel
    {
        try
        {
            Kernel kernel = accelerator is CudaAccelerator cuda
                ? cuda.LoadKernel(cuda.Backend.Compile(EntryPointDescription.FromExplicitlyGroupedKernel(EntryOf(typeof(K))), K.Specialization, new GlobalAddresses()))
                : accelerator.LoadKernel(EntryOf(typeof(K)));
            return kernel.CreateLauncherDelegate<Action<AcceleratorStream, KernelConfig, K>>();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"The kernel {KernelName.Of(typeof(K))} does not compile for {accelerator.Name}: {error.Message}", error);
        }
    }
}
