using DefectVision.Cases.Reviewing;
using DefectVision.Inspection;

namespace DefectVision.Web.Pages;

/// <summary>One item on one screen. Which item, and all that is known of it, comes by script: nothing of it is in the page.</summary>
internal static class ItemPage
{
    /// <summary>As many classes as there are digits.</summary>
    public const int MostDigits = 9;

    private static readonly (Severity Severity, string Key)[] Severities = [(Severity.Critical, "C"), (Severity.Major, "M"), (Severity.Minor, "I")];

    private static readonly (Cause Cause, string Key)[] Causes = [(Cause.Material, "T"), (Cause.Process, "P"), (Cause.Workmanship, "W"), (Cause.Packaging, "K")];

    public static Markup Of(PageView view)
    {
        var texts = view.Texts;
        return Shell.Of(view, "/review", "nav.review", Markup.Of($"""
            <h1 class="unseen">{texts["nav.review"]}</h1>
            <div class="where"><span id="lot"></span><strong id="item"></strong><span id="mine"></span></div>
            <div class="desk">
            <div id="stage" class="stage" tabindex="0" role="group" aria-label="{texts["item.stage"]}"></div>
            {Details(view)}
            </div>
            <section id="end" class="end" aria-labelledby="end-title" hidden>
            <h2 id="end-title" tabindex="-1"></h2>
            <p id="end-text"></p>
            <p class="row"><a id="end-live" class="primary" href="/live">{texts["item.end.live"]}</a><button type="button" id="end-more" hidden>{texts["item.end.more"]}</button><a href="/">{texts["item.end.second"]}</a></p>
            </section>
            <p id="last" class="last"><span id="last-text"></span><button type="button" id="heat" data-key="h" aria-label="{texts["item.heat"]} (H)" hidden><kbd>H</kbd>{texts["item.heat"]}</button></p>
            <div class="answers" role="group" aria-label="{texts["item.answers"]}">
            {Button("back", "B", texts["item.back"], "quiet")}
            {Button("undo", "Z", texts["item.undo"], "quiet")}
            <span class="spring"></span>
            {Button("good", "G", texts["word.good"], "word good")}
            {Button("defective", "D", texts["word.defective"], "word defective")}
            {Button("unsure", "U", texts["word.unsure"], "word unsure")}
            <span class="spring"></span>
            {Button("note-open", "N", texts["item.note"], "quiet")}
            {Button("reference", "R", texts["item.reference"], "quiet")}
            {Button("fit", "F", texts["item.fit"], "quiet")}
            {Button("help", "?", texts["item.help"], "quiet")}
            {Button("next", "Enter", texts["item.next"], "quiet")}
            </div>
            <dialog id="heat-dialog" class="wide" aria-labelledby="heat-title"><h2 id="heat-title">{texts["item.heat"]}</h2><p id="heat-text"></p><div id="heat-pictures" class="pictures"></div></dialog>
            <dialog id="help-dialog" class="wide keys" aria-labelledby="help-title"><h2 id="help-title">{texts["keys.title"]}</h2>{KeyTable.Of(texts)}</dialog>
            """));
    }

    private static Markup Details(PageView view)
    {
        var texts = view.Texts;
        return Markup.Of($"""
            <form id="details" class="details" aria-labelledby="details-title" hidden>
            <h2 id="details-title">{texts["detail.title"]}</h2>
            <fieldset id="defect-part">
            <fieldset><legend>{texts["detail.class"]}</legend>
            <div class="options classes">
            {view.Desk.Classes.Select((one, number) => Choice(new ChoiceFacts("defectClass", one.Name, number < MostDigits ? Figure(number + 1) : null, view.ClassName(one.Name)), one))}
            {Choice(new ChoiceFacts("defectClass", string.Empty, "0", texts["detail.noclass"]), null, isChecked: true)}
            </div>
            <div class="other"><label for="other"><kbd>O</kbd>{texts["detail.other"]}</label><input id="other" type="text" maxlength="80" autocomplete="off"></div>
            </fieldset>
            <fieldset><legend>{texts["detail.severity"]}</legend><div class="options">
            {Choice(new ChoiceFacts("severity", string.Empty, null, texts["detail.byclass"]), null, isChecked: true)}
            {Severities.Select(one => Choice(new ChoiceFacts("severity", Lower(one.Severity), one.Key, view.Word(one.Severity)), null))}
            </div></fieldset>
            <fieldset><legend>{texts["detail.cause"]}</legend><div class="options">
            {Choice(new ChoiceFacts("cause", string.Empty, null, texts["detail.byclass"]), null, isChecked: true)}
            {Causes.Select(one => Choice(new ChoiceFacts("cause", Lower(one.Cause), one.Key, view.Word(one.Cause)), null))}
            </div></fieldset>
            <p class="place"><span id="region-text">{texts["detail.region"]}</span><button type="button" id="region" data-key="x"><kbd>X</kbd>{texts["detail.region.mark"]}</button></p>
            </fieldset>
            <label for="note"><kbd>N</kbd>{texts["detail.note"]}</label>
            <textarea id="note" rows="1" maxlength="{ReviewDesk.LongestNote}"></textarea>
            <p class="row"><button type="submit" id="save" class="primary"><kbd>Enter</kbd>{texts["detail.save"]}</button><button type="button" id="leave"><kbd>Esc</kbd>{texts["detail.leave"]}</button></p>
            </form>
            """);
    }

    private static Markup Choice(ChoiceFacts facts, ReviewClass? of, bool isChecked = false) => Markup.Of($"""
        <label class="choice"><input type="radio" name="{facts.Name}" value="{facts.Value}" data-key="{facts.Key?.ToLowerInvariant()}"{(of is null ? Markup.Empty : Markup.Of($" data-class=\"{of.Name}\""))}{(isChecked ? Markup.Of($" checked") : Markup.Empty)}>{(facts.Key is null ? Markup.Empty : Markup.Of($"<kbd>{facts.Key}</kbd>"))}<span>{facts.Text}</span></label>
        """);

    private static Markup Button(string id, string key, string text, string kind) =>
        Markup.Of($"<button type=\"button\" id=\"{id}\" class=\"{kind}\"><kbd>{key}</kbd><span>{text}</span></button>");

    private static string Lower(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Figure(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record ChoiceFacts(string Name, string Value, string? Key, string Text);
}
