namespace Catapult.Ladders;

/// <summary>A rung of a GPU's ladder, as any build knows it.</summary>
/// <param name="Name">The rung.</param>
/// <param name="Type">The type in its file.</param>
/// <param name="EngineTypes">The engine's types behind it; none where the file holds it all.</param>
internal sealed record GpuRungEntry(string Name, string Type, params IReadOnlyList<string> EngineTypes);
