using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Section 3: every file found has one outcome, they add up, and each that was not scored is named.</summary>
internal static class PhotoAccounting
{
    public static void Write(Html html, InspectionRecord record)
    {
        Section.Accounting.Heading(html);
        Sum(html, record);
        NotScored(html, [.. record.Files.Where(file => file.Outcome != PhotoOutcome.Scored)]);
        Missing(html, record.MissingPhotos);
    }

    private static void Sum(Html html, InspectionRecord record)
    {
        using (html.Open("table", ("class", "keep")))
        {
            Section.TableHead(html, "Outcome", "#Files", "Meaning");
            using (html.Open("tbody"))
            {
                foreach (var outcome in Enum.GetValues<PhotoOutcome>())
                {
                    using (html.Open("tr"))
                    {
                        html.Element("td", Code.Words(outcome));
                        Section.Number(html, Figures.Count(record.Accounting[outcome]));
                        html.Element("td", Phrases.Outcome(outcome));
                    }
                }

                using (html.Open("tr", ("class", "sum")))
                {
                    html.Element("td", "found");
                    Section.Number(html, Figures.Count(record.Files.Count));
                    html.Element("td", "the sum of the outcomes above");
                }
            }
        }
    }

    private static void NotScored(Html html, List<InspectedFile> files)
    {
        html.Element("h3", $"Files that were not scored: {Figures.Count(files.Count)}");
        if (files.Count == 0)
        {
            html.Element("p", "None: every file found was scored.");
            return;
        }

        using (html.Open("table", ("class", "compact")))
        {
            Section.TableHead(html, "File", "Outcome", "Reason", "#Size", "SHA-256");
            using (html.Open("tbody"))
            {
                foreach (var file in files)
                {
                    Row(html, file);
                }
            }
        }
    }

    private static void Row(Html html, InspectedFile file)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td"))
            {
                html.Name(file.Path);
            }

            html.Element("td", Code.Words(file.Outcome), ("class", "whole"));
            using (html.Open("td"))
            {
                html.Text(file.Reason ?? Phrases.Outcome(file.Outcome));
                if (file.SameAs is { } same)
                {
                    html.Text(" Repeats: ");
                    html.Name(same);
                }
            }

            Section.Number(html, Figures.Bytes(file.Bytes));
            using (html.Open("td", ("class", "whole")))
            {
                html.Element("code", file.Sha256 is null ? "not opened" : Figures.ShortDigest(file.Sha256));
            }
        }
    }

    private static void Missing(Html html, IReadOnlyList<string> missing)
    {
        html.Element("h3", $"Photos that the manifest names and the folder does not hold: {Figures.Count(missing.Count)}");
        if (missing.Count == 0)
        {
            html.Element("p", "None is known.");
        }

        Section.Sentences(html, missing);
    }
}
