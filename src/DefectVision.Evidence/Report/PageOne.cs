using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Page one: what the buyer must know now.</summary>
internal static class PageOne
{
    private const int LotsOfOnePage = 6;

    public static void Write(Html html, InspectionRecord record, Terms terms)
    {
        html.Element("h1", ReportFile.Title);
        Verdict(html, record);
        Facts(html, record, terms);
        if (record.Lots.Count > LotsOfOnePage)
        {
            // The lots will fill more than this page; what to do must not wait behind them.
            NextSteps.Write(html, record);
        }

        LotsTable.Write(html, record);
        Chart(html, record, terms);
        if (record.Lots.Count <= LotsOfOnePage)
        {
            NextSteps.Write(html, record);
        }

        Contents(html);
    }

    private static void Verdict(Html html, InspectionRecord record)
    {
        using (html.Open("p", ("class", "lead")))
        {
            using (html.Open("b"))
            {
                html.Name(record.Name);
            }

            html.Text(": ");
            VerdictMark.Inline(html, record.Verdict);
            html.Element("span", Phrases.Answer(record.Verdict), ("class", "verdict"));
            html.Text($" {Phrases.VerdictBasis(record)}. ");
            html.Element("span", Tally(record), ("class", "soft"));
        }
    }

    private static string Tally(InspectionRecord record)
    {
        if (record.Lots.Count == 0)
        {
            return "No lot was found.";
        }

        var parts = new[] { Inspection.Verdict.Reject, Inspection.Verdict.Hold, Inspection.Verdict.Accept }
            .Select(verdict => (verdict, Count: record.Lots.Count(lot => lot.Verdict == verdict)))
            .Where(part => part.Count > 0)
            .Select(part => $"{Phrases.Answer(part.verdict)} {Figures.Count(part.Count)}");
        return $"Lots: {Figures.Count(record.Lots.Count)} ({string.Join(", ", parts)}).";
    }

    private static void Facts(Html html, InspectionRecord record, Terms terms)
    {
        var agreement = record.Agreement;
        using (html.Open("dl", ("class", "facts")))
        {
            Section.Fact(html, "Purchase order", agreement.PurchaseOrder);
            Section.Fact(html, "Date", Figures.Date(record.AsOf));
            Section.Fact(html, "Supplier", agreement.Supplier);
            Section.Fact(html, "Standard", Applied(terms.Standard));
            Section.Fact(html, "Buyer", agreement.Buyer);
            Section.Fact(html, "Inspection level", Applied(terms.InspectionLevel));
            Section.Fact(html, "Product", agreement.Product);
            Section.Fact(html, "Model", $"{record.Model.Name}, SHA-256 {Figures.ShortDigest(record.Model.Sha256)}…");
            Section.Fact(html, "Analysis plan", record.Plan is { } plan ? $"SHA-256 {Figures.ShortDigest(plan.Sha256)}…" : null);
            Section.Fact(html, "Draw list", record.Draw is { } draw ? $"SHA-256 {Figures.ShortDigest(draw.Sha256)}…" : null);
            Section.Fact(html, "Review by persons", record.Confirmed is { } confirmed ? $"{Figures.Count(confirmed.Readings.Count)} answers of {Figures.Count(confirmed.Readers.Count)} {(confirmed.Readers.Count == 1 ? "reader" : "readers")}" : "none yet");
            Section.Fact(html, "Limits", string.Join(", ", terms.Limits.Select(limit => $"{Code.Of(limit.Severity)} {limit.Limit}{(limit.IsDefault ? " (default)" : "")}")));
            Section.Fact(html, "Files found", $"{Figures.Count(record.Files.Count)}, of which scored {Figures.Count(record.Accounting[PhotoOutcome.Scored])}");
        }
    }

    private static string Applied(Term term) => term.IsDefault ? term.Value + " (default, not agreed)" : term.Value;

    private static void Chart(Html html, InspectionRecord record, Terms terms)
    {
        if (record.Lots.Count == 0)
        {
            return;
        }

        using (html.Open("div", ("class", "chart")))
        {
            var drawings = record.Lots.Chunk(ShareChart.MostLots).ToList();
            for (var at = 0; at < drawings.Count; at++)
            {
                using (html.Open("figure"))
                {
                    ShareChart.Write(html, drawings[at], terms.Limits);
                    using (html.Open("figcaption"))
                    {
                        html.Element("b", drawings.Count == 1 ? "Figure 1. " : $"Figure 1, part {at + 1}. ");
                        html.Text(ShareFinding.Of(drawings[at], terms.Limits));
                        html.Text(" Dot: share counted among the items photographed. Bar: from the lower to the upper bound for the lot.");
                    }
                }
            }
        }
    }

    private static void Contents(Html html)
    {
        using (html.Open("p", ("class", "contents")))
        {
            html.Text("In this report:");
            foreach (var section in Section.All)
            {
                html.Text(" ");
                html.Element("a", section.Title, ("href", "#" + section.Anchor));
                html.Text(section == Section.All[^1] ? "." : ";");
            }
        }
    }
}
