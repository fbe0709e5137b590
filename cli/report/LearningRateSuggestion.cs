namespace Catapult.Cli;

/// <summary>One rule's reading of a range test.</summary>
/// <param name="Rule">The name of the rule: steepest, valley, minimum ÷ 10.</param>
/// <param name="LearningRate">The learning rate that it suggests.</param>
/// <param name="Chosen">Whether the run took this one.</param>
/// <param name="Meaning">What the rule looks for, in a few words; empty to leave it out.</param>
public sealed record LearningRateSuggestion(string Rule, double LearningRate, bool Chosen = false, string Meaning = "");
