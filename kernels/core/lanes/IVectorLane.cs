namespace Catapult.Kernels;

/// <summary>A lane that is a SIMD vector of elements <typeparamref name="E"/>: what CPU kernels add to <see cref="ILane{T}"/>.</summary>
internal unsafe interface IVectorLane<V, E> : ILane<V> where V : struct, IVectorLane<V, E> where E : unmanaged
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Reads a vector; no alignment is asked for.</summary>
    static abstract V Load(E* source);

    /// <summary>Writes a vector; no alignment is asked for.</summary>
    static abstract void Store(V value, E* target);

    /// <summary>
    /// The first place at or behind a pointer that begins a vector's worth of memory: a vector that lies across two cache lines costs twice, and
    /// memory of the stack begins anywhere.
    /// </summary>
    static virtual E* Align(E* pointer)
    {
        nint bytes = (nint)V.Count * sizeof(E);
        return (E*)(((nint)pointer + bytes - 1) & -bytes);
    }

    /// <summary>One element in all places.</summary>
    static abstract V Broadcast(E* source);

    /// <summary>The element at a place.</summary>
    static abstract double At(V value, int index);

    /// <summary>
    /// Reads fewer elements than a vector holds, zeros behind them. Tails run on the vector lane like everything else,
    /// because vector and scalar functions may differ in the last bit.
    /// </summary>
    static virtual V LoadPartial(E* source, int count)
    {
        E* padded = stackalloc E[V.Count];
        for (int i = 0; i < V.Count; i++) padded[i] = i < count ? source[i] : default;
        return V.Load(padded);
    }

    /// <summary>
    /// Reads a vector, or as much of it as is left of a run, zeros behind. Wherever a function other than arithmetic follows: those may round a
    /// whole vector in another way for the sake of one element, so what lies behind the run must not be left to chance.
    /// </summary>
    static virtual V LoadAtMost(E* source, int left) => left >= V.Count ? V.Load(source) : V.LoadPartial(source, left);

    /// <summary>Writes a vector, or as much of it as is left of a run.</summary>
    static virtual void StoreAtMost(V value, E* target, int left)
    {
        if (left >= V.Count) V.Store(value, target);
        else V.StorePartial(value, target, left);
    }

    /// <summary>Writes the first elements of a vector.</summary>
    static virtual void StorePartial(V value, E* target, int count)
    {
        E* whole = stackalloc E[V.Count];
        V.Store(value, whole);
        for (int i = 0; i < count; i++) target[i] = whole[i];
    }
}
