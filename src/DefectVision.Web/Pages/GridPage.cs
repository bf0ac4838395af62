namespace DefectVision.Web.Pages;

/// <summary>Many items of a lot at once, for lots that are plainly good or bad. The items come by script.</summary>
internal static class GridPage
{
    public static Markup Of(PageView view)
    {
        var texts = view.Texts;
        return Shell.Of(view, "/grid", "nav.grid", Markup.Of($"""
            <div class="head">
            <h1>{texts["nav.grid"]}</h1>
            <label for="lot">{texts["grid.lot"]}</label>
            <select id="lot">{view.Desk.Lots.Select(lot => Markup.Of($"<option value=\"{lot}\">{lot}</option>"))}</select>
            <label class="check"><input type="checkbox" id="open-only" checked>{texts["grid.open"]}</label>
            <span id="place" class="hint"></span>
            <span class="spring"></span>
            <button type="button" id="earlier">{texts["grid.earlier"]}</button>
            <button type="button" id="later">{texts["grid.later"]}</button>
            </div>
            <p class="hint">{texts["grid.how"]}</p>
            <div id="items" class="tiles" role="listbox" aria-multiselectable="true" aria-label="{texts["grid.items"]}"></div>
            <div class="answers" role="group" aria-label="{texts["item.answers"]}">
            <button type="button" id="all" class="quiet"><kbd>A</kbd><span>{texts["grid.all"]}</span></button>
            <button type="button" id="none" class="quiet"><kbd>Esc</kbd><span>{texts["grid.none"]}</span></button>
            <span id="chosen" class="count" aria-live="polite"></span>
            <span class="spring"></span>
            <button type="button" id="good" class="word good"><kbd>G</kbd><span>{texts["grid.good"]}</span></button>
            <button type="button" id="defective" class="word defective"><kbd>D</kbd><span>{texts["grid.defective"]}</span></button>
            <label for="class">{texts["grid.class"]}</label>
            <select id="class"><option value="">{texts["detail.noclass"]}</option>{view.Desk.Classes.Select(one => Markup.Of($"<option value=\"{one.Name}\">{view.ClassName(one.Name)}</option>"))}</select>
            <span class="spring"></span>
            <button type="button" id="undo" class="quiet"><kbd>Z</kbd><span>{texts["item.undo"]}</span></button>
            </div>
            """));
    }
}
