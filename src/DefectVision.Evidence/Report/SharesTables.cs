using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The defects of a lot by what they are associated with and by class, each share with its bounds.</summary>
internal static class SharesTables
{
    public static IEnumerable<Block> Of(DefectShares shares, Words words)
    {
        yield return Table(words, $"Associated with", shares.Causes.Where(cause => cause.Share.AtMost > 0).Select(cause => (cause.Cause is { } known ? words.Say(known) : words.Say($"no cause named"), cause.Share)));
        yield return Table(words, $"Defect class", shares.Classes.Select(named => (words.Say(Phrases.DefectClass(named.DefectClass)), named.Share)));
        yield return Section.Paragraph(words, DefectShares.EachAlone, Manner.Note);
    }

    private static Table Table(Words words, FormattableString title, IEnumerable<(Line Name, CountedShare Share)> shares) => new(
        words.Columns(title, $"#Items", $"#Share counted", $"#At least, of the lot", $"#At most, of the lot", $"=Class"),
        [
            .. shares.Select(one => new Row(
            [
                one.Name,
                Figures.Count(one.Share.Found),
                Figures.Share((double)one.Share.Found / one.Share.Items),
                Bound(one.Share.LowerItems, Figures.Lower(one.Share.LowerRate)),
                Bound(one.Share.UpperItems, Figures.Upper(one.Share.UpperRate)),
                Letters(one.Share),
            ])),
        ],
        Spacing.Compact);

    private static string Bound(long? items, string share) => items is { } known ? $"{Figures.Count(known)} ({share})" : share;

    private static string Letters(CountedShare share) => share.LowerClass == share.UpperClass
        ? share.LowerClass?.ToString() ?? "–"
        : $"{share.LowerClass?.ToString() ?? "–"} / {share.UpperClass?.ToString() ?? "–"}";
}
