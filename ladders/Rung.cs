using System.Runtime.Intrinsics;
using Catapult.Kernels;

namespace Catapult.Ladders;

/// <summary>One way to solve a ladder's problem: a kernel in a file of its own.</summary>
public sealed class Rung
{
    /// <summary>The name of every ladder's own rung for the reader.</summary>
    public const string ExerciseName = "exercise";

    private readonly string type;
    private readonly Action<Problem> run;

    private Rung(string name, string type, Action<Problem> run) => (Name, this.type, this.run, Kernel) = (name, type, run, $"*{type}:*");

    /// <summary>The name within its ladder, such as "register-blocked".</summary>
    public string Name { get; }

    /// <summary>The file of the kernel, or of its call where it is the engine's.</summary>
    public string File => RungSource.PathOf(type);

    /// <summary>The files of the engine that do the work, the innermost loop first; none where <see cref="File"/> holds it all.</summary>
    public IReadOnlyList<string> EngineFiles => [.. EngineTypes.Select(RungSource.PathOf)];

    /// <summary>The types behind <see cref="EngineFiles"/>.</summary>
    public IReadOnlyList<string> EngineTypes { get; init; } = [];

    /// <summary>The methods of the innermost loops, as the JIT's switch for disassembly names them; * stands for anything, and a blank for or.</summary>
    public string Kernel { get; init; }

    /// <summary>The struct that ILGPU compiles, on a GPU's ladder.</summary>
    public Type? GpuKernel { get; init; }

    /// <summary>Whether it shares the work among all threads of the backend.</summary>
    public bool IsParallel { get; init; }

    /// <summary>What the file says about it.</summary>
    public RungHeader Header => RungHeader.Parse(RungSource.Read(File));

    /// <summary>What its results may be off by, in multiples of what rounding to single precision explains: more than 1 where operands are rounded to fewer digits.</summary>
    public double Coarseness { get; init; } = 1;

    /// <summary>Solves the problem.</summary>
    public void Run(Problem problem) => run(problem);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A rung of plain code.</summary>
    internal static Rung Plain<K, P>(string name) where K : IKernel<P> where P : Problem => new(name, typeof(K).Name, problem => K.Run((P)problem));

    /// <summary>A rung over vectors, the widest that the processor has.</summary>
    /// <param name="name">The rung's name.</param>
    /// <param name="inner">The methods of another file that its innermost loop lies in, as <see cref="Kernel"/> names them.</param>
    internal static Rung Vectors<K, P>(string name, string inner = "") where K : IVectorKernel<P> where P : Problem
    {
        var rung = new Rung(name, typeof(K).Name, problem =>
        {
            if (Vector512.IsHardwareAccelerated) K.Run<Wide32>((P)problem);
            else K.Run<Vec32>((P)problem);
        });
        return inner.Length == 0 ? rung : new(name, rung.type, rung.run) { Kernel = $"{rung.Kernel} {inner}" };
    }

    /// <summary>A rung that is the engine's own kernel.</summary>
    /// <param name="name">The rung's name.</param>
    /// <param name="kernel">See <see cref="Kernel"/>.</param>
    /// <param name="isParallel">Whether all threads of the backend share the work.</param>
    /// <param name="engineTypes">See <see cref="EngineTypes"/>.</param>
    internal static Rung Engine<K, P>(string name, string kernel, bool isParallel, params IReadOnlyList<string> engineTypes) where K : IKernel<P> where P : Problem =>
        new(name, typeof(K).Name, problem => K.Run((P)problem)) { Kernel = kernel, IsParallel = isParallel, EngineTypes = engineTypes };

    /// <summary>A rung that is a kernel of the engine's on one thread, for vectors.</summary>
    internal static Rung EngineVectors<K, P>(string name, string kernel, params IReadOnlyList<string> engineTypes) where K : IVectorKernel<P> where P : Problem =>
        new(name, typeof(K).Name, Vectors<K, P>(name).run) { Kernel = kernel, EngineTypes = engineTypes };

    /// <summary>A rung of a GPU's ladder.</summary>
    /// <param name="entry">Its name and files.</param>
    /// <param name="run">Solves the problem.</param>
    /// <param name="kernel">See <see cref="GpuKernel"/>; null in a build without.</param>
    /// <param name="coarseness">See <see cref="Coarseness"/>.</param>
    internal static Rung OfGpu(GpuRungEntry entry, Action<Problem> run, Type? kernel = null, double coarseness = 1) =>
        new(entry.Name, entry.Type, run) { EngineTypes = entry.EngineTypes, GpuKernel = kernel, Coarseness = coarseness };
}
