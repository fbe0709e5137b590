using Catapult.Kernels;

namespace Catapult.Engine;

/// <summary>The models that the command line knows by name, for channels-last images of any size.</summary>
public static class Models
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mlp", "lenet", "resnet8", "resnet20", "resnet56", "resnet9"];

    /// <summary>A new model.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="make">Where and how parameters are made.</param>
    /// <param name="image">Height, width and channels.</param>
    /// <param name="classes">The number of logits.</param>
    /// <exception cref="InputException">There is no such model, or the images are too small for it.</exception>
    public static Module Create(string name, ParameterFactory make, (int Height, int Width, int Channels) image, int classes) => name switch
    {
        "mlp" => Mlp(make, image, classes),
        "lenet" => LeNet(make, image, classes),
        "resnet8" => ResNet(make, 8, image, classes),
        "resnet20" => ResNet(make, 20, image, classes),
        "resnet56" => ResNet(make, 56, image, classes),
        "resnet9" => ResNet9(make, image, classes),
        _ => throw new InputException($"There is no model '{name}'; choose one of {string.Join(", ", Names)}."),
    };

    /// <summary>Two hidden layers of 512 rectifiers.</summary>
    public static Module Mlp(ParameterFactory make, (int Height, int Width, int Channels) image, int classes)
    {
        int inputs = image.Height * image.Width * image.Channels;
        return new Sequential(
            new Flatten(), new Linear(make, inputs, 512, flattened: image), new ReLU(), new Linear(make, 512, 512), new ReLU(), new Linear(make, 512, classes));
    }

    /// <summary>LeNet in the form of Caffe's MNIST example: no rectifier behind the convolutions; 431,080 parameters on MNIST.</summary>
    public static Module LeNet(ParameterFactory make, (int Height, int Width, int Channels) image, int classes)
    {
        int height = ((image.Height - 4) / 2 - 4) / 2, width = ((image.Width - 4) / 2 - 4) / 2;
        if (height < 1 || width < 1) throw new InputException($"lenet needs images of at least 16x16 pixels, not {image.Height}x{image.Width}.");
        return new Sequential(
            new Conv2d(make, image.Channels, 20, 5), new MaxPool2d(2), new Conv2d(make, 20, 50, 5), new MaxPool2d(2),
            new Flatten(), new Linear(make, 50 * height * width, 500, flattened: (height, width, 50)), new ReLU(), new Linear(make, 500, classes));
    }

    /// <summary>The CIFAR form of ResNet (He et al. 2015): depth 6n+2, stages of 16, 32 and 64 channels.</summary>
    /// <exception cref="ArgumentException">The depth is not 6n+2.</exception>
    public static Module ResNet(ParameterFactory make, int depth, (int Height, int Width, int Channels) image, int classes)
    {
        if (depth < 8 || depth % 6 != 2) throw new ArgumentException($"A CIFAR ResNet has depth 6n+2, such as 8, 20 or 56, not {depth}.", nameof(depth));
        var modules = new List<Module> { new Conv2d(make, image.Channels, 16, 3, padding: 1, bias: false), new BatchNorm2d(make, 16), new ReLU() };
        int channels = 16;
        foreach ((int width, int stride) in new[] { (16, 1), (32, 2), (64, 2) })
        {
            for (int block = 0; block < (depth - 2) / 6; block++, channels = width)
                modules.Add(new ResidualBlock(make, channels, width, block == 0 ? stride : 1));
        }
        return new Sequential([.. modules, new GlobalAvgPool2d(), new Flatten(), new Linear(make, 64, classes)]);
    }

    /// <summary>Page's ResNet-9 for fast CIFAR-10 training: widths 64, 128, 256, 512, two residual pairs, logits times 0.125.</summary>
    public static Module ResNet9(ParameterFactory make, (int Height, int Width, int Channels) image, int classes)
    {
        if (image.Height < 16 || image.Width < 16) throw new InputException($"resnet9 needs images of at least 16x16 pixels, not {image.Height}x{image.Width}.");
        return new Sequential([
            .. Block(make, image.Channels, 64, pool: false),
            .. Block(make, 64, 128, pool: true), new ResidualPair(make, 128),
            .. Block(make, 128, 256, pool: true),
            .. Block(make, 256, 512, pool: true), new ResidualPair(make, 512),
            new GlobalMaxPool2d(), new Linear(make, 512, classes, bias: false), new Scaled(0.125)]);
    }

    private static IEnumerable<Module> Block(ParameterFactory make, int inChannels, int outChannels, bool pool)
    {
        yield return new Conv2d(make, inChannels, outChannels, 3, padding: 1, bias: false);
        yield return new BatchNorm2d(make, outChannels);
        yield return new ReLU();
        if (pool) yield return new MaxPool2d(2);
    }
}
