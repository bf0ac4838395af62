using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Workflow;

/// <summary>
/// An inspection as lines name=value, for <c>$GITHUB_OUTPUT</c> and other readers of that form. A value of several lines stands between two lines of a word
/// that is not in it, so no file name can set another variable.
/// </summary>
internal static class VariablesFile
{
    public static void Write(InspectionRecord record, TextWriter text, WorkflowPlaces places)
    {
        foreach (var (name, value) in Of(record, places))
        {
            if (value.AsSpan().IndexOfAny('\n', '\r') < 0)
            {
                text.WriteLine($"{name}={value}");
                continue;
            }

            var end = "end-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
            text.WriteLine($"{name}<<{end}\n{value}\n{end}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Of(InspectionRecord record, WorkflowPlaces places)
    {
        yield return ("verdict", Code.Of(record.Verdict));
        yield return ("lots", Number(record.Lots.Count));
        foreach (var (name, verdict) in ((string, Verdict)[])[("lots_accepted", Verdict.Accept), ("lots_rejected", Verdict.Reject), ("lots_held", Verdict.Hold)])
        {
            yield return (name, Number(record.Lots.Count(lot => lot.Verdict == verdict)));
        }

        yield return ("items", Number(record.Lots.Sum(lot => lot.Tally.Items)));
        yield return ("items_flagged", Number(record.Lots.Sum(lot => lot.Tally.Flagged)));
        yield return ("items_shown_defective", Number(record.Lots.Sum(lot => lot.Nonconforming.Count)));
        yield return ("items_to_look_at", Number(places.ToLookAt));
        yield return ("files", Number(record.Files.Count));
        yield return ("case", places.Case);
        yield return ("report", Path.Combine(places.Case, EvidenceWriter.ReportName));
        yield return ("summary", Path.Combine(places.Case, EvidenceWriter.SummaryName));
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
