namespace Catapult.Engine;

/// <summary>Modules one after the other, named by their index. A <see cref="ReLU"/> behind a <see cref="BatchNorm2d"/> runs in the same pass.</summary>
public sealed class Sequential : Module
{
    private readonly Module[] modules;

    /// <summary>The modules in order.</summary>
    public Sequential(params ReadOnlySpan<Module> modules)
    {
        this.modules = modules.ToArray();
        for (int i = 0; i < modules.Length; i++) Add($"{i}", modules[i]);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        for (int i = 0; i < modules.Length; i++)
        {
            if (modules[i] is BatchNorm2d norm && i + 1 < modules.Length && modules[i + 1] is ReLU)
            {
                x = norm.ForwardRelu(x);
                i++;
            }
            else
            {
                x = modules[i].Forward(x);
            }
        }
        return x;
    }
}
