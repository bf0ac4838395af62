using DefectVision.Inspection.Languages;

namespace DefectVision.Web.Pages;

/// <summary>What every page has: its head, a bar with the way to the other pages, and the language.</summary>
internal static class Shell
{
    private static readonly (string Path, string Text)[] Places =
        [("/review", "nav.review"), ("/grid", "nav.grid"), ("/twins", "nav.twins"), ("/live", "nav.live")];

    /// <param name="view">What the page is about.</param>
    /// <param name="path">Of the page: its script and its style are named after it.</param>
    /// <param name="title">Identifier of its title.</param>
    /// <param name="body">What stands under the bar.</param>
    public static Markup Of(PageView view, string path, string title, Markup body)
    {
        var texts = view.Texts;
        var name = path == "/" ? "start" : path[1..];
        return Document(texts, $"{texts[title]} · {view.Shipment}", name, Markup.Of($"""
            <a class="skip" href="#main">{texts["nav.skip"]}</a>
            <header class="bar">
            <a class="home" href="/">{texts["nav.home"]}</a>
            <span class="shipment" title="{view.Shipment}">{view.Shipment}</span>
            <nav aria-label="{texts["nav.label"]}">{Places.Select(place => Link(texts, place, path))}</nav>
            <span class="who" id="who">{view.Reader}</span>
            <span class="languages" role="group" aria-label="{texts["nav.language"]}">{PageTexts.Languages.Select(language => Switch(texts, language))}</span>
            </header>
            <main id="main" class="{name}" tabindex="-1">
            {body}
            </main>
            <div id="said" class="unseen" role="status" aria-live="polite"></div>
            <div id="fault" class="fault" role="alert" hidden></div>
            """), $"{name}.js");
    }

    /// <summary>A page without a bar.</summary>
    public static Markup Bare(PageTexts texts, string title, Markup body, string? onward = null) => Document(texts, title, "notice", Markup.Of($"""
        <main id="main" class="notice">
        {body}
        </main>
        """), null, onward);

    private static Markup Document(PageTexts texts, string title, string name, Markup body, string? script, string? onward = null) => Markup.Of($"""
        <!doctype html>
        <html lang="{texts.Language.Tag}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {(onward is null ? Markup.Empty : Markup.Of($"<meta http-equiv=\"refresh\" content=\"0;url={onward}\">"))}
        <title>{title}</title>
        <link rel="icon" href="{Asset.Folder}/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="{Asset.Folder}/review.css">
        {(script is null ? Markup.Empty : Markup.Of($"<script type=\"module\" src=\"{Asset.Folder}/{script}\"></script>"))}
        </head>
        <body class="on-{name}">
        {body}
        </body>
        </html>
        """);

    private static Markup Link(PageTexts texts, (string Path, string Text) place, string path) =>
        Markup.Of($"<a href=\"{place.Path}\"{(place.Path == path ? Markup.Of($" aria-current=\"page\"") : Markup.Empty)}>{texts[place.Text]}</a>");

    private static Markup Switch(PageTexts texts, LanguagePack language) => Markup.Of(
        $"<button type=\"button\" data-language=\"{language.Code}\" lang=\"{language.Tag}\" aria-pressed=\"{(language == texts.Language ? "true" : "false")}\">{PageTexts.Of(language)["language.name"]}</button>");
}
