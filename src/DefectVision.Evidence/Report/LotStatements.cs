using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What may be said of a lot, each statement with its class and method, and the confirmed items that it rests on.</summary>
internal static class LotStatements
{
    /// <summary>Letters of a name that is not broken between lines.</summary>
    private const int LongestWhole = 16;

    public static void Write(Html html, LotJudgement judged)
    {
        if (judged.Claim is not { } claim)
        {
            return;
        }

        html.Element("h3", "What may be said of this lot");
        Table(html, [.. Statements.Of(judged)]);
        if (claim.Confirmed.Count > 0)
        {
            Confirmed(html, claim.Confirmed, judged.Lot);
        }

        if (!claim.Sample.SpeaksForLot)
        {
            html.Element("p", "Class G is refused for this lot. What stands against it, and what would be needed:", ("class", "lead-in"));
            Section.Sentences(html, claim.Sample.Wanted);
        }

        var assumed = Statements.UnderAssumption(judged).ToList();
        if (assumed.Count > 0)
        {
            html.Element("p", "Under the assumption, not shown here, that the inspected items were drawn at random from the lot:", ("class", "lead-in"));
            Table(html, assumed);
        }
    }

    private static void Table(Html html, List<Statement> statements)
    {
        using (html.Open("table", ("class", "statements")))
        {
            Section.TableHead(html, "#No.", "Statement", "Class", "Method");
            using (html.Open("tbody"))
            {
                for (var at = 0; at < statements.Count; at++)
                {
                    using (html.Open("tr"))
                    {
                        Section.Number(html, Figures.Count(at + 1));
                        html.Element("td", statements[at].Words);
                        html.Element("td", statements[at].Class, ("class", "whole"));
                        html.Element("td", statements[at].Method);
                    }
                }
            }
        }
    }

    private static void Confirmed(Html html, IReadOnlyList<Item> items, Lot lot)
    {
        html.Element("h3", $"Confirmed defective: {Phrases.Items(items.Count)}");
        using (html.Open("table", ("class", "compact")))
        {
            Section.TableHead(html, "Item", "Class, severity", "Who confirmed, when", "Photos and their SHA-256");
            using (html.Open("tbody"))
            {
                foreach (var item in items)
                {
                    Row(html, item, lot.NotDrawn.Contains(item));
                }
            }
        }
    }

    private static void Row(Html html, Item item, bool isBesideDraw)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td", ("class", item.Name.Length <= LongestWhole ? "whole" : null)))
            {
                html.Name(item.Name);
                if (isBesideDraw)
                {
                    html.Text(" (not drawn: counted in no statement about the lot)");
                }
            }

            html.Element("td", $"{Phrases.DefectClass(item.DefectClass)}, {Code.Of(item.Severity ?? AgreedTerms.DefaultSeverity)}");
            html.Element("td", Phrases.Readers(item.Review));
            using (html.Open("td"))
            {
                foreach (var photo in Evidence(item))
                {
                    using (html.Open("div"))
                    {
                        html.Name(photo.Path[(photo.Path.LastIndexOf('/') + 1)..]);
                        html.Text(" ");
                        html.Element("code", photo.Sha256 ?? "not opened");
                    }
                }

                if (item.Photos.Count == 0)
                {
                    html.Text("no photo");
                }
            }
        }
    }

    // The photos that show it; all of them where the model flagged none.
    private static IEnumerable<InspectedFile> Evidence(Item item)
    {
        var flagged = item.Photos.Where(photo => photo.Finding?.Standing == Standing.Flagged).ToList();
        return flagged.Count > 0 ? flagged : item.Photos;
    }
}
