using DefectVision.Pipeline.Sharding;

namespace DefectVision.Cases.Inspecting;

/// <summary>Joins the parts of a shipment into one case, as one run would have made it: their journals become its journal, and it is judged as in any other run.</summary>
internal static class Merger
{
    private const string PartFolders = "part-*-of-*";

    public static (string Folder, InspectAnswer Answer) Merge(MergeRequest request, CaseContext context)
    {
        var parts = request.Parts.SelectMany(PartsIn).Select(folder => (Folder: folder, Part: PartFile.Read(folder), Case: CaseOf(folder))).OrderBy(part => part.Part.Shard.Number).ToList();
        if (parts.Count == 0)
        {
            throw new PartsException("found no part, wanted all parts of an inspection (inspect --shard writes them)");
        }

        var first = parts[0];
        if (parts.FirstOrDefault(part => part.Case.Runs[^1].Inputs != first.Case.Runs[^1].Inputs) is { Folder: not null } other)
        {
            throw new PartsException($"{Path.GetFileName(other.Folder)}: it is of another inspection than {Path.GetFileName(first.Folder)}: other lists, another model or other settings");
        }

        var folder = request.Folder ?? Path.GetDirectoryName(first.Folder)!;
        var local = StoredJson.Read<LocalPlaces>(Path.Combine(first.Folder, CasePaths.Local));
        var shipment = request.Shipment ?? local?.Shipment;
        if (!Directory.Exists(shipment))
        {
            throw new DirectoryNotFoundException($"the shipment '{first.Case.Shipment}' is no longer where the parts found it; say with --shipment where it is now");
        }

        if (Part.Unlike(parts.Select(part => part.Part)) is { } unlike)
        {
            context.Say(unlike);
        }

        JoinedParts.Join([.. parts.Select(part => (part.Folder, part.Part))], folder, context.Cancel);

        // The case begins as the parts began, under the date of the first of them; how readers review it stays. Nothing of a case that is there changes before the parts are known to be whole.
        var run = first.Case.Runs[^1] with { AsOf = parts.Min(part => part.Case.Runs[^1].AsOf) };
        var begun = first.Case with { Runs = [run], Review = CaseFile.Read(folder)?.Review };
        return (folder, Inspector.Inspect(
            new InspectRequest(shipment, folder) { Model = request.Model, Backbone = request.Backbone, Workers = request.Workers, AsOf = run.AsOf, AcceptsListErrors = first.Case.AcceptsListErrors },
            context,
            (begun, local)));
    }

    private static IEnumerable<string> PartsIn(string folder) =>
        File.Exists(Path.Combine(folder, CasePaths.Part)) || Path.GetFileName(folder).StartsWith("part-", StringComparison.Ordinal) ? [folder]
        : Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, PartFolders).Order(StringComparer.Ordinal)
        : throw new DirectoryNotFoundException($"{folder}: no such folder");

    private static CaseFile CaseOf(string folder) => CaseFile.Read(folder) is { Runs.Count: > 0 } file ? file
        : throw new PartsException($"{Path.GetFileName(folder)}: found no {CasePaths.Case}, wanted the folder of a part");
}
