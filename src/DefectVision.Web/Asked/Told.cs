using DefectVision.Cases.Reviewing;
using DefectVision.Inspection.Reviewing;
using DefectVision.Web.Pages;

namespace DefectVision.Web.Asked;

/// <summary>What a reader learns of an item once he has decided, in his language.</summary>
/// <param name="Item">As he decided.</param>
/// <param name="Text">Why it was asked, and what the model said.</param>
/// <param name="HeatMaps">Ids of photos that have one.</param>
internal sealed record Told(ReviewItem Item, string Text, IReadOnlyList<string> HeatMaps)
{
    public static Told Of(ReviewTold told, PageView view) => new(told.Item, TextOf(told, view), told.HeatMaps);

    private static string TextOf(ReviewTold told, PageView view)
    {
        var texts = view.Texts;
        string?[] parts =
        [
            texts["told." + Identifier(told.Reason)],
            told.Flagged switch
            {
                true when told.DefectClass is { } name => texts.With("told.flagged.as", view.ClassName(name)),
                true => texts["told.flagged.yes"],
                false => texts["told.flagged.no"],
                null => null,
            },
            told.Score is { } score ? texts.With("told.score", Number(score)) : null,
            told.Score is null && told.Unlikeness is { } times ? texts.With("told.unlike", Number(times)) : null,
        ];
        return string.Join(texts["told.between"], parts.OfType<string>());
    }

    private static string Identifier(ReviewReason reason) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static string Number(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
