using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Packets;

/// <summary>
/// The documents tell one story: what the summary counts is in the results, what the results flag is in the defect log, a photo is of one item in all of them, and the report names the files beside it.
/// This holds although somebody makes every digest anew.
/// </summary>
internal static partial class CountsCheck
{
    /// <summary>Rows of the defect log that one photo has at most: more are no row of ours, and would be searched for ever.</summary>
    private const int MostRows = 256;

    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        var faults = Accounting(packet).Concat(Log(packet)).Concat(Originals(packet)).Concat(Named(packet)).ToList();
        return faults.Count > 0 ? faults : [CheckedPart.Holds("counts", FormattableString.Invariant($"results, summary, defect log and report agree on {packet.Results.Count} files"))];
    }

    private static List<CheckedPart> Accounting(OpenedPacket packet)
    {
        var faults = new List<CheckedPart>();
        if (packet.Bytes(EvidenceWriter.SummaryName) is not { } summary)
        {
            return faults;
        }

        try
        {
            using var document = JsonRead.Document(summary);
            var root = document.RootElement;
            var outcomes = packet.Results.CountBy(line => line.Outcome, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var lots = packet.Results.Where(line => line is { Lot: not null, Item: not null }).ToLookup(line => line.Lot!, StringComparer.Ordinal);
            foreach (var count in root.GetProperty("accounting").EnumerateObject())
            {
                Compare($"accounting, {count.Name}", count.Value.GetInt64(), count.Name == "found" ? packet.Results.Count : outcomes.GetValueOrDefault(count.Name));
            }

            faults.AddRange(Standings(packet, root.GetProperty("model")));
            foreach (var lot in root.GetProperty("lots").EnumerateArray().Where(IsWithoutDraw))
            {
                var name = lot.GetProperty("name").GetString();
                var ofLot = lots[name ?? string.Empty].ToList();
                if (ofLot.Any(line => line.Outcome == "duplicate"))
                {
                    continue; // a repeated photo stands for an item by the finding of the photo it repeats
                }

                Compare($"{name}, flagged", lot.GetProperty("flagged").GetInt64(), ofLot.Where(line => line.IsFlagged).Select(line => line.Item).Distinct().Count());
            }
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            faults.Add(CheckedPart.Fails(EvidenceWriter.SummaryName, $"found no counts ({fault.Message})"));
        }

        return faults;

        void Compare(string what, long found, long wanted)
        {
            if (found != wanted)
            {
                faults.Add(CheckedPart.Fails(EvidenceWriter.SummaryName, FormattableString.Invariant($"{what}: found {found}, wanted {wanted} as in {EvidenceWriter.ResultsName}")));
            }
        }
    }

    // What a score decides follows from the threshold that the summary has.
    private static IEnumerable<CheckedPart> Standings(OpenedPacket packet, JsonElement model)
    {
        if (model.ValueKind != JsonValueKind.Object || JsonRead.Measure(model, "threshold") is not { } threshold || !model.TryGetProperty("margin", out var told))
        {
            yield break;
        }

        var margin = told.GetDouble();
        foreach (var line in packet.Results.Where(line => line is { Standing: "clear", Score: { } score } ? score >= threshold + margin : line is { Standing: "flagged", Score: { } other } && other <= threshold - margin))
        {
            yield return CheckedPart.Fails(EvidenceWriter.ResultsName, FormattableString.Invariant($"{line.Path}: found {line.Standing} at score {line.Score}, though the threshold is {threshold}"));
        }
    }

    // Items beside a draw are photographed and not counted, so a lot with a draw list has counts of its own.
    private static bool IsWithoutDraw(JsonElement lot) =>
        lot.GetProperty("sample") is var sample && sample.GetProperty("drawn_and_missing").GetArrayLength() == 0 && sample.GetProperty("photographed_and_not_drawn").GetArrayLength() == 0;

    private static IEnumerable<CheckedPart> Log(OpenedPacket packet)
    {
        if (packet.Bytes(EvidenceWriter.DefectLogName) is not { } bytes)
        {
            yield break;
        }

        var all = Rows(Encoding.UTF8.GetString(bytes)).Skip(1).ToList();

        // A path or a code may hold what looks like a digest, too.
        var named = all.SelectMany(row => Sha256().Matches(row).Select(digest => (Row: row, Digest: digest.Groups[1].Value))).ToLookup(pair => pair.Digest, pair => pair.Row, StringComparer.Ordinal);
        var rows = 0;

        // What persons read of an item goes before what the model found: class and severity are those of the results only where nobody read anything.
        var isRead = packet.Outputs is not { IsReviewed: false };
        foreach (var photo in packet.Results.Where(line => line.IsReadable))
        {
            var cells = string.Join(',', "", CsvCell.Text(photo.Path), CsvCell.Number(photo.Score), CsvCell.Number(photo.Probability), CsvCell.Text(photo.Sha256), "");
            if (named[photo.Sha256 ?? ""].Take(MostRows).FirstOrDefault(row => row.Contains(cells, StringComparison.Ordinal)) is { } row)
            {
                rows++;
                var place = string.Concat(new[] { photo.Lot, photo.Item, photo.View }.Select(cell => CsvCell.Text(cell) + ","));
                if (!row.StartsWith(place, StringComparison.Ordinal))
                {
                    yield return CheckedPart.Fails(EvidenceWriter.DefectLogName, $"{photo.Path}: its row is of another lot, item or view than {EvidenceWriter.ResultsName} has");
                }
                else if (!isRead && !row.StartsWith($"{place}{CsvCell.Text(photo.DefectClass)},{CsvCell.Text(photo.Severity)},", StringComparison.Ordinal))
                {
                    yield return CheckedPart.Fails(EvidenceWriter.DefectLogName, $"{photo.Path}: its row has another class or severity than {EvidenceWriter.ResultsName} has, and no person read it");
                }
            }
            else if (photo.IsFlagged)
            {
                yield return CheckedPart.Fails(EvidenceWriter.DefectLogName, $"a finding is missing: {photo.Path} is flagged in {EvidenceWriter.ResultsName} and has no row here");
            }
        }

        if (all.Count != rows)
        {
            yield return CheckedPart.Fails(EvidenceWriter.DefectLogName, string.Create(CultureInfo.InvariantCulture, $"found {all.Count} rows, of which {rows} are of photos in {EvidenceWriter.ResultsName}"));
        }
    }

    // Line ends within quotes are no ends of rows.
    private static IEnumerable<string> Rows(string csv)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < csv.Length; at++)
        {
            isQuoted ^= csv[at] == '"';
            if (csv[at] == '\n' && !isQuoted)
            {
                yield return csv[start..at];
                start = at + 1;
            }
        }

        if (start < csv.Length)
        {
            yield return csv[start..];
        }
    }

    [GeneratedRegex(",([0-9a-f]{64})(?=,)", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    private static IEnumerable<CheckedPart> Originals(OpenedPacket packet)
    {
        var scored = packet.Results.ToLookup(line => line.Path, StringComparer.Ordinal);
        foreach (var twice in scored.Where(lines => lines.Skip(1).Any()))
        {
            yield return CheckedPart.Fails(EvidenceWriter.ResultsName, $"{twice.Key} stands in it twice");
        }

        foreach (var entry in packet.Manifest)
        {
            if (entry.Photo is not { } photo)
            {
                continue;
            }

            if (scored[photo.Source].FirstOrDefault(line => line.Sha256 == OriginalOf(entry)) is not { } line)
            {
                yield return CheckedPart.Fails(entry.Path, $"{EvidenceWriter.ResultsName} does not have this photo as {photo.Source} with SHA-256 {OriginalOf(entry)}");
            }
            else if ((line.Lot, line.Item) != (photo.Lot, photo.Item))
            {
                yield return CheckedPart.Fails(entry.Path, $"the manifest has it of item {photo.Item} in {photo.Lot}, {EvidenceWriter.ResultsName} of item {line.Item} in {line.Lot}");
            }
        }
    }

    private static string OriginalOf(ManifestEntry entry) => entry.Photo?.Redaction?.OriginalSha256 ?? entry.Sha256;

    private static IEnumerable<CheckedPart> Named(OpenedPacket packet)
    {
        foreach (var name in packet.Source.Names)
        {
            if (packet.Outputs?.DigestOf(name) is { } wanted && packet.Digests[name] != wanted)
            {
                yield return CheckedPart.Fails(name, $"{EvidenceWriter.SummaryName} names another: found SHA-256 {packet.Digests[name]}, wanted {wanted}");
            }
        }

        if (packet.Bytes(EvidenceWriter.ReportName) is not { } report)
        {
            yield break;
        }

        var text = Encoding.UTF8.GetString(report);
        foreach (var name in EvidenceWriter.Beside)
        {
            if (packet.Digests.GetValueOrDefault(name) is { } digest && !text.Contains(digest, StringComparison.Ordinal))
            {
                yield return CheckedPart.Fails(name, $"{EvidenceWriter.ReportName} was written beside another: it does not name SHA-256 {digest}");
            }
        }
    }
}
