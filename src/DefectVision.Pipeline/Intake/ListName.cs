using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>What the name of a file says of the list in it.</summary>
/// <param name="Kind">Which list it looks like.</param>
/// <param name="IsSure">It differs from the usual name only as file managers, browsers and spreadsheets change names: in case, ending, or the mark of a copy.</param>
internal sealed partial record ListName(ListKind Kind, bool IsSure)
{
    private const int ShortestMistyped = 5;

    private static readonly FrozenDictionary<string, ListKind> Words = new Dictionary<string, ListKind>
    {
        ["agreement"] = ListKind.Agreement,
        ["photos"] = ListKind.Manifest,
        ["confirmed"] = ListKind.Confirmed,
        ["draw"] = ListKind.Draw,
        ["measurements"] = ListKind.Measurements,
        ["tests"] = ListKind.Tests,
        ["thirdparty"] = ListKind.ThirdParty,
        ["holidays"] = ListKind.Holidays,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ListKind> Others = new Dictionary<string, ListKind>
    {
        ["agreements"] = ListKind.Agreement,
        ["photo"] = ListKind.Manifest,
        ["manifest"] = ListKind.Manifest,
        ["confirm"] = ListKind.Confirmed,
        ["measurement"] = ListKind.Measurements,
        ["test"] = ListKind.Tests,
        ["holiday"] = ListKind.Holidays,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Yaml = FrozenSet.Create(".yaml", ".yml");
    private static readonly FrozenSet<string> Tables = FrozenSet.Create(".csv", ".tsv", ".xlsx", ".xlsm");
    private static readonly FrozenSet<string> Unreadable = FrozenSet.Create(".txt", ".xls", ".ods", ".numbers", ".bak");

    /// <summary>Null for a name that looks like no list.</summary>
    /// <param name="file">Without folders.</param>
    public static ListName? Of(string file)
    {
        var name = LooseName.Plain(file).ToLowerInvariant();
        var endings = new List<string>();
        while (Path.GetExtension(name) is { Length: > 0 } ending && (Yaml.Contains(ending) || Tables.Contains(ending) || Unreadable.Contains(ending)))
        {
            endings.Add(ending);
            name = name[..^ending.Length].TrimEnd();
        }

        if (endings.Count == 0)
        {
            return null;
        }

        var stem = CopyMark().Replace(name, string.Empty);
        if (Words.TryGetValue(Letters(stem), out var kind) && !stem.Any(char.IsAsciiDigit))
        {
            return new ListName(kind, endings.Any(kind == ListKind.Agreement ? Yaml.Contains : Tables.Contains));
        }

        var meant = Word().Matches(stem).Select(word => Meant(word.Value)).Prepend(Meant(Letters(stem))).OfType<ListKind>().ToList();
        return meant.Count > 0 ? new ListName(meant[0], false) : null;
    }

    // A word of a name, perhaps mistyped by a letter.
    private static ListKind? Meant(string word) =>
        Words.TryGetValue(word, out var kind) || Others.TryGetValue(word, out kind) ? kind
        : word.Length < ShortestMistyped ? null
        : Words.Where(known => known.Key.Length >= ShortestMistyped && Math.Abs(known.Key.Length - word.Length) <= 1 && LooseName.Distance(known.Key, word) <= 1)
            .Select(known => (ListKind?)known.Value)
            .FirstOrDefault();

    private static string Letters(string text) => string.Concat(text.Where(letter => letter is not (' ' or '-' or '_')));

    [GeneratedRegex(@"^(copy of|kopie von)\s+|\s*\([0-9]{1,3}\)$|\s*-?\s*(copy|kopie|副本)(\s*\(?[0-9]{1,3}\)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CopyMark();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
