using DefectVision.Evidence.Charts;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Documents.Web;

/// <summary>A line as HTML; its second language follows in an element of its own.</summary>
internal sealed class HtmlLine(Html html)
{
    public const string SecondTag = "zh-Hans";

    public void Write(Line line)
    {
        Write(line.First);
        if (line.Second is { } second)
        {
            html.Text(" ");
            using (html.Open("span", ("class", "second"), ("lang", SecondTag)))
            {
                Write(second);
            }
        }
    }

    public void Write(IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            if ((piece.Target ?? (piece.Anchor is { } anchor ? "#" + anchor : null)) is { } address)
            {
                using (html.Open("a", ("href", address)))
                {
                    Write(piece);
                }
            }
            else
            {
                Write(piece);
            }
        }
    }

    private void Write(Piece piece)
    {
        if (piece.Setting.HasFlag(Setting.Mark))
        {
            Svg.Inline(html, VerdictMark.Of(Enum.Parse<Verdict>(piece.Text)));
        }
        else if (piece.Setting.HasFlag(Setting.Strong))
        {
            using (html.Open("b"))
            {
                Write(piece with { Setting = piece.Setting & ~Setting.Strong });
            }
        }
        else if (piece.Setting.HasFlag(Setting.Soft))
        {
            using (html.Open("span", ("class", "soft")))
            {
                Write(piece with { Setting = piece.Setting & ~Setting.Soft });
            }
        }
        else if (piece.Setting.HasFlag(Setting.Code))
        {
            html.Element("code", piece.Text);
        }
        else if (piece.Setting.HasFlag(Setting.Name))
        {
            html.Name(piece.Text);
        }
        else
        {
            html.Text(piece.Text);
        }
    }
}
