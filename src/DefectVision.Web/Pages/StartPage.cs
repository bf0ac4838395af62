using DefectVision.Cases.Reviewing;

namespace DefectVision.Web.Pages;

/// <summary>Who reads, how to answer, and with which keys.</summary>
internal static class StartPage
{
    private static readonly string[] Rules = ["start.rule.item", "start.rule.blind", "start.rule.unsure", "start.rule.saved", "start.rule.second"];

    public static Markup Of(PageView view)
    {
        var texts = view.Texts;
        return Shell.Of(view, "/", "start.title", Markup.Of($"""
            <div class="columns">
            <section>
            <h1>{texts["start.title"]}</h1>
            <p class="lead">{texts["start.lead"]}</p>
            <form id="begin" class="begin">
            <label for="reader">{texts["start.reader"]}</label>
            <input id="reader" name="reader" type="text" maxlength="{ReviewDesk.LongestName}" value="{view.Reader}" autocomplete="name" spellcheck="false" required aria-describedby="reader-hint">
            <p id="reader-hint" class="hint">{texts["start.reader.hint"]}</p>
            <button type="submit" id="start" class="primary" disabled>{texts["start.begin"]}</button>
            </form>
            <h2>{texts["start.rules"]}</h2>
            <ul class="rules">{Rules.Select(rule => Markup.Of($"<li>{texts[rule]}</li>"))}</ul>
            <h2>{texts["start.other"]}</h2>
            <p>{texts["start.other.text"]}</p>
            <p><button type="button" id="address">{texts["start.other.make"]}</button></p>
            <p id="address-made" class="address" hidden><label for="address-text">{texts["start.other.made"]}</label><input id="address-text" type="text" readonly></p>
            {FinishPart.Of(texts)}
            </section>
            <section class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{texts["keys.title"]}</h2>
            {KeyTable.Of(texts)}
            </section>
            </div>
            """));
    }
}
