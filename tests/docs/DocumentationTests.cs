using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Pages say what the code does: their examples are compiled and run, their figures are those of docs/results, their links lead somewhere.</summary>
public class DocumentationTests
{
    /// <summary>Set to 1 to rewrite the generated parts instead of holding them to docs/results.</summary>
    private const string RefreshVariable = "CATAPULT_REFRESH_DOCS";

    private static IEnumerable<MarkdownPage> Pages => MarkdownPage.All;

    [TestCaseSource(nameof(Pages))]
    public void ExamplesAreCodeThatRuns(object page)
    {
        string[] sources = [.. SourceFile.Find("*.cs").Select(path => WithoutIndentation(new SourceFile(path).Text))];
        foreach (string block in ((MarkdownPage)page).CSharpBlocks)
            Assert.That(sources.Any(source => source.Contains(WithoutIndentation(block), StringComparison.Ordinal)), $"No source file contains this example of {page}:\n{block}");
    }

    [TestCaseSource(nameof(Pages))]
    public void GeneratedPartsAreCurrent(object page)
    {
        var markdown = (MarkdownPage)page;
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1") markdown.Refresh(ResultTable.Render);
        foreach ((string part, string text) in markdown.GeneratedParts())
            Assert.That(text, Is.EqualTo(ResultTable.Render(part)), $"Part '{part}' of {page} is not that of docs/results; run this test with {RefreshVariable}=1.");
    }

    [TestCaseSource(nameof(Pages))]
    public void LinksLeadSomewhere(object page) =>
        Assert.That(((MarkdownPage)page).LocalLinks.Where(target => !((MarkdownPage)page).Reaches(target)), Is.Empty, $"broken links of {page}");

    [Test]
    public void ReadmeHasExamples() => Assert.That(new MarkdownPage("README.md").CSharpBlocks.Count(), Is.GreaterThanOrEqualTo(4));

    private static string WithoutIndentation(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));
}
