namespace DefectVision.Web.Pages;

/// <summary>Two items that may be one, side by side. The pairs come by script.</summary>
internal static class TwinsPage
{
    public static Markup Of(PageView view)
    {
        var texts = view.Texts;
        return Shell.Of(view, "/twins", "nav.twins", Markup.Of($"""
            <div class="head"><h1>{texts["twins.question"]}</h1><span id="place" class="hint"></span></div>
            <p class="hint">{texts["twins.how"]}</p>
            <div id="pair" class="pair" tabindex="0" role="group" aria-label="{texts["twins.question"]}"></div>
            <p id="none" class="empty" hidden>{texts["twins.none"]}</p>
            <div class="answers" role="group" aria-label="{texts["item.answers"]}">
            <button type="button" id="undo" class="quiet"><kbd>Z</kbd><span>{texts["item.undo"]}</span></button>
            <span class="spring"></span>
            <button type="button" id="same" class="word unsure"><kbd>S</kbd><span>{texts["twins.same"]}</span></button>
            <button type="button" id="different" class="word good"><kbd>D</kbd><span>{texts["twins.different"]}</span></button>
            <span class="spring"></span>
            <button type="button" id="next" class="quiet"><kbd>Enter</kbd><span>{texts["item.next"]}</span></button>
            </div>
            """));
    }
}
