namespace DefectVision.Web.Pages;

/// <summary>Ends the review, after one question.</summary>
internal static class FinishPart
{
    public static Markup Of(PageTexts texts) => Markup.Of($"""
        <h2>{texts["finish.title"]}</h2>
        <p>{texts["finish.text"]}</p>
        <p><button type="button" id="finish">{texts["finish.button"]}</button></p>
        <dialog id="finish-dialog" aria-labelledby="finish-question">
        <p id="finish-question">{texts["finish.question"]}</p>
        <p class="row"><button type="button" id="finish-yes" class="primary">{texts["finish.yes"]}</button><button type="button" id="finish-no">{texts["finish.no"]}</button></p>
        </dialog>
        """);
}
