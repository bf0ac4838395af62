namespace DefectVision.Web.Pages;

/// <summary>One sentence, and nothing to do.</summary>
internal static class NoticePage
{
    /// <param name="text">Identifier of the sentence; its title has the same with ".title".</param>
    public static Markup Of(PageTexts texts, string text) => Shell.Bare(texts, texts[text + ".title"], Markup.Of($"<h1>{texts[text + ".title"]}</h1><p>{texts[text]}</p>"));

    /// <summary>Goes on by itself; the link is for browsers that do not.</summary>
    public static Markup Onward(PageTexts texts, string path) =>
        Shell.Bare(texts, texts["notice.onward"], Markup.Of($"<p><a href=\"{path}\">{texts["notice.onward"]}</a></p>"), path);
}
