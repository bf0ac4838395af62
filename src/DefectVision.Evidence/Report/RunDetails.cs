using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Annex C: what the bytes of this report depend on.</summary>
internal static class RunDetails
{
    public static void Write(Html html, InspectionRecord record)
    {
        Section.Run.Heading(html);
        using (html.Open("dl", ("class", "facts wide")))
        {
            Section.Fact(html, "Inspection", record.Name);
            Section.Fact(html, "Written by", record.Product);
            Section.Fact(html, "As of", Figures.Timestamp(record.AsOf));
            Section.Fact(html, "Model SHA-256", record.Model.Sha256);
            Section.Fact(html, "Agreement SHA-256", record.Agreement.Sha256 ?? "no agreement file");
        }
    }
}
