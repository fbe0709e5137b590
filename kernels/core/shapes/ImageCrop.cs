namespace Catapult.Kernels;

/// <summary>Which image of a data set to take, and how to vary it.</summary>
/// <param name="Sample">The number of the image.</param>
/// <param name="Down">Rows by which the window moves down; pixels beyond an edge are those reflected about it.</param>
/// <param name="Right">Columns by which it moves right.</param>
/// <param name="Mirror">1 to exchange left and right, 0 not to.</param>
/// <param name="CutTop">The first row of the square that is cut out, perhaps outside of the image.</param>
/// <param name="CutLeft">Its first column.</param>
public readonly record struct ImageCrop(int Sample, int Down, int Right, int Mirror, int CutTop, int CutLeft)
{
    /// <summary>Int32 elements that a crop takes in a buffer: its fields in their order.</summary>
    public const int Length = 6;
}
