namespace Catapult.Kernels;

/// <summary>A parallel loop's body. Parts are cut by the size of the work, never by the number of threads, so that bits do not depend on it.</summary>
internal interface IJob
{
    void Run(int part);
}
