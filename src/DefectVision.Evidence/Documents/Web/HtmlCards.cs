namespace DefectVision.Evidence.Documents.Web;

/// <summary>Exhibits as HTML.</summary>
internal static class HtmlCards
{
    private const int ShotsOfNarrowCard = 2;

    public static void Write(Html html, HtmlLine lines, Cards cards)
    {
        using (html.Open("div", ("class", "cards")))
        {
            foreach (var card in cards.All)
            {
                Write(html, lines, card);
            }
        }
    }

    private static void Write(Html html, HtmlLine lines, Card card)
    {
        using (html.Open("div", ("class", card.Shots.Count switch { 1 => "card single", <= ShotsOfNarrowCard => "card", _ => "card wide" })))
        {
            using (html.Open("h4"))
            {
                lines.Write(card.Title);
            }

            using (html.Open("p"))
            {
                lines.Write(card.Text);
            }

            using (html.Open("div", ("class", "shots")))
            {
                foreach (var shot in card.Shots)
                {
                    Write(html, lines, shot);
                }
            }

            if (card.Foot is { } foot)
            {
                using (html.Open("p"))
                {
                    lines.Write(foot);
                }
            }
        }
    }

    private static void Write(Html html, HtmlLine lines, Shot shot)
    {
        using (html.Open("div", ("class", shot.Tag is null ? "shot" : "shot flagged")))
        {
            var pictures = shot.Picture();
            using (html.Open("div", ("class", "picture")))
            {
                Picture(html, lines, pictures.Jpeg, pictures.Reason ?? Line.Empty, shot.Name);
                if (shot.Tag is { } tag)
                {
                    using (html.Open("span", ("class", "tag")))
                    {
                        lines.Write(tag);
                    }
                }
            }

            if (shot.HasHeatMap)
            {
                using (html.Open("div", ("class", "picture")))
                {
                    Picture(html, lines, pictures.HeatMapJpeg, pictures.HeatMapLegend ?? Line.Empty, shot.Name);
                }

                if (pictures.HeatMapJpeg is not null)
                {
                    using (html.Open("div", ("class", "soft")))
                    {
                        lines.Write(pictures.HeatMapLegend ?? Line.Empty);
                    }
                }
            }

            foreach (var line in shot.Lines)
            {
                using (html.Open("div"))
                {
                    lines.Write(line);
                }
            }
        }
    }

    private static void Picture(Html html, HtmlLine lines, byte[]? jpeg, Line instead, string name)
    {
        if (jpeg is not null)
        {
            html.Void("img", ("src", "data:image/jpeg;base64," + Convert.ToBase64String(jpeg)), ("alt", name));
            return;
        }

        using (html.Open("span", ("class", "gone")))
        {
            lines.Write(instead);
        }
    }
}
