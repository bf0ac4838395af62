using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The terms applied, each with its basis: agreed, or a default because nothing was agreed.</summary>
internal static class TermsTables
{
    private const string Agreed = "agreed";
    private const string Default = "default: nothing was agreed";

    public static void Write(Html html, Agreement agreement, Terms terms)
    {
        html.Element("h3", "Terms applied");
        html.Element("p", agreement.Sha256 is { } digest
            ? $"Read from the agreement with SHA-256 {digest}."
            : "There is no agreement file: every term below is a default of the program, not something the parties agreed.");
        using (html.Open("table"))
        {
            Section.TableHead(html, "Term", "Applied", "Basis");
            using (html.Open("tbody"))
            {
                Row(html, "Standard and edition", terms.Standard.Value, terms.Standard.IsDefault);
                Row(html, "Inspection level", terms.InspectionLevel.Value, terms.InspectionLevel.IsDefault);
                foreach (var limit in terms.Limits)
                {
                    Row(html, $"{limit.Severity} defects", Limit(limit), limit.IsDefault);
                }
            }
        }

        Classes(html, terms);
        if (agreement.Unread.Count > 0)
        {
            html.Element("p", "Keys of the agreement that this version does not read: " + string.Join("; ", agreement.Unread) + ".");
        }
    }

    private static string Limit(LimitTerm limit) => limit.AqlPercent is null && limit.Severity == Severity.Critical && limit.IsDefault
        ? limit.Limit + " (Ac 0 on the sample of the major plan; not an AQL)"
        : limit.Limit;

    private static void Row(Html html, string term, string value, bool isDefault)
    {
        using (html.Open("tr"))
        {
            html.Element("td", term);
            html.Element("td", value);
            html.Element("td", isDefault ? Default : Agreed);
        }
    }

    private static void Classes(Html html, Terms terms)
    {
        if (terms.Classes.Count == 0)
        {
            html.Element("p", $"The model names no defect class; every flagged item counts as {Code.Of(AgreedTerms.DefaultSeverity)} (default).");
            return;
        }

        using (html.Open("table"))
        {
            Section.TableHead(html, "Defect class", "Severity", "Basis", "Associated with");
            using (html.Open("tbody"))
            {
                foreach (var known in terms.Classes)
                {
                    using (html.Open("tr"))
                    {
                        html.Element("td", known.Name);
                        html.Element("td", Code.Of(known.Severity));
                        html.Element("td", known.SeverityIsDefault ? Default : Agreed);
                        html.Element("td", Code.Of(known.Cause) ?? Phrases.NotGiven, ("class", known.Cause is null ? "none" : null));
                    }
                }
            }
        }
    }
}
