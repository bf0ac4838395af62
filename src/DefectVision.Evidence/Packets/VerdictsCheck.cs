using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Packets;

/// <summary>
/// A verdict follows from its sections and lots, and the report prints the verdicts that the summary has: a lot's mark and word stand behind its name.
/// This holds although somebody makes every digest anew.
/// </summary>
internal static partial class VerdictsCheck
{
    private const string Whole = "";

    public static IEnumerable<CheckedPart> Of(OpenedPacket packet)
    {
        if (packet.Bytes(EvidenceWriter.SummaryName) is not { } summary)
        {
            yield break;
        }

        Dictionary<string, Verdict> verdicts;
        List<CheckedPart> faults;
        try
        {
            using var document = JsonRead.Document(summary);
            (verdicts, faults) = Told(document.RootElement);
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            (verdicts, faults) = ([], [CheckedPart.Fails(EvidenceWriter.SummaryName, $"found no verdicts ({fault.Message})")]);
        }

        if (packet.Bytes(EvidenceWriter.ReportName) is { } report && verdicts.Count > 0)
        {
            faults.AddRange(Printed(Encoding.UTF8.GetString(report), verdicts));
        }

        foreach (var fault in faults.Count > 0 ? faults : [CheckedPart.Holds("verdicts", $"each follows from its sections, and {EvidenceWriter.ReportName} prints them as {EvidenceWriter.SummaryName} has them")])
        {
            yield return fault;
        }
    }

    private static (Dictionary<string, Verdict> Verdicts, List<CheckedPart> Faults) Told(JsonElement root)
    {
        var (verdicts, faults) = (new Dictionary<string, Verdict>(StringComparer.Ordinal), new List<CheckedPart>());
        foreach (var lot in root.GetProperty("lots").EnumerateArray())
        {
            var (name, verdict) = (lot.GetProperty("name").GetString() ?? "", Parsed(lot));
            verdicts[name] = verdict;

            // Summaries of earlier builds have no sections.
            if (lot.TryGetProperty("sections", out var sections) && sections.EnumerateArray().Any(section => section.GetProperty("answer").GetString() == Code.Of(SectionAnswer.Fail)) is var fails && fails != (verdict == Verdict.Reject))
            {
                faults.Add(CheckedPart.Fails(EvidenceWriter.SummaryName, $"{name}: found {Code.Of(verdict)}, though {(fails ? "a section fails" : "no section fails")}"));
            }
        }

        var outside = root.GetProperty("accounting").TryGetProperty(Code.Of(PhotoOutcome.OutsideAnyLot), out var count) ? count.GetInt64() : 0;
        var wanted = InspectionRecord.VerdictOf(verdicts.Values, outside);
        verdicts[Whole] = Parsed(root);
        if (verdicts[Whole] != wanted)
        {
            faults.Add(CheckedPart.Fails(EvidenceWriter.SummaryName, $"found {Code.Of(verdicts[Whole])} for the whole, wanted {Code.Of(wanted)} as its lots give it"));
        }

        return (verdicts, faults);
    }

    private static Verdict Parsed(JsonElement parent) => parent.GetProperty("verdict").GetString() is var word
        && Enum.GetValues<Verdict>().Where(verdict => Code.Of(verdict) == word).Select(verdict => (Verdict?)verdict).FirstOrDefault() is { } known ? known
        : throw new FormatException($"found verdict '{word}'");

    // A mark is of the lot whose name heads its column, else of the lot named last; in the first sentence it is of the whole.
    private static IEnumerable<CheckedPart> Printed(string report, Dictionary<string, Verdict> verdicts)
    {
        var (seen, faults) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var (columns, cell, of) = (new List<string?>(), -1, (string?)null);
        foreach (Match token in Tokens().Matches(report))
        {
            if (token.Groups["tag"] is { Success: true } tag)
            {
                switch (tag.Value)
                {
                    case "p class=\"lead\"":
                        of = Whole;
                        break;
                    case "th":
                        columns.Add(null);
                        break;
                    case "tr" or "/p":
                        (cell, of) = (tag.Value == "tr" ? -1 : cell, null);
                        break;
                    case "td":
                        cell++;
                        of = columns.ElementAtOrDefault(cell) ?? (cell == 0 ? null : of);
                        break;
                    default:
                        (columns, cell, of) = ([], -1, null);
                        break;
                }
            }
            else if (token.Groups["name"] is { Success: true } name)
            {
                var lot = Named(WebUtility.HtmlDecode(name.Value));
                if (columns.Count > 0 && cell < 0)
                {
                    columns[^1] = lot;
                }

                of = lot ?? of;
            }
            else if (of is not null)
            {
                var word = WebUtility.HtmlDecode(token.Groups["word"].Value);
                seen.Add(of);
                if (!Words(verdicts[of]).Contains(word, StringComparer.Ordinal))
                {
                    faults.Add($"prints '{word}' for {Name(of)}, wanted {Code.Of(verdicts[of])} as {EvidenceWriter.SummaryName} has it");
                }
            }
        }

        faults.UnionWith(verdicts.Keys.Where(lot => !seen.Contains(lot)).Select(lot => $"prints no verdict for {Name(lot)}"));
        return faults.Select(fault => CheckedPart.Fails(EvidenceWriter.ReportName, fault));

        static string Name(string lot) => lot == Whole ? "the whole" : lot;

        // Where all lots lie in one folder, tables name them without it.
        string? Named(string text) => text.Length == 0 ? null
            : verdicts.ContainsKey(text) ? text
            : verdicts.Keys.Where(lot => lot.EndsWith('/' + text, StringComparison.Ordinal)).Take(2).ToList() is [var one] ? one
            : null;
    }

    private static IEnumerable<string> Words(Verdict verdict) =>
        LanguagePack.All.Select(pack => Line.Letters(new Words(new Language(pack)).Say(Phrases.Answer(verdict)).First));

    // Where a report begins, the cells of its tables, the ends of tables and paragraphs, names, and marks with the word behind them.
    [GeneratedRegex("""<(?:(?<tag>p class="lead")|(?<tag>th|tr|td|/table|/p|h[1-6])\b)|<bdi[^>]*>(?<name>[^<]*)</bdi>|class="mark"[^>]*>(?:<(?:rect|polygon|circle|path|line)[^>]*>)*</svg>\s*<b>(?<word>[^<]*)</b>""", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
