using Catapult.Kernels;

namespace Catapult.Engine;

public sealed partial class Tensor
{
    /// <summary>
    /// Layer normalization (Ba et al. 2016): (x - mean) / sqrt(variance + epsilon) * gamma + beta with the mean and the biased variance of each row
    /// over the trailing axes that gamma and beta have.
    /// </summary>
    /// <exception cref="ShapeException">Gamma and beta do not have the shape of x's trailing axes.</exception>
    public Tensor LayerNorm(Tensor gamma, Tensor beta, double epsilon = 1e-5)
    {
        int rank = gamma.Shape.Rank;
        if (gamma.Shape != beta.Shape || rank == 0 || rank > Shape.Rank || !gamma.Shape.Extents.SequenceEqual(Shape.Extents[^rank..]) || gamma.Length == 0)
            throw new ShapeException("layer_norm", $"gamma {gamma.Shape} and beta {beta.Shape} do not fit {Shape}", "Both have the extents of x's last axes");
        return GroupNorm(new GroupNormGeometry(Length / gamma.Length, 1, gamma.Length, 1, epsilon), this, gamma, beta);
    }

    /// <summary>
    /// Group normalization (Wu and He 2018) of (N, ..., C): (x - mean) / sqrt(variance + epsilon) * gamma + beta, with the mean and the biased variance
    /// of each image over each run of C / groups neighbouring channels and all places; gamma and beta (C).
    /// </summary>
    /// <exception cref="ShapeException">Groups does not divide C, or gamma and beta are not (C).</exception>
    public Tensor GroupNorm(int groups, Tensor gamma, Tensor beta, double epsilon = 1e-5)
    {
        if (Shape.Rank < 2 || Shape[-1] == 0 || groups < 1 || Shape[-1] % groups != 0 || gamma.Shape != [Shape[-1]] || beta.Shape != gamma.Shape)
            throw new ShapeException("group_norm", $"{groups} groups, gamma {gamma.Shape} and beta {beta.Shape} do not fit {Shape}", "Groups divides the channels, the last axis; gamma and beta have one number a channel");
        int images = Shape[0], channels = Shape[-1], pixels = 1;
        for (int i = 1; i < Shape.Rank - 1; i++) pixels *= Shape[i];
        return GroupNorm(new GroupNormGeometry(images, pixels, channels, groups, epsilon), this, gamma, beta);
    }

    private static Tensor GroupNorm(GroupNormGeometry geometry, Tensor x, Tensor gamma, Tensor beta)
    {
        Tensor y = Empty(x.Backend, x.Shape, Floating("group_norm", x, gamma, beta));
        x.Backend.GroupNorm(geometry, x.Buffer, gamma.Buffer, beta.Buffer, y.Buffer);
        Autograd.Record("group_norm", y, [x, gamma, beta], (g, into) =>
        {
            if (Autograd.IsRecording) ComposedTwin.Backward(t => ComposedGroupNorm(geometry, t[0], t[1], t[2]), [x, gamma, beta], g, into);
            else GroupNormBackward(geometry, x, gamma, beta, g, into);
        });
        return y;
    }

    private static void GroupNormBackward(GroupNormGeometry geometry, Tensor x, Tensor gamma, Tensor beta, Tensor dy, InputGradients into)
    {
        Tensor dx = Empty(x.Backend, x.Shape, x.Type), dgamma = Empty(x.Backend, gamma.Shape, x.Type), dbeta = Empty(x.Backend, beta.Shape, x.Type);
        x.Backend.GroupNormBackward(geometry, x.Buffer, gamma.Buffer, dy.Buffer, dx.Buffer, dgamma.Buffer, dbeta.Buffer);
        into.Set(0, dx);
        into.Set(1, dgamma);
        into.Set(2, dbeta);
    }

    /// <summary>The same formula in plain operations: the definition that the fused kernels are tested against, and the way to second orders.</summary>
    internal static Tensor ComposedGroupNorm(GroupNormGeometry geometry, Tensor x, Tensor gamma, Tensor beta)
    {
        Tensor parts = x.Reshape(geometry.Images, geometry.Pixels, geometry.Groups, geometry.Width);
        Tensor centred = parts - parts.Mean([1, 3], keepAxes: true), variance = centred.Square().Mean([1, 3], keepAxes: true);
        Tensor normalized = (centred * (variance + geometry.Epsilon).Rsqrt()).Reshape(geometry.Images, geometry.Pixels, geometry.Channels);
        return (normalized * gamma.Reshape(geometry.Channels) + beta.Reshape(geometry.Channels)).Reshape(x.Shape);
    }
}
