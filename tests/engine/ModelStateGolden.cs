namespace Catapult.Tests;

/// <summary>A model of goldens/state_dict.txt: the images it takes, and what PyTorch's twin of it saves, in order.</summary>
internal sealed record ModelStateGolden(string Model, int Channels, int Side, long Parameters, IReadOnlyList<string> Entries)
{
    public static IReadOnlyList<ModelStateGolden> Load()
    {
        var models = new List<ModelStateGolden>();
        foreach (string line in File.ReadLines(Path.Combine(Repository.Goldens, "state_dict.txt")).Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith(' '))
            {
                ((List<string>)models[^1].Entries).Add(line.Trim());
                continue;
            }
            string[] words = line.Split(' ');
            models.Add(new(words[0], int.Parse(words[1]), int.Parse(words[2]), long.Parse(words[3]), new List<string>()));
        }
        return models;
    }

    public override string ToString() => Model;
}
