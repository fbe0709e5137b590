using System.Text.RegularExpressions;

namespace Catapult.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Path">Relative to the root of the repository.</param>
internal sealed partial record MarkdownPage(string Path)
{
    /// <summary>All pages: those beside the code and those in docs/.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
        [.. SourceFile.Find("*.md").Select(path => new MarkdownPage(path)).OrderBy(page => page.Path, StringComparer.Ordinal)];

    /// <summary>The page itself.</summary>
    public string Text => File.ReadAllText(FullPath);

    /// <summary>The blocks of C#.</summary>
    public IEnumerable<string> CSharpBlocks => CSharp().Matches(Text).Select(match => match.Groups["code"].Value);

    /// <summary>The changes of code: blocks of diff under a comment that names the two files.</summary>
    public IReadOnlyList<CodeChange> CodeChanges =>
        [.. Diff().Matches(Text).Select(match => new CodeChange(match.Groups["from"].Value, match.Groups["to"].Value, match.Groups["lines"].Value.Split('\n')))];

    /// <summary>The targets of links and pictures that lie in the repository.</summary>
    public IEnumerable<string> LocalLinks => Links().Matches(Text).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

    private string FullPath => System.IO.Path.Combine(Repository.Root, Path);

    /// <summary>Whether a link's target exists, seen from this page.</summary>
    public bool Reaches(string target) => System.IO.Path.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(FullPath)!, target.Split('#')[0]));

    /// <summary>The generated parts by name, without the line ends beside their markers.</summary>
    public IReadOnlyDictionary<string, string> GeneratedParts() => Generated().Matches(Text).ToDictionary(part => part.Groups["name"].Value, part => part.Groups["text"].Value);

    /// <summary>Rewrites the generated parts.</summary>
    public void Refresh(Func<string, string> render) => File.WriteAllText(
        FullPath, Generated().Replace(Text, part => part.Value.Replace($"\n{part.Groups["text"].Value}\n", $"\n{render(part.Groups["name"].Value)}\n", StringComparison.Ordinal)));

    public override string ToString() => Path;

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^<!-- diff (?<from>\S+) (?<to>\S+) -->\n```diff\n(?<lines>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Diff();

    [GeneratedRegex(@"\]\((?<target>[^)#][^)]*)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"<!-- begin:(?<name>\S+) -->\n(?<text>.*?)\n<!-- end:\k<name> -->", RegexOptions.Singleline)]
    private static partial Regex Generated();
}
