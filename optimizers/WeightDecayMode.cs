namespace Catapult.Optimizers;

/// <summary>How weight decay enters an update. Libraries differ, so it is always stated.</summary>
public enum WeightDecayMode
{
    /// <summary>An L2 penalty: decay * w is added to the gradient, so momentum and adaptive scaling act on it (PyTorch's SGD and Adam).</summary>
    Coupled,

    /// <summary>w shrinks by the factor 1 - rate * decay beside the gradient step (Loshchilov and Hutter 2019, as PyTorch's AdamW has it).</summary>
    Decoupled,
}
