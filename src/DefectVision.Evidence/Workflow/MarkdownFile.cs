using System.Globalization;
using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Workflow;

/// <summary>An inspection on one page of Markdown: the verdict, a row per lot, and what a person has to do. Names are set so that none of them is read as markup.</summary>
internal static class MarkdownFile
{
    /// <summary>A job summary holds a megabyte; a lot's row takes far less than a kilobyte but for names chosen to be long.</summary>
    private const int MostLots = 200;

    private const int MostLetters = 800;

    public static void Write(InspectionRecord record, TextWriter text)
    {
        text.WriteLine($"## {Shown(record.Verdict)}: {Plain(record.Name)}");
        text.WriteLine();
        text.WriteLine($"{Plain(FormattableString.Invariant(Phrases.Concluded(record.Verdict, Phrases.VerdictBasis(record))))}. {Plain(record.Product)}, {Figures.Timestamp(record.AsOf)}.");
        text.WriteLine();
        text.WriteLine("| lot | verdict | items | flagged by the model | shown defective | reason |");
        text.WriteLine("|---|---|---:|---:|---:|---|");
        foreach (var lot in record.Lots.OrderByDescending(lot => Weight(lot.Verdict)).ThenBy(lot => lot.Lot.Name, StringComparer.Ordinal).Take(MostLots))
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Plain(lot.Lot.Name)} | {Shown(lot.Verdict)} | {lot.Tally.Items}{(lot.Lot.Size is { } size ? $" of {size}" : string.Empty)} | {(lot.Tally.Scored == 0 ? "-" : $"{lot.Tally.Flagged}")} | {(lot.HasEvidence ? $"{lot.Nonconforming.Count}" : "-")} | {Plain(FormattableString.Invariant(lot.Reasons[0]))} |"));
        }

        text.WriteLine();
        if (record.Lots.Count > MostLots)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record.Lots.Count - MostLots} more lots stand in the report."));
            text.WriteLine();
        }

        text.WriteLine($"Files found: {Spoken.Accounting(record)}.");
        if (record.Lots.Any(lot => lot.Tally.Flagged > 0))
        {
            text.WriteLine("Flagged means flagged by the model, not confirmed by a person.");
        }

        text.WriteLine();
    }

    private static string Shown(Verdict verdict) => verdict switch
    {
        Verdict.Accept => "✅ ACCEPT",
        Verdict.Reject => "❌ REJECT",
        _ => "❓ HOLD",
    };

    private static int Weight(Verdict verdict) => verdict switch
    {
        Verdict.Reject => 2,
        Verdict.Hold => 1,
        _ => 0,
    };

    /// <summary>Every mark of ASCII may be escaped (CommonMark 2.4), so none of them means anything.</summary>
    private static string Plain(string words)
    {
        var visible = PlainText.Of(words);
        var plain = new StringBuilder(visible.Length);
        foreach (var rune in visible.EnumerateRunes().Take(MostLetters))
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is ' ' or ',' or '.' or ':' or '%' or '/'))
            {
                plain.Append((char)rune.Value);
            }
            else
            {
                plain.Append(rune.IsAscii ? "\\" : string.Empty).Append(rune.ToString());
            }
        }

        return visible.EnumerateRunes().Skip(MostLetters).Any() ? plain.Append('…').ToString() : plain.ToString();
    }
}
