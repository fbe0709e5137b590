namespace Catapult.Lab;

/// <summary>The plotting area in pixels, and where a value falls in it.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="X">The span of the horizontal axis.</param>
internal readonly record struct Frame(double Left, double Top, double Width, double Height, Scale X)
{
    // Far outside values are clipped in any case; bounded coordinates keep renderers from overflowing.
    private const double Beyond = 3;

    /// <summary>The right edge.</summary>
    public double Right => Left + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>The pixel column of a value; NaN where the axis cannot show it.</summary>
    public double Column(double value) => Left + Width * Math.Clamp(X.Position(value), -Beyond, Beyond);

    /// <summary>The pixel row of a value on a vertical axis; NaN where the axis cannot show it.</summary>
    public double Row(Scale scale, double value) => Bottom - Height * Math.Clamp(scale.Position(value), -Beyond, Beyond);
}
