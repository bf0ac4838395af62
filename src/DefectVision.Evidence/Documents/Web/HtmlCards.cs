namespace DefectVision.Evidence.Documents.Web;

/// <summary>Exhibits as HTML.</summary>
internal static class HtmlCards
{
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
        using (html.Open("div", ("class", card.IsNarrow ? "card" : "card wide")))
        {
            using (html.Open("h4"))
            {
                lines.Write(card.Title);
            }

            using (html.Open("p"))
            {
                lines.Write(card.Text);
            }

            var (beside, below) = card.Small;
            if (card.Main is { } main)
            {
                using (html.Open("div", ("class", "halves")))
                {
                    Write(html, lines, main);
                    if (card.CloseUp is { } close)
                    {
                        using (html.Open("div", ("class", beside.Count == 0 ? "near alone" : "near")))
                        {
                            Write(html, lines, close);
                            foreach (var heat in beside)
                            {
                                Write(html, lines, heat);
                            }
                        }
                    }
                    else if (beside.Count > 0)
                    {
                        Views(html, lines, beside, "views");
                    }
                }
            }

            if (below.Count > 0)
            {
                Views(html, lines, below, "views below");
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

    private static void Views(Html html, HtmlLine lines, IReadOnlyList<Shot> shots, string kind)
    {
        using (html.Open("div", ("class", kind)))
        {
            foreach (var shot in shots)
            {
                Write(html, lines, shot);
            }
        }
    }

    private static void Write(Html html, HtmlLine lines, Shot shot)
    {
        using (html.Open("div", ("class", !shot.IsPhoto ? "detail" : shot.Tag is null ? "shot" : "shot flagged")))
        {
            var jpeg = shot.Picture?.Invoke();
            using (html.Open("div", ("class", jpeg is null ? "picture gone" : "picture")))
            {
                if (jpeg is not null)
                {
                    html.Jpeg(jpeg, shot.Name);
                }
                else
                {
                    lines.Write(shot.Instead ?? Line.Empty);
                }

                if (shot.Tag is { } tag)
                {
                    using (html.Open("span", ("class", "tag")))
                    {
                        lines.Write(tag);
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
}
