using DefectVision.Pipeline.Sharding;

namespace DefectVision.Cases.Inspecting;

/// <summary><c>part.json</c>: what a finished part of a shipment says of itself; without it a part is not whole.</summary>
/// <param name="Schema">Must be <see cref="CurrentSchema"/>.</param>
/// <param name="Part">Which part, and of what.</param>
internal sealed record PartFile(string Schema, Part Part)
{
    public const string CurrentSchema = "defectvision/part/1";

    /// <exception cref="PartsException">The folder holds no finished part, or one of another version.</exception>
    public static Part Read(string folder)
    {
        var name = Path.GetFileName(folder);
        return StoredJson.Read<PartFile>(Path.Combine(folder, CasePaths.Part)) switch
        {
            null when File.Exists(Path.Combine(folder, CasePaths.Case)) => throw new PartsException($"{name}: this part has not been finished; run it again"),
            null => throw new PartsException($"{name}: found no {CasePaths.Part}, wanted the folder of a part (inspect --shard writes it)"),
            { Schema: CurrentSchema, Part: { WalkSha256: not null, PlanSha256: not null, Program: not null, Limits: not null, JournalSha256: not null } part } => part,
            { Schema: var schema } => throw new PartsException($"{name}/{CasePaths.Part}: found schema '{schema}', wanted '{CurrentSchema}' with all its parts"),
        };
    }
}
