using System.CommandLine;
using System.CommandLine.Completions;
using System.Diagnostics.CodeAnalysis;

namespace Catapult.Cli;

/// <summary>An <see cref="OptionRow{TOptions}"/> over a property, which a getter and a copying setter stand for.</summary>
/// <typeparam name="TOptions">The record of the command's options.</typeparam>
/// <typeparam name="T">Type of the property.</typeparam>
public sealed class TypedOptionRow<TOptions, T> : OptionRow<TOptions> where TOptions : new()
{
    private readonly ValueSyntax<T> syntax;
    private readonly Func<TOptions, T> get;
    private readonly Func<TOptions, T, TOptions> set;
    private readonly string fallback;

    /// <summary>Describes the option; the default comes from a fresh record.</summary>
    /// <param name="name">Name with its dashes.</param>
    /// <param name="syntax">How the value is written.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">A copy of the record with the property set.</param>
    /// <param name="help">What the option does, a phrase without a full stop.</param>
    /// <param name="onResume">What <c>--resume</c> does to it.</param>
    /// <param name="defaultText">The default in words, where the property's initial value does not say it.</param>
    [SetsRequiredMembers]
    public TypedOptionRow(
        string name, ValueSyntax<T> syntax, Func<TOptions, T> get, Func<TOptions, T, TOptions> set,
        string help, ResumeRule onResume, string? defaultText = null)
    {
        (this.syntax, this.get, this.set) = (syntax, get, set);
        bool takesValue = syntax.HelpName.Length > 0;
        Option = new Option<string>(name)
        {
            HelpName = syntax.HelpName,
            Arity = takesValue ? ArgumentArity.ExactlyOne : ArgumentArity.Zero,
            CompletionSources = { _ => syntax.Choices.Select(choice => new CompletionItem(choice)) },
        };
        string choices = syntax.Choices.Count > 0 ? $": {string.Join(", ", syntax.Choices)}" : "";
        fallback = defaultText ?? (takesValue ? FormattableString.Invariant($"{get(new TOptions())}").ToLowerInvariant() : "off");
        Help = $"{help}{choices}. Default: {fallback}.";
        OnResume = onResume;
    }

    /// <inheritdoc/>
    public override TOptions Apply(TOptions options, string text) => set(options, syntax.Parse(Name, text));

    /// <inheritdoc/>
    public override TOptions Copy(TOptions from, TOptions to) => set(to, get(from));

    /// <inheritdoc/>
    public override string Show(TOptions options) => get(options) is { } value ? FormattableString.Invariant($"{value}") : fallback;
}
