using System.Text.RegularExpressions;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Report;

/// <summary>Section 6: what the model learned from, how well it was measured to do, and what it was not made for. Its own card is repeated as it was written.</summary>
internal static partial class ModelSection
{
    /// <summary>The report says itself what persons confirmed and what they did not.</summary>
    private const string SaysItself = "Its flags are findings of a model. No person has confirmed them.";

    public static IEnumerable<Block> Of(ModelUsed? model, LookOrder? order, Words words)
    {
        yield return Section.Model.Heading(words);
        if (model is null)
        {
            yield return Section.Paragraph(words, $"No model was named: no photo was scored and no item is flagged. The verdicts rest on what persons, measurements and tests say.");
            foreach (var block in Ordered(order, words))
            {
                yield return block;
            }

            yield break;
        }

        yield return new Facts([.. Known(model, words)]);
        if (model.LabelledPhotos.Count > 0)
        {
            yield return new Table(
                words.Columns($"Labelled photos learned from", $"#Photos"),
                [
                    .. model.LabelledPhotos.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Row([words.Say($"{new ClassName(entry.Key)}"), Figures.Count(entry.Value)])),
                    new Row([words.Say($"all"), Figures.Count(model.LabelledPhotos.Values.Sum(count => (long)count))], IsSum: true),
                ],
                Spacing.Narrow,
                IsKept: true);
        }

        yield return Section.Part(words, $"Limits of the model");
        yield return Section.Paragraph(words, $"Sensitivity and specificity are counts on labelled photos; how they carry over to these goods was not measured. They are per photo: an item with several photos has as many chances to be flagged, rightly or falsely.");
        yield return new Bullets([.. model.Limits.Where(limit => limit != SaysItself).Select(limit => words.Repeat(WithoutHints().Replace(limit, string.Empty)))]);
        foreach (var block in Ordered(order, words))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Ordered(LookOrder? order, Words words)
    {
        if (order is not null)
        {
            yield return Section.Part(words, $"The order to look in");
            yield return Section.Paragraph(
                words,
                $"{Figures.Count(order.Photos)} photos were put in an order by how unlike each other they are: each place of a photo is held against the places of at most {Figures.Count(order.References)} photos of other items, of the same goods and view (mutual scoring, Li et al. 2024). What few photos show comes first; what most of them show counts as usual, right or wrong. The order decides nothing. Network: {order.Network}, SHA-256 {Piece.Code(order.NetworkSha256)}.");
            if (order.Turned is { } turned)
            {
                yield return Section.Paragraph(
                    words,
                    $"{Figures.Count(turned.Photos)} of these photos are as like the others turned as they are upright: goods that lie at any angle, or an even surface. They were held against at most {Figures.Count(turned.References)} photos, each turned in {Figures.Count(turned.Turns)} ways; the nearest counts.");
            }
        }
    }

    private static IEnumerable<Fact> Known(ModelUsed model, Words words)
    {
        yield return Section.Fact(words, $"Name", $"{model.Name}");
        yield return Section.Fact(words, $"SHA-256 of the file", $"{Piece.Code(model.Sha256)}");
        yield return Section.Fact(words, $"Learned from", $"{words.Repeat(model.LearnedFrom)}");
        yield return Section.Fact(words, $"Classes it can name", model.DefectClasses.Count == 0 ? $"none: it only tells good from not good" : (FormattableString)$"{Listed.Commas(model.DefectClasses.Select(name => new ClassName(name)))}");
        yield return Section.Fact(words, $"Input", $"{model.Recipe}");
        yield return Section.Fact(words, $"Operating point", OperatingPoint(model));
        yield return Section.Fact(words, $"Sensitivity", Defective(model.Sensitivity));
        yield return Section.Fact(words, $"Specificity", Good(model.Specificity));
        yield return Section.Fact(words, $"Measured how", $"{words.Repeat(model.MeasuredHow)}");
        yield return Section.Fact(words, $"Calibration", $"{words.Repeat(model.Calibration)}");
        if (model.ReviewBand is { } band)
        {
            yield return Section.Fact(words, $"Review band", $"{words.Repeat(band)}");
        }

        yield return Section.Fact(words, $"Self-test at load", $"{words.Repeat(model.SelfTest)}");
        yield return Section.Fact(words, $"Execution provider", $"{model.ExecutionProvider}");
    }

    private static FormattableString OperatingPoint(ModelUsed model) => model.OrdersOnly
        ? $"none: it learned from too few good photos for a threshold, so nothing is flagged; its scores give an order to look in"
        : model.IsLevelOfItems ? (FormattableString)$"a photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}, set so that {Figures.Share(model.FalseAlarmLevel)} of good items would be flagged, each by the highest score of its photos (false-alarm level); scores are rounded to {model.ScoreDigits} decimals, and one nearer to the threshold than {Figures.Margin(model.Margin)} is too close to call"
        : $"a photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}, set so that {Figures.Share(model.FalseAlarmLevel)} of good photos would be flagged (false-alarm level); scores are rounded to {model.ScoreDigits} decimals, and one nearer to the threshold than {Figures.Margin(model.Margin)} is too close to call";

    private static FormattableString Defective(Tally count) => count.Total switch
    {
        0 => $"not measured",
        _ => $"{Figures.Count(count.Count)} of {Figures.Count(count.Total)} defective photos flagged (estimate {Figures.Share((double)count.Count / count.Total)})",
    };

    private static FormattableString Good(Tally count) => count.Total switch
    {
        0 => $"not measured",
        _ => $"{Figures.Count(count.Count)} of {Figures.Count(count.Total)} good photos not flagged (estimate {Figures.Share((double)count.Count / count.Total)})",
    };

    // How a model's maker would train it otherwise is nothing for the other side. Models of before spoke of tiles.
    [GeneratedRegex(@" \((?:--|with --tiles)[^()]*\)")]
    private static partial Regex WithoutHints();
}
