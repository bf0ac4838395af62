using System.Globalization;
using System.Text;
using DefectVision.Evidence.Documents;
using DefectVision.Inspection;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Languages;

/// <summary>
/// Says sentences in the language of a report. A sentence is a template and what stands in it; the template is looked up, and so are the words, sentences and lists
/// that stand in it. Names, numbers and digests are the same in every language, and are set as they are.
/// </summary>
/// <param name="language">Of the report.</param>
/// <param name="className">A defect class in a language other than English; null where it has no name there.</param>
public sealed class Words(Language language, Func<string, LanguagePack, string?>? className = null)
{
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    public Language Language { get; } = language;

    /// <summary>Templates that were asked for and have no sentence in a language of the report.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    public Line Say(FormattableString sentence)
    {
        var first = Pieces(sentence, Language.First);
        if (Language.Second is null)
        {
            return new Line(first);
        }

        var second = Pieces(sentence, Language.Second);
        return Line.Letters(first) == Line.Letters(second) ? new Line(first) : new Line(first, second);
    }

    /// <summary>A sentence that comes whole, such as the reason that stands in a journal: looked up as it is, else left as it is.</summary>
    public Line Repeat(string sentence) => Each(pack =>
    {
        if (Translation.Of(pack) is not { } translation)
        {
            return sentence;
        }

        if (translation.OfWhole(sentence) is { } translated)
        {
            return translated;
        }

        _missing.Add(sentence);
        return sentence;
    });

    /// <summary>What comes in every language.</summary>
    public Line In(Said said) => Each(said.In);

    public Line Say(Enum word) => Say($"{new Word(word)}");

    /// <summary>Short enough for both languages in a row.</summary>
    public Line Inline(FormattableString sentence)
    {
        var line = Say(sentence);
        return line.Second is { } second ? new Line([.. line.First, new Piece(" "), .. second]) : line;
    }

    public Line Inline(Enum word) => Inline($"{new Word(word)}");

    /// <summary>For a drawing, which has no room for two lines: both languages in a row.</summary>
    public string Label(FormattableString sentence) => Say(sentence).ToString();

    /// <summary>Where there is no room for two languages either: the first.</summary>
    public string Brief(FormattableString sentence) => Line.Letters(Say(sentence).First);

    /// <summary>The head of a table; a title that begins with '#' heads a column of numbers, one with '=' a column that is never broken.</summary>
    public IReadOnlyList<Column> Columns(params FormattableString[] titles) =>
    [
        .. titles.Select(title => title.Format[0] switch
        {
            '#' => new Column(Say(Bare(title)), IsNumber: true),
            '=' => new Column(Say(Bare(title)), IsWhole: true),
            _ => new Column(Say(title)),
        }),
    ];

    private static FormattableString Bare(FormattableString title) =>
        System.Runtime.CompilerServices.FormattableStringFactory.Create(title.Format[1..], title.GetArguments());

    private Line Each(Func<LanguagePack, string> sentence)
    {
        var first = sentence(Language.First);
        return Language.Second is { } pack && sentence(pack) is var second && second != first ? new Line([new Piece(first)], [new Piece(second)]) : Line.Of(first);
    }

    private List<Piece> Pieces(FormattableString sentence, LanguagePack pack)
    {
        var pieces = new List<Piece>();
        Fill(pieces, sentence, pack, Setting.Plain, null);
        return pack.IsUnspaced ? ChineseSpacing.Of(pieces) : pieces;
    }

    private void Fill(List<Piece> pieces, FormattableString sentence, LanguagePack pack, Setting setting, string? anchor)
    {
        var template = Template(sentence.Format, pack);
        var text = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var letter = template[at];
            if (letter is '{' or '}' && at + 1 < template.Length && template[at + 1] == letter)
            {
                text.Append(letter);
                at++;
            }
            else if (letter == '{')
            {
                var end = template.IndexOf('}', at);
                var colon = template.IndexOf(':', at, end - at);
                Letters(pieces, text, setting, anchor);
                Argument(
                    pieces,
                    sentence.GetArgument(int.Parse(template.AsSpan(at + 1, (colon < 0 ? end : colon) - at - 1), CultureInfo.InvariantCulture)),
                    colon < 0 ? null : template[(colon + 1)..end],
                    pack,
                    setting,
                    anchor);
                at = end;
            }
            else
            {
                text.Append(letter);
            }
        }

        Letters(pieces, text, setting, anchor);
    }

    private void Argument(List<Piece> pieces, object? argument, string? format, LanguagePack pack, Setting setting, string? anchor)
    {
        switch (argument)
        {
            case Line line:
                pieces.AddRange((pack == Language.Second ? line.Second ?? line.First : line.First).Select(piece => piece with { Setting = piece.Setting | setting, Anchor = piece.Anchor ?? anchor }));
                break;
            case Piece piece:
                pieces.Add(piece with { Setting = piece.Setting | setting, Anchor = piece.Anchor ?? anchor });
                break;
            case Styled styled:
                Fill(pieces, styled.Text, pack, setting | styled.Setting, styled.Anchor ?? anchor);
                break;
            case FormattableString sentence:
                Fill(pieces, sentence, pack, setting, anchor);
                break;
            case Listed listed:
                for (var at = 0; at < listed.Parts.Count; at++)
                {
                    if (at > 0)
                    {
                        Add(pieces, Translation.Of(pack)?.Of(listed.Separator) ?? listed.Separator, setting, anchor);
                    }

                    Argument(pieces, listed.Parts[at], null, pack, setting, anchor);
                }

                break;
            case Names names:
                Argument(pieces, Listed.Commas(names.Shown.Select(Piece.Name)), null, pack, setting, anchor);
                if (names.More > 0)
                {
                    Fill(pieces, $" and {names.More} more", pack, setting, anchor);
                }

                break;
            case ClassName named:
                pieces.Add(Piece.Name(pack == LanguagePack.English ? named.Name : className?.Invoke(named.Name, pack) ?? named.Name) with { Anchor = anchor, Setting = Setting.Name | setting });
                break;
            case Word word:
                Add(pieces, Translation.Of(pack)?.Of(word) ?? Template(word.ToString(), pack), setting, anchor);
                break;
            case IFormattable number:
                Add(pieces, number.ToString(format, CultureInfo.InvariantCulture), setting, anchor);
                break;
            case string phrase when Translation.Of(pack) is { } translation && phrase.Contains(' ', StringComparison.Ordinal):
                // Names come as such; what else has a blank may be a phrase that is known.
                Add(pieces, string.Join(translation.Of("; ") ?? "; ", phrase.Split("; ").Select(part => translation.OfWhole(part) ?? part)), setting, anchor);
                break;
            default:
                Add(pieces, argument?.ToString() ?? string.Empty, setting, anchor);
                break;
        }
    }

    private string Template(string english, LanguagePack pack)
    {
        if (Translation.Of(pack) is not { } translation)
        {
            return english;
        }

        if (translation.Of(english) is { } found)
        {
            return found;
        }

        if (HasWords(english))
        {
            _missing.Add(english);
        }

        return english;
    }

    // "{0} ({1})" is the same in every language.
    private static bool HasWords(string template)
    {
        var depth = 0;
        foreach (var letter in template)
        {
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (depth == 0 && char.IsLetter(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static void Letters(List<Piece> pieces, StringBuilder text, Setting setting, string? anchor)
    {
        Add(pieces, text.ToString(), setting, anchor);
        text.Clear();
    }

    private static void Add(List<Piece> pieces, string text, Setting setting, string? anchor)
    {
        if (text.Length > 0)
        {
            pieces.Add(new Piece(text, setting, anchor));
        }
    }
}
