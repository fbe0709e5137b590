namespace Catapult.Kernels.Gpu;

/// <summary>The part of a window that lies inside the image, along one axis.</summary>
internal readonly struct WindowRange(int start, int end)
{
    public readonly int Start = start, End = end;

    /// <summary>Input positions that output <paramref name="output"/> covers.</summary>
    public static WindowRange Inputs(int output, int kernel, int stride, int pad, int extent)
    {
        int start = output * stride - pad, end = start + kernel;
        return new(start < 0 ? 0 : start, end > extent ? extent : end);
    }

    /// <summary>Outputs whose window covers input <paramref name="input"/>.</summary>
    public static WindowRange Outputs(int input, int kernel, int stride, int pad, int extent)
    {
        int reach = input + pad - kernel + 1, start = reach <= 0 ? 0 : (reach + stride - 1) / stride, end = (input + pad) / stride + 1;
        return new(start, end > extent ? extent : end);
    }
}
