namespace Catapult.Kernels.Gpu;

/// <summary>How a GPU multiplies float matrices, convolutions included. Sums are always kept in float; all else is float in any case.</summary>
public enum Precision
{
    /// <summary>Float, exactly: by fused multiply-adds.</summary>
    Float32,

    /// <summary>Tensor cores on operands rounded to 10 bits of fraction: a relative error of 2^-11 an operand.</summary>
    TF32,

    /// <summary>Tensor cores on operands rounded to 7 bits of fraction: a relative error of 2^-8 an operand.</summary>
    BFloat16,
}
