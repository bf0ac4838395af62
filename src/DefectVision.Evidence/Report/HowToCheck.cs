using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Section 5: a recipe that trusts nobody, with tools that every system has.</summary>
internal static class HowToCheck
{
    public static void Write(Html html, InspectionRecord record, IReadOnlyList<FileDigest> beside)
    {
        Section.Check.Heading(html);
        html.Element("p", "Nobody needs to trust this report. With the original photos at hand:");
        using (html.Open("ol"))
        {
            html.Element("li", "Compare the digests of the files delivered beside this report with the table below. They tie this page to every photo.");
            using (html.Open("li"))
            {
                html.Text("Take the SHA-256 of any original photo and find it in results.jsonl at the photo's path: ");
                html.Element("code", "sha256sum PHOTO");
                html.Text(" (Linux), ");
                html.Element("code", "shasum -a 256 PHOTO");
                html.Text(" (macOS), ");
                html.Element("code", "Get-FileHash PHOTO");
                html.Text(" (Windows PowerShell). A photo that was changed by one byte has another digest.");
            }

            html.Element("li", "Count: the lines of results.jsonl are the files found in section 3; the rows of defect-log.csv are the flagged photos.");
            using (html.Open("li"))
            {
                html.Text("Score again: with the same model file (digest in section 6), agreement and photos, ");
                html.Element("code", $"defectvision inspect FOLDER --model MODEL --as-of {Figures.Timestamp(record.AsOf)}");
                html.Text(" gives the same files, byte for byte, on the same kind of machine.");
            }
        }

        Digests(html, beside);
        html.Element("p", "This page carries no signature and no trusted timestamp: the digests show that files belong together, not when they were made. The evidence packet made from it (packet make) can carry both.", ("class", "small soft"));
    }

    private static void Digests(Html html, IReadOnlyList<FileDigest> beside)
    {
        using (html.Open("table"))
        {
            Section.TableHead(html, "File beside this report", "SHA-256");
            using (html.Open("tbody"))
            {
                foreach (var file in beside)
                {
                    using (html.Open("tr"))
                    {
                        html.Element("td", file.Name);
                        using (html.Open("td"))
                        {
                            html.Element("code", file.Sha256);
                        }
                    }
                }
            }
        }
    }
}
