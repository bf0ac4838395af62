using DefectVision.Inspection.Reviewing;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels.Answered;

/// <summary>What the list of a set says to those who learn from it or measure on it: the group of each photo, the label of a folder, and where the labels come from.</summary>
internal sealed class AnswerNotes
{
    private readonly ILookup<string, AnswerLine> _lines;
    private readonly IReadOnlyDictionary<string, string> _labelsByFolder;
    private readonly IReadOnlyList<string> _waiting;

    private AnswerNotes(IReadOnlyList<AnswerLine> lines, IReadOnlyList<string> waiting)
    {
        _lines = lines.ToLookup(line => line.Name, StringComparer.Ordinal);
        _labelsByFolder = KeptPhoto.LabelsByFolder(lines);
        _waiting = waiting;
    }

    /// <returns>Null where the set has no list.</returns>
    /// <exception cref="DatasetException">The list cannot be read.</exception>
    public static AnswerNotes? Of(string folder) =>
        AnswerList.Read(folder) is { Count: > 0 } lines ? new AnswerNotes(lines, StagedPhotos.Waiting(folder, lines)) : null;

    /// <summary>The photos with their groups. Of a group that is held out none is learned from, wherever a person put it.</summary>
    public IEnumerable<LabelEntry> Applied(SetFolder set, IEnumerable<LabelEntry> entries)
    {
        if (_waiting.Count > 0)
        {
            set.Faults.Add(FormattableString.Invariant($"{set.Name}: found {_waiting.Count} photos that an interrupted addition has not put in their places, wanted it finished: run dataset add again"));
        }

        var heldOut = set.Part == "test" ? [] : SetPath.Photos(set.Full).Where(SetPath.IsHeldOut).SelectMany(GroupOf).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var path = set.Relative(entry.Path);
            var group = GroupOf(path).FirstOrDefault();
            if (SetPath.IsUndecided(path))
            {
                continue;
            }

            if (group is not null && heldOut.Contains(group))
            {
                set.Faults.Add($"{path}: found photos of the same item in {SetPath.Test}, wanted all of them there, or none");
                continue;
            }

            var label = _labelsByFolder.GetValueOrDefault(SetPath.FolderOf(path)) ?? entry.Label;
            var told = group is null ? entry with { Label = label } : entry with { Label = label, Group = group, IsGroupSaid = true, Item = group };
            IReadOnlyList<PhotoRegion> regions = [.. _lines[AnswerLine.NameOf(path)].Where(line => line.Label == label).SelectMany(line => line.Regions).Distinct()];
            yield return regions.Count == 0 ? told : told.Marked(regions);
        }
    }

    /// <summary>The cases that the labels of these photos come from, in words.</summary>
    /// <returns>Null where none of them is on the list.</returns>
    public string? How(IReadOnlyList<string> paths)
    {
        var lines = paths.SelectMany(path => _lines[Path.GetFileName(path)]).Where(line => line.Label.Length > 0).ToList();
        var beside = paths.Count(path => !_lines.Contains(Path.GetFileName(path)));
        return lines.Count == 0 ? null : string.Join("; and ", lines
            .GroupBy(line => (line.Origin.Shipment, line.Origin.Case))
            .OrderBy(answers => answers.Key.Shipment, StringComparer.Ordinal).ThenBy(answers => answers.Key.Case, StringComparer.Ordinal)
            .Select(Answers)
            .Concat(beside == 0 ? [] : [FormattableString.Invariant($"{beside} {(beside == 1 ? "photo" : "photos")} that no case gave")]));
    }

    private static string Answers(IGrouping<(string Shipment, string Case), AnswerLine> answers)
    {
        var items = answers.DistinctBy(line => (line.Origin.Lot, line.Origin.Item)).Count();
        IReadOnlyList<string> readers = [.. answers.SelectMany(line => line.Origin.Readers.Split("; ")).Distinct().Order(StringComparer.Ordinal)];
        var folder = answers.Key.Case == answers.Key.Shipment ? string.Empty : $" (case {answers.Key.Case})";
        return FormattableString.Invariant($"answers of persons in the inspection {answers.Key.Shipment}{folder}: {items} {(items == 1 ? "item" : "items")}, {(readers.Count == 1 ? "reader" : "readers")} {string.Join(", ", readers)}");
    }

    private IEnumerable<string> GroupOf(string path) => _lines[AnswerLine.NameOf(path)].Take(1).Select(line => line.Group);
}
