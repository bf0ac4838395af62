using System.Globalization;
using DefectVision.Cases.Reviewing;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Web.Pages;

/// <summary>How far the review has come and how the lots stand: apart from the items, so that it does not sway the reader.</summary>
internal static class LivePage
{
    // Who opens the page waits for it a little; who looks at it is told when it changes.
    private static readonly TimeSpan Opening = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Looking = TimeSpan.FromMilliseconds(10);

    public static Markup Of(PageView view) => Shell.Of(view, "/live", "nav.live", Markup.Of($"""
        <h1>{view.Texts["live.title"]}</h1>
        <div id="now">{Now(view, Opening)}</div>
        <section class="closing">{FinishPart.Of(view.Texts)}</section>
        """));

    /// <summary>The part that changes.</summary>
    public static Markup Now(PageView view) => Now(view, Looking);

    private static Markup Now(PageView view, TimeSpan patience)
    {
        var texts = view.Texts;
        var standing = view.Desk.Standing(view.Reader, patience);
        return Markup.Of($"""
            <dl class="figures">
            {Figure(texts["live.left"], Count(standing.Left))}
            {Figure(texts["live.answered"], Count(standing.Answered))}
            {Figure(texts["live.pace"], standing.SecondsEach is { } each ? texts.With("live.seconds", each.ToString("0.0", CultureInfo.InvariantCulture)) : texts["live.unknown"])}
            {Figure(texts["live.togo"], standing.SecondsLeft is { } left ? Duration(texts, left) : texts["live.unknown"])}
            {Figure(texts["live.more"], Count(standing.More))}
            </dl>
            {(standing.Left == 0 ? Agreement(view, standing) : Markup.Empty)}
            {(standing.IsBehind ? Markup.Of($"<p class=\"behind\">{texts["live.behind"]}</p>") : Markup.Empty)}
            <div class="lots">{standing.Lots.Select(lot => Lot(view, lot))}</div>
            """);
    }

    private static Markup Lot(PageView view, ReviewLot lot)
    {
        var (texts, judged) = (view.Texts, lot.Judged);
        return Markup.Of($"""
            <section class="lot">
            <h2>{judged.Lot.Name}</h2>
            <p class="verdict {Kind(judged.Verdict)}"><strong>{Mark(judged.Verdict)} {Spoken.Verdict(judged.Verdict, view.Desk.Terms, texts.Language)}</strong> <span>{Spoken.Basis(judged, view.Desk.Terms, texts.Language)}</span></p>
            <dl class="facts">
            {Fact(texts["live.read"], texts.With("live.of", Count(lot.Read), Count(lot.ToRead)))}
            {Fact(texts["live.confirmed"], Items(texts, judged.Tally.Review?.Confirmed ?? 0))}
            {judged.Claim?.Comparisons.Select(comparison => Fact(view.Say($"AQL {Aql(comparison.AqlPercent)} for {comparison.Severity.InWords} defects"), comparison is { IsByCartons: true, IsShown: false } ? texts["live.cartons"] : Missing(texts, comparison.IsShown, comparison.CriticalCount - comparison.Found.Count))) ?? []}
            {Fact(texts["live.audit"], texts.With("live.of", Count(lot.Verified.Audit.Count), Count(lot.Verified.Audit.Total)))}
            </dl>
            <ul class="statements">{Said(view, lot).Select(said => Markup.Of($"<li>{said}</li>"))}</ul>
            </section>
            """);
    }

    private static string Missing(PageTexts texts, bool isShown, long? missing) => isShown ? texts["live.worse"]
        : missing is { } more ? texts.With(more == 1 ? "live.missing.one" : "live.missing", Count(more))
        : texts["live.never"];

    private static string Items(PageTexts texts, long count) => texts.With(count == 1 ? "live.items.one" : "live.items", Count(count));

    // The sentences of the report.
    private static IEnumerable<string> Said(PageView view, ReviewLot lot) => Spoken.Said(lot.Judged, view.Desk.Terms, view.Texts.Language)
        .Concat(VerificationWords.Of(lot.Judged, lot.Verified, view.Texts["live.audit.of"]).Select(view.Say));

    private static Markup Agreement(PageView view, ReviewStanding standing)
    {
        var texts = view.Texts;
        return Markup.Of($"""
            <section class="done">
            <h2>{texts["live.done"]}</h2>
            {(standing.Pairs.Count == 0
                ? Markup.Of($"<p>{texts["live.alone"]}</p>")
                : Markup.Of($"<ul>{standing.Pairs.Select(pair => Markup.Of($"<li>{Pair(texts, pair)}</li>"))}</ul>"))}
            <p><a href="/">{texts["live.second"]}</a></p>
            </section>
            """);
    }

    private static string Pair(PageTexts texts, ReaderPair pair)
    {
        var same = texts.With("live.pair", pair.First, pair.Second, Count(pair.Agreement.Same.Count), Count(pair.Agreement.Same.Total));
        return pair.Agreement.Kappa is { } kappa ? same + texts.With("live.kappa", kappa.ToString("0.00", CultureInfo.InvariantCulture)) : same + texts["live.nokappa"];
    }

    private static Markup Figure(string what, string value) => Markup.Of($"<div><dt>{what}</dt><dd>{value}</dd></div>");

    private static Markup Fact(string what, string value) => Markup.Of($"<div><dt>{what}</dt><dd>{value}</dd></div>");

    private static string Duration(PageTexts texts, double seconds) => TimeSpan.FromSeconds(seconds) is var span && span.TotalMinutes < 1
        ? texts["live.minute"]
        : texts.With("live.minutes", Count((long)Math.Ceiling(span.TotalMinutes)));

    private static string Kind(Verdict verdict) => verdict switch { Verdict.Accept => "accept", Verdict.Reject => "reject", _ => "hold" };

    // The shape says it, too.
    private static string Mark(Verdict verdict) => verdict switch { Verdict.Accept => "✓", Verdict.Reject => "✕", _ => "?" };

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Aql(decimal percent) => percent.ToString("0.###\u00A0'%'", CultureInfo.InvariantCulture);
}
