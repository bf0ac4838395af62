using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Inspecting;

/// <summary>
/// The lists that a run reads: named now, otherwise as the case remembers, otherwise those in the shipment's folder. Nothing that the case was given is dropped
/// without a word.
/// </summary>
/// <param name="Sources">Full path of each list that is read.</param>
/// <param name="Inputs">The same, as the case keeps them.</param>
/// <param name="Named">Those of the sources that are not found in the shipment's folder by their usual name.</param>
/// <param name="LeftOut">Lists that somebody left out, now or in a run before, and has not named since; in the order of <see cref="ListKind"/>.</param>
/// <param name="Remarks">What differs from the run before, a sentence each.</param>
internal sealed record ChosenInputs(
    IReadOnlyDictionary<ListKind, string> Sources,
    IReadOnlyList<CaseInput> Inputs,
    IReadOnlyDictionary<ListKind, string> Named,
    IReadOnlyList<ListKind> LeftOut,
    IReadOnlyList<string> Remarks)
{
    /// <exception cref="CaseException">A list that the case was given is gone.</exception>
    /// <exception cref="FileNotFoundException">A list that is named is not there.</exception>
    public static ChosenInputs Of(InspectRequest request, CaseFile? before, LocalPlaces? local)
    {
        var sources = new SortedDictionary<ListKind, string>();
        var named = new SortedDictionary<ListKind, string>();
        var remarks = new List<string>();
        var inFolder = Lists.InFolder(request.Shipment);
        var below = new Lazy<IReadOnlyDictionary<ListKind, string>>(() => Lists.Below(request.Shipment, request.Folder));
        List<ListKind> leftOut = [.. Enum.GetValues<ListKind>()
            .Where(kind => !request.Lists.ContainsKey(kind) && (request.Without.Contains(kind) || before?.LeftOut.Contains(kind) == true))];
        foreach (var kind in Enum.GetValues<ListKind>().Except(leftOut))
        {
            if ((Told(kind, request, before?.Input(kind), local) ?? inFolder.GetValueOrDefault(kind) ?? Elsewhere(kind, request, before?.Input(kind), below)) is { } source)
            {
                sources[kind] = source;
                if (source != inFolder.GetValueOrDefault(kind))
                {
                    named[kind] = source;
                }
            }
        }

        var inputs = sources.Select(source => Kept(source.Key, source.Value, !named.ContainsKey(source.Key))).ToList();
        remarks.AddRange(before is null ? [] : Differences(before, inputs));
        remarks.AddRange(Lists.WithNothing(request.Shipment).Where(one => !named.ContainsKey(one.Kind) && !leftOut.Contains(one.Kind))
            .Select(one => $"{one.Name} in the shipment says nothing: {one.Reason} (name another with --{Lists.Word(one.Kind)})"));
        remarks.AddRange(named.Where(one => !request.Lists.ContainsKey(one.Key) && inFolder.ContainsKey(one.Key))
            .Select(one => $"{Path.GetFileName(inFolder[one.Key])} in the shipment is not read: this case was given {Path.GetFileName(one.Value)} (name the other with --{Lists.Word(one.Key)} to change that)"));
        remarks.AddRange(leftOut.Where(kind => before?.Input(kind) is null && inFolder.ContainsKey(kind))
            .Select(kind => $"left out, as told: {Path.GetFileName(inFolder[kind])} in the shipment (name it with --{Lists.Word(kind)} to take it up)"));
        return new ChosenInputs(sources, inputs, named, leftOut, remarks);
    }

    private static string? Told(ListKind kind, InspectRequest request, CaseInput? remembered, LocalPlaces? local)
    {
        if (request.Lists.TryGetValue(kind, out var told))
        {
            return File.Exists(told) ? told : throw new FileNotFoundException($"{told}: no such file");
        }

        if (remembered is { IsInShipment: false } && local?.Lists.GetValueOrDefault(kind) is { } place)
        {
            return File.Exists(place) ? place : throw Gone(kind, remembered.Name, place);
        }

        return null;
    }

    private static string? Elsewhere(ListKind kind, InspectRequest request, CaseInput? remembered, Lazy<IReadOnlyDictionary<ListKind, string>> below) =>
        remembered is null ? below.Value.GetValueOrDefault(kind) : throw Gone(kind, remembered.Name, Path.Combine(request.Shipment, remembered.Name));

    private static CaseException Gone(ListKind kind, string name, string place) => new(
        $"{name}: this inspection was given it, and it is no longer at {place}; put it back, name it with --{Lists.Word(kind)}, or leave it out with --without {Lists.Word(kind)}");

    private static CaseInput Kept(ListKind kind, string source, bool isInShipment)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(source))!;
        var documents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in Lists.DocumentsOf(kind, source).Where(File.Exists))
        {
            documents[Path.GetRelativePath(folder, document).Replace(Path.DirectorySeparatorChar, '/')] = StoredJson.Sha256OfFile(document);
        }

        return new CaseInput(kind, Path.GetFileName(source), StoredJson.Sha256OfFile(source), isInShipment, documents);
    }

    private static IEnumerable<string> Differences(CaseFile before, IReadOnlyList<CaseInput> inputs)
    {
        foreach (var kind in Enum.GetValues<ListKind>())
        {
            var (was, now) = (before.Input(kind), inputs.FirstOrDefault(input => input.Kind == kind));
            if (was is null && now is not null && before.RecordSha256 is not null)
            {
                yield return $"new since the last run: {now.Name} ({Lists.Word(kind)})";
            }
            else if (was is not null && now is not null && was.Sha256 != now.Sha256)
            {
                yield return was.Name == now.Name
                    ? $"changed since the last run: {now.Name} ({Lists.Word(kind)})"
                    : $"replaced: {now.Name} is read instead of {was.Name} ({Lists.Word(kind)})";
            }
            else if (was is not null && now is not null && Other(was.Documents, now.Documents) is { Count: > 0 } others)
            {
                yield return $"changed since the last run: {string.Join(", ", others)}, named by {now.Name} ({Lists.Word(kind)})";
            }
            else if (was is not null && now is null)
            {
                yield return $"left out, as told: {was.Name} ({Lists.Word(kind)})";
            }
        }
    }

    private static List<string> Other(IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> now) =>
        [.. was.Keys.Union(now.Keys).Where(document => was.GetValueOrDefault(document) != now.GetValueOrDefault(document)).Order(StringComparer.Ordinal)];
}
