namespace Catapult.Cli;

/// <summary>Makes the options of a command that nothing resumes.</summary>
internal static class Rows<TOptions> where TOptions : new()
{
    /// <summary>One option; see <see cref="TypedOptionRow{TOptions, T}"/>.</summary>
    public static TypedOptionRow<TOptions, T> Of<T>(
        string name, ValueSyntax<T> syntax, Func<TOptions, T> get, Func<TOptions, T, TOptions> set, string help, string? defaultText = null) =>
        new(name, syntax, get, set, help, ResumeRule.Own, defaultText);
}
