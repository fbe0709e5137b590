using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The public home of a data set: its files lie directly under the address.</summary>
/// <param name="Home">The base address; replace it (<c>with</c>) to fetch from a mirror.</param>
/// <param name="Files">The files and their published checksums.</param>
public sealed record DownloadSource(Uri Home, IReadOnlyList<DownloadFile> Files)
{
    private const string TrainImages = "train-images-idx3-ubyte.gz";
    private const string TrainLabels = "train-labels-idx1-ubyte.gz";
    private const string TestImages = "t10k-images-idx3-ubyte.gz";
    private const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    /// <summary>The home of a data set by name, as in <see cref="Datasets.Names"/>.</summary>
    /// <exception cref="InputException">The name is unknown, or names a data set that needs no file.</exception>
    public static DownloadSource Of(string name) => name switch
    {
        "mnist" => new(new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        [
            new(TrainImages, "f68b3c2dcbeaaa9fbdd348bbdeb94873"), new(TrainLabels, "d53e105ee54ea40749a09fcbcd1e9432"),
            new(TestImages, "9fb629c4189551a2d022fa330f9573f3"), new(TestLabels, "ec29112dd5afa0611ce80d1b7f02629c"),
        ]),
        "fashion-mnist" => new(new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        [
            new(TrainImages, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"), new(TrainLabels, "25c81989df183df01b3e8a0aad5dffbe"),
            new(TestImages, "bef4ecab320f06d8554ea6380940ec79"), new(TestLabels, "bb300cfdad3c16e7a12a480ee83cd310"),
        ]),
        "cifar10" => new(new("https://www.cs.toronto.edu/~kriz/"), [new(Cifar10.ArchiveName, "c32a1d4ab5d03f1284b67883e8d87530")]),
        "glyphs" => throw new InputException("The data set 'glyphs' is drawn, not downloaded; leave --download out."),
        _ => throw Datasets.Unknown(name),
    };
}
