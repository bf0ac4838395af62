using DefectVision.Evidence.Documents;

namespace DefectVision.Evidence.Languages;

/// <summary>
/// The blanks of a Chinese sentence that is put together from parts: one between a Chinese letter and a Latin letter or a digit, none between two Chinese letters or
/// beside a Chinese sign. Inside a part they stand as they were written.
/// </summary>
internal static class ChineseSpacing
{
    public static List<Piece> Of(List<Piece> pieces)
    {
        var spaced = new List<Piece>(pieces.Count);
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
        {
            if (spaced.Count > 0 && !IsMark(spaced[^1]) && !IsMark(piece))
            {
                var (before, after) = (spaced[^1].Text, piece.Text);
                if (IsApart(before[^1], after[0]))
                {
                    spaced.Add(new Piece(" ", Anchor: piece.Anchor));
                }
                else if (before.Length > 1 && before[^1] == ' ' && IsChinese(before[^2]) && IsChinese(after[0]))
                {
                    spaced[^1] = spaced[^1] with { Text = before.TrimEnd(' ') };
                }
            }

            spaced.Add(piece);
        }

        return spaced;
    }

    private static bool IsMark(Piece piece) => piece.Setting.HasFlag(Setting.Mark);

    private static bool IsApart(char before, char after) => (IsHan(before) && IsLatin(after)) || (IsLatin(before) && IsHan(after));

    private static bool IsLatin(char letter) => char.IsAsciiLetterOrDigit(letter);

    private static bool IsHan(char letter) => letter is >= '\u4E00' and <= '\u9FFF';

    // Signs of CJK text and fullwidth forms, too.
    private static bool IsChinese(char letter) => IsHan(letter) || letter is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
}
