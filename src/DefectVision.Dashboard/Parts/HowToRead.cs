using DefectVision.Evidence.Documents;
using DefectVision.Statistics.Charts;

namespace DefectVision.Dashboard.Parts;

/// <summary>What the numbers are, and what they are not.</summary>
internal static class HowToRead
{
    public static IEnumerable<Block> Of(View view)
    {
        yield return view.Section($"How to read this", "reading");
        yield return new Bullets(
        [
            view.Words.Say($"Rates and charts are to watch a supplier with (class A). They are no part of a claim: a claim rests on its own lot."),
            view.Words.Say($"Only lots that somebody looked at have a rate: a flag is no defect."),
            view.Words.Say($"A rate is drawn towards that of all suppliers by the weight of one lot (beta-binomial): one bad lot of three is not 33 %."),
            view.Words.Say($"Limits of a lot: three standard deviations for its size about the mean; from {ProportionChart.LaneyFrom} items on widened by the variation between lots (Laney)."),
            view.Words.Say($"Names of shipments lead to their reports, where these still lie where they were."),
        ], IsSmall: true);
    }
}
