using System.Text.RegularExpressions;

namespace DefectVision.Claims.Letters;

/// <summary>From a text and a claim to a letter: fields filled or left blank, tables in their places.</summary>
internal static partial class LetterBuilder
{
    /// <summary>In the order of the texts: the cover note stands after the letters that it speaks of.</summary>
    public static IReadOnlyList<Letter> All(Claim claim, LetterTexts texts)
    {
        var letters = new List<Letter>();
        foreach (var name in texts.Letters)
        {
            letters.Add(Of(name, claim, texts, letters));
        }

        return letters;
    }

    /// <summary>One letter by itself.</summary>
    public static Letter One(string name, Claim claim, LetterTexts texts) => Of(name, claim, texts, []);

    private static Letter Of(string name, Claim claim, LetterTexts texts, IReadOnlyList<Letter> before)
    {
        var fields = new LetterFields(claim, texts);
        var tables = new LetterTables(claim, texts);
        var blocks = new List<LetterBlock>();
        var rows = new List<IReadOnlyList<IReadOnlyList<LetterRun>>>();
        foreach (var line in texts.LinesOf(name).Select(line => Kept(line, fields)).OfType<string>())
        {
            if (line[0] == '|')
            {
                rows.Add([.. line.Trim('|').Split('|').Select(cell => Runs(cell.Trim(), fields, texts))]);
                continue;
            }

            Close();
            if (line[0] == '@')
            {
                blocks.AddRange(line == "@letters" ? CoverNote.Of(before, claim, texts) : tables.Of(line[1..]));
            }
            else
            {
                var level = line.TakeWhile(letter => letter == '#').Count();
                blocks.Add(level > 0 ? new LetterHeading(level, Runs(line[level..].Trim(), fields, texts))
                    : line.StartsWith("- ", StringComparison.Ordinal) ? new LetterBullet(Runs(line[2..], fields, texts))
                    : new LetterParagraph(Runs(line, fields, texts)));
            }
        }

        Close();
        return new Letter(name, texts.Language, string.Concat(((LetterHeading)blocks[0]).Runs.Select(run => run.Text)), blocks);

        void Close()
        {
            if (rows.Count > 0)
                blocks.Add(new LetterTable([.. rows]));
            rows.Clear();
        }
    }

    private static string? Kept(string line, LetterFields fields) => Condition().Match(line) is { Success: true } condition
        ? fields.Holds(condition.Groups[2].Value) == (condition.Groups[1].Length == 0) ? line[condition.Length..] : null
        : line;

    private static List<LetterRun> Runs(string line, LetterFields fields, LetterTexts texts)
    {
        var runs = new List<LetterRun>();
        var at = 0;
        foreach (Match field in Field().Matches(line))
        {
            Plain(line[at..field.Index]);
            runs.Add(fields[field.Groups[1].Value] is { } value
                ? new LetterRun(value, false)
                : new LetterRun(fields.Blank(field.Groups[1].Value), true));
            at = field.Index + field.Length;
        }

        Plain(line[at..]);
        return runs;

        void Plain(string text)
        {
            if (text.Length > 0)
                runs.Add(new LetterRun(text, false));
        }
    }

    [GeneratedRegex(@"^\[(!?)([a-z_]+)\] ")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Field();
}
