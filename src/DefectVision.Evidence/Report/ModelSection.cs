using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Report;

/// <summary>Section 6: what the model learned from, how well it was measured to do, and what it was not made for.</summary>
internal static class ModelSection
{
    public static void Write(Html html, ModelUsed model)
    {
        Section.Model.Heading(html);
        using (html.Open("dl", ("class", "facts wide")))
        {
            Section.Fact(html, "Name", model.Name);
            Section.Fact(html, "SHA-256 of the file", model.Sha256);
            Section.Fact(html, "Learned from", model.LearnedFrom);
            Section.Fact(html, "Classes it can name", model.DefectClasses.Count == 0 ? "none: it only tells good from not good" : string.Join(", ", model.DefectClasses));
            Section.Fact(html, "Input", model.Recipe);
            Section.Fact(html, "Operating point", OperatingPoint(model));
            Section.Fact(html, "Sensitivity", Measured(model.Sensitivity, "defective photos flagged"));
            Section.Fact(html, "Specificity", Measured(model.Specificity, "good photos not flagged"));
            Section.Fact(html, "Measured how", model.MeasuredHow);
            Section.Fact(html, "Calibration", model.Calibration);
            if (model.ReviewBand is { } band)
            {
                Section.Fact(html, "Review band", band);
            }

            Section.Fact(html, "Self-test at load", model.SelfTest);
            Section.Fact(html, "Execution provider", model.ExecutionProvider);
        }

        Learned(html, model);
        html.Element("h3", "Limits");
        html.Element("p", "Sensitivity and specificity are counts on labelled photos; how they carry over to these goods was not measured. They are per photo: an item with several photos has as many chances to be flagged, rightly or falsely.");
        Section.Sentences(html, model.Limits);
    }

    private static string OperatingPoint(ModelUsed model) =>
        $"a photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}, set so that {Figures.Share(model.FalseAlarmLevel)} of good photos would be flagged (false-alarm level); "
        + $"scores are rounded to {model.ScoreDigits} decimals, and one nearer to the threshold than {Figures.Margin(model.Margin)} is too close to call";

    private static string Measured(Tally count, string what) => count.Total == 0
        ? "not measured"
        : $"{Figures.Count(count.Count)} of {Figures.Count(count.Total)} {what} (estimate {Figures.Share((double)count.Count / count.Total)})";

    private static void Learned(Html html, ModelUsed model)
    {
        if (model.LabelledPhotos.Count == 0)
        {
            return;
        }

        using (html.Open("table", ("class", "keep narrow")))
        {
            Section.TableHead(html, "Labelled photos learned from", "#Photos");
            using (html.Open("tbody"))
            {
                foreach (var (name, count) in model.LabelledPhotos.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    Row(html, null, name, count);
                }

                Row(html, "sum", "all", model.LabelledPhotos.Values.Sum(count => (long)count));
            }
        }
    }

    private static void Row(Html html, string? kind, string name, long count)
    {
        using (html.Open("tr", ("class", kind)))
        {
            html.Element("td", name);
            Section.Number(html, Figures.Count(count));
        }
    }
}
