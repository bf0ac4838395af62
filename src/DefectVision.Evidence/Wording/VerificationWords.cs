using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Wording;

/// <summary>What a review says of the items of a lot that nobody read, in sentences: in the report and on the page of the review.</summary>
public static class VerificationWords
{
    /// <param name="judged">With the answers that stand.</param>
    /// <param name="known">What its review says of it.</param>
    /// <param name="lot">The lot as it is called where the sentences stand.</param>
    public static IEnumerable<FormattableString> Of(LotJudgement judged, LotVerification known, object lot)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(known);
        var level = Figures.Level(LotVerification.Level.Value);
        if (known.IsRestRead && known.IsPointedRead)
        {
            yield return $"{lot}: readers decided on every item photographed; nothing about them is left to chance.";
        }
        else if (known.Rest > 0 && known.MissedAtMost is not { } most)
        {
            yield return known.Audit.Total == 0
                ? $"{lot}: no audit sample was drawn among the {Phrases.Items(known.Rest)} that nothing points at, so nothing is said of defects missed there."
                : known.Audit.Total == known.Rest ? (FormattableString)$"{lot}: nothing points at {Phrases.Items(known.Rest)}, and {Figures.Count(known.Audit.Count)} of them have been read. Until all are read, nothing is said of defects missed there."
                : (FormattableString)$"{lot}: of the {Phrases.Items(known.Audit.Total)} drawn at random among the {Figures.Count(known.Rest)} that nothing points at, {Figures.Count(known.Audit.Count)} have been read. Until all are read, nothing is said of defects missed there.";
        }
        else if (known.Rest > 0)
        {
            yield return known.IsRestRead
                ? (FormattableString)$"{lot}: readers decided on all {Phrases.Items(known.Rest)} that nothing points at, and found {Figures.Count(known.RestConfirmed)} defective."
                : known.Audit.Total == known.Rest ? (FormattableString)$"{lot}: all {Phrases.Items(known.Rest)} that nothing points at have been read: {Figures.Count(known.RestConfirmed)} defective, {Figures.Count(known.NotDecided)} not decided."
                : $"{lot}: of the {Phrases.Items(known.Rest)} that nothing points at, {Figures.Count(known.Audit.Total)} were drawn at random and read: {Figures.Count(known.Found)} defective, {Figures.Count(known.NotDecided)} not decided. At most {Figures.Count(known.MissedAtMost!.Value)} of the {Figures.Count(known.Rest)} are defective ({level}, hypergeometric, class G).";
        }

        if (judged.Tally.Scored > 0 && known is { Caught: { } caught, LetPass: { } passed } && known.PointedConfirmed + known.RestConfirmed > 0)
        {
            yield return $"{lot}: of the defective items photographed, the model pointed at {Figures.Lower(caught.AtLeast)} or more; of the good ones it let pass {Figures.Lower(passed.AtLeast)} or more ({level} each, class G, for these items alone).";
        }

        if (judged.Sample is { SpeaksForLot: true, IsByCartons: false } && known.AtMost(judged.Lot.SoundSize) is { } bound)
        {
            yield return $"{lot}: the lot of {Phrases.Items(bound.LotSize)} holds at most {Figures.Count(bound.Upper)} defective items, {Figures.Upper((double)bound.Upper / bound.LotSize)} ({level} by itself, {bound.Method} {bound.MethodVersion}, class G).";
        }
    }
}
