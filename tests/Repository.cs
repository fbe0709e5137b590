namespace Catapult.Tests;

/// <summary>Where the tests find the files of the repository.</summary>
internal static class Repository
{
    /// <summary>The folder of Engine.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of reference values; the environment variable CATAPULT_GOLDENS names another.</summary>
    public static string Goldens { get; } =
        Environment.GetEnvironmentVariable("CATAPULT_GOLDENS") is { Length: > 0 } folder ? folder : Path.Combine(Root, "tests", "goldens");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Engine.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds Engine.sln; run the tests inside the repository.");
    }
}
