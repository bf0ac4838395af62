using System.Globalization;
using System.Text;
using DefectVision.Evidence.Wording;
using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// Breaks letters into lines: at blanks, between Chinese letters (never before a closing or after an opening mark), after '/', '-' and '_' of a long name, of a short
/// one only where it is the only place, and anywhere in what is longer than a line.
/// </summary>
internal sealed class Typesetter(PdfFonts fonts)
{
    private const string NeverFirst = "，。、；：！？）》」』】”’％,.;:!?)]}%";
    private const string NeverLast = "（《「『【“‘([{";
    private const float MarkShare = 0.85f;

    /// <summary>Letters that are never parted, of one or several faces.</summary>
    private sealed record Unit(string Text, SKFont Font, string Colour, string? Anchor, float Width, bool IsBlank, bool MayBreakAfter, string? Verdict = null, bool MayBreakIfMust = false);

    public SetText Set(IReadOnlyList<Piece> pieces, TextStyle style, float width)
    {
        var lines = new List<SetLine>();
        var line = new List<Unit>();
        var at = 0f;
        var (lastBreak, lastResort) = (-1, -1);
        foreach (var unit in Units(pieces, style))
        {
            if (!unit.IsBlank && at + unit.Width > width && line.Count > 0)
            {
                // Back to the last place where the line may end; where there is none, into a short name, or here.
                lastBreak = lastBreak >= 0 ? lastBreak : lastResort;
                var rest = lastBreak >= 0 ? line.GetRange(lastBreak + 1, line.Count - lastBreak - 1) : [];
                lines.Add(Line(lastBreak >= 0 ? line.GetRange(0, lastBreak + 1) : line));
                line = rest;
                at = line.Sum(each => each.Width);
                (lastBreak, lastResort) = (-1, -1);
                for (var back = 0; back < line.Count; back++)
                {
                    lastBreak = line[back].MayBreakAfter ? back : lastBreak;
                    lastResort = line[back].MayBreakIfMust ? back : lastResort;
                }
            }

            if (unit.IsBlank && line.Count == 0)
            {
                continue;
            }

            line.Add(unit);
            at += unit.Width;
            if (unit.MayBreakAfter)
            {
                lastBreak = line.Count - 1;
            }
            else if (unit.MayBreakIfMust)
            {
                lastResort = line.Count - 1;
            }
        }

        if (line.Count > 0 || lines.Count == 0)
        {
            lines.Add(Line(line));
        }

        return new SetText(lines, style);
    }

    /// <summary>The width of the longest part that is never broken, and that of all of it in one line.</summary>
    public (float Least, float Whole) Widths(IReadOnlyList<Piece> pieces, TextStyle style)
    {
        float least = 0, part = 0, whole = 0;
        foreach (var unit in Units(pieces, style))
        {
            part += unit.IsBlank ? 0 : unit.Width;
            whole += unit.Width;
            least = Math.Max(least, part);
            if (unit.MayBreakAfter)
            {
                part = 0;
            }
        }

        return (least, whole);
    }

    private static SetLine Line(List<Unit> units)
    {
        var end = units.Count;
        while (end > 0 && units[end - 1].IsBlank)
        {
            end--;
        }

        var runs = new List<SetRun>();
        var text = new StringBuilder();
        float at = 0, from = 0;
        for (var here = 0; here < end; here++)
        {
            var unit = units[here];
            text.Append(unit.Text);
            at += unit.Width;
            var next = here + 1 < end ? units[here + 1] : null;
            if (next is null || next.Font != unit.Font || next.Colour != unit.Colour || next.Anchor != unit.Anchor || unit.Verdict is not null || next.Verdict is not null)
            {
                runs.Add(new SetRun(from, at - from, text.ToString(), unit.Font, unit.Colour, unit.Anchor, unit.Verdict));
                text.Clear();
                from = at;
            }
        }

        return new SetLine(runs, at);
    }

    private List<Unit> Units(IReadOnlyList<Piece> pieces, TextStyle style)
    {
        var units = new List<Unit>();
        foreach (var piece in pieces)
        {
            if (piece.Setting.HasFlag(Setting.Mark))
            {
                units.Add(new Unit(string.Empty, Font(default, style, Setting.Plain)!, style.Colour, null, style.Size * (MarkShare + 0.35f), false, false, piece.Text));
                continue;
            }

            PlainText.Read(piece.Text, letter => Add(units, letter, piece, style), named =>
            {
                foreach (var letter in named.EnumerateRunes())
                {
                    Add(units, letter, piece, style);
                }
            });
        }

        MarkBreaks(units);
        KeepShortWhole(units);
        return units;
    }

    private void Add(List<Unit> units, Rune letter, Piece piece, TextStyle style)
    {
        if (Font(letter, style, piece.Setting) is not { } font)
        {
            // No font of this machine holds it: its number stands in its place.
            foreach (var sign in string.Create(CultureInfo.InvariantCulture, $"[U+{letter.Value:X4}]"))
            {
                Add(units, new Rune(sign), piece, style);
            }

            return;
        }

        var text = letter.ToString();
        var isCode = piece.Setting.HasFlag(Setting.Code);
        units.Add(new Unit(
            text,
            font,
            piece.Setting.HasFlag(Setting.Soft) ? Look.Soft : style.Colour,
            piece.Anchor,
            fonts.Width(font, text),
            letter.Value == ' ',
            letter.Value == ' ' || (isCode ? Rune.IsLetterOrDigit(letter) : IsHan(letter) || letter.Value is '/' or '_' or '-' or ';')));
    }

    private static void MarkBreaks(List<Unit> units)
    {
        for (var at = 0; at < units.Count; at++)
        {
            var next = at + 1 < units.Count ? units[at + 1].Text : " ";
            var isHanNext = next.Length > 0 && Rune.TryGetRuneAt(next, 0, out var letter) && IsHan(letter);
            var mayBreak = (units[at].MayBreakAfter || isHanNext)
                && !(next.Length > 0 && NeverFirst.Contains(next[0], StringComparison.Ordinal))
                && !(units[at].Text.Length > 0 && NeverLast.Contains(units[at].Text[0], StringComparison.Ordinal))
                // "-5" and "a - b" are not parted at the dash's left or before a digit.
                && !(units[at].Text == "-" && (next.Length == 0 || char.IsDigit(next[0]) || at == 0 || units[at - 1].IsBlank));
            if (mayBreak != units[at].MayBreakAfter)
            {
                units[at] = units[at] with { MayBreakAfter = mayBreak };
            }
        }
    }

    // "LOT-A" is one word, and so is a short digest; Chinese has no blanks, so each of its letters ends one.
    private static void KeepShortWhole(List<Unit> units)
    {
        for (var (from, to) = (0, 0); from < units.Count; from = to)
        {
            to = from + 1;
            while (to < units.Count && !units[to - 1].IsBlank && !units[to].IsBlank && !IsHan(units[to - 1]) && !IsHan(units[to]))
            {
                to++;
            }

            for (var at = from; to - from <= PlainText.KeptWhole && at < to - 1; at++)
            {
                units[at] = units[at] with { MayBreakAfter = false, MayBreakIfMust = units[at].MayBreakAfter };
            }
        }
    }

    private static bool IsHan(Unit unit) => unit.Text.Length > 0 && Rune.TryGetRuneAt(unit.Text, 0, out var letter) && IsHan(letter);

    private SKFont? Font(Rune letter, TextStyle style, Setting setting)
    {
        var isCode = setting.HasFlag(Setting.Code);
        var face = fonts.Face(letter.Value == 0 ? new Rune('x') : letter, style.IsBold || setting.HasFlag(Setting.Strong), isCode);
        return face is null ? null : fonts.Font(face, isCode ? style.Size * 0.9f : style.Size);
    }

    private static bool IsHan(Rune letter) => letter.Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFFEF or >= 0x20000 and <= 0x3FFFF;
}
