namespace Catapult.Engine;

/// <summary>
/// A layer or a model: a function of a tensor with learned parameters, buffers that are saved but not learned, and submodules. Names and their
/// order are PyTorch's: a module's own parameters, its own buffers, then its submodules in the order in which they were added.
/// </summary>
public abstract class Module
{
    private readonly List<(string Name, Parameter Parameter)> parameters = [];
    private readonly List<(string Name, Tensor Buffer)> buffers = [];
    private readonly List<(string Name, Module Module)> children = [];

    /// <summary>Whether the module behaves as in training (batch statistics, dropout) or as in evaluation.</summary>
    public bool IsTraining { get; private set; } = true;

    /// <summary>The module's function.</summary>
    public abstract Tensor Forward(Tensor x);

    /// <summary>Switches this module and all below it to training or evaluation.</summary>
    public void Train(bool training = true)
    {
        IsTraining = training;
        foreach ((_, Module child) in children) child.Train(training);
    }

    /// <summary>All parameters with their paths, in PyTorch's order.</summary>
    public IReadOnlyList<NamedParameter> NamedParameters()
    {
        var all = new List<NamedParameter>();
        Visit("", (prefix, module) => all.AddRange(module.parameters.Select(p => new NamedParameter(prefix + p.Name, p.Parameter))));
        return all;
    }

    /// <summary>All buffers with their paths.</summary>
    public IReadOnlyList<(string Name, Tensor Buffer)> NamedBuffers()
    {
        var all = new List<(string, Tensor)>();
        Visit("", (prefix, module) => all.AddRange(module.buffers.Select(b => (prefix + b.Name, b.Buffer))));
        return all;
    }

    /// <summary>Everything that a file of weights holds, with layouts, in the order of PyTorch's <c>state_dict</c>.</summary>
    public IReadOnlyList<(string Name, Tensor Value, ExchangeLayout Layout)> State()
    {
        var all = new List<(string, Tensor, ExchangeLayout)>();
        Visit("", (prefix, module) =>
        {
            all.AddRange(module.parameters.Select(p => (prefix + p.Name, p.Parameter.Value, p.Parameter.Layout)));
            all.AddRange(module.buffers.Select(b => (prefix + b.Name, b.Buffer, ExchangeLayout.AsIs)));
        });
        return all;
    }

    /// <summary>The generators of random numbers in this module and below, whose positions a checkpoint saves.</summary>
    public IReadOnlyList<RandomGenerator> Generators()
    {
        var all = new List<RandomGenerator>();
        Visit("", (_, module) =>
        {
            if (module.Generator is { } generator) all.Add(generator);
        });
        return all;
    }

    /// <summary>This module and all below it, each before its own.</summary>
    public IReadOnlyList<Module> Modules()
    {
        var all = new List<Module>();
        Visit("", (_, module) => all.Add(module));
        return all;
    }

    /// <summary>The modules directly in this one, with their names.</summary>
    public IReadOnlyList<(string Name, Module Module)> Children => children;

    /// <summary>The number of learned numbers.</summary>
    public long ParameterCount() => NamedParameters().Sum(p => (long)p.Value.Length);

    /// <summary>Forgets all gradients.</summary>
    public void ZeroGrad()
    {
        foreach (NamedParameter parameter in NamedParameters()) parameter.Value.ZeroGrad();
    }

    /// <summary>The module's own generator of random numbers, where it draws any.</summary>
    protected virtual RandomGenerator? Generator => null;

    /// <summary>Registers a parameter.</summary>
    protected Parameter Add(string name, Parameter parameter)
    {
        parameters.Add((name, parameter));
        return parameter;
    }

    /// <summary>Registers a buffer, such as running statistics.</summary>
    protected Tensor AddBuffer(string name, Tensor buffer)
    {
        buffers.Add((name, buffer.Keep()));
        return buffer;
    }

    /// <summary>Registers a submodule.</summary>
    protected M Add<M>(string name, M module) where M : Module
    {
        children.Add((name, module));
        return module;
    }

    private void Visit(string prefix, Action<string, Module> visit)
    {
        visit(prefix, this);
        foreach ((string name, Module child) in children) child.Visit($"{prefix}{name}.", visit);
    }
}
