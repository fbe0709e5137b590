namespace Catapult.Lab;

/// <summary>A picture of an experiment.</summary>
/// <param name="Name">The name of its file, without the ending.</param>
/// <param name="Caption">What it shows, in a sentence.</param>
/// <param name="Picture">The picture.</param>
public sealed record ExperimentFigure(string Name, string Caption, Picture Picture);
