using System.Globalization;
using System.Text;
using DefectVision.Evidence.Documents;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Languages;

/// <summary>
/// Says sentences in the language of a report. A sentence is a template and what stands in it; the template is looked up, and so are the words, sentences and lists
/// that stand in it. Names, numbers and digests are the same in every language, and are set as they are.
/// </summary>
/// <param name="language">Of the report.</param>
/// <param name="className">A defect class in the second language; null where it has no name there.</param>
internal sealed class Words(Language language, Func<string, string?>? className = null)
{
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    public Language Language { get; } = language;

    /// <summary>For the document: BCP 47.</summary>
    public string Tag => Language == Language.Chinese ? "zh-Hans" : "en";

    /// <summary>Templates that were asked for and have no sentence in the second language.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    public Line Say(FormattableString sentence)
    {
        if (Language == Language.English)
        {
            return new Line(Pieces(sentence, null));
        }

        var translated = Pieces(sentence, Translation.Chinese);
        if (Language == Language.Chinese)
        {
            return new Line(translated);
        }

        var english = Pieces(sentence, null);
        return Line.Letters(english) == Line.Letters(translated) ? new Line(english) : new Line(english, translated);
    }

    /// <summary>A sentence that comes whole, such as the reason that stands in a journal: looked up as it is, else left as it is.</summary>
    public Line Repeat(string sentence)
    {
        if (Language == Language.English)
        {
            return Line.Of(sentence);
        }

        if (Translation.Chinese.OfWhole(sentence) is not { } translated)
        {
            _missing.Add(sentence);
            return Line.Of(sentence);
        }

        return Language == Language.Chinese ? Line.Of(translated) : new Line([new Piece(sentence)], [new Piece(translated)]);
    }

    /// <summary>What comes in both languages.</summary>
    public Line In(Said said) => Language switch
    {
        Language.English => Line.Of(said.English),
        Language.Chinese => Line.Of(said.Chinese),
        _ => said.English == said.Chinese ? Line.Of(said.English) : new Line([new Piece(said.English)], [new Piece(said.Chinese)]),
    };

    public Line Say(Enum word) => Say($"{new Word(word)}");

    /// <summary>Short enough for both languages in a row.</summary>
    public Line Inline(FormattableString sentence)
    {
        var line = Say(sentence);
        return line.Second is { } second ? new Line([.. line.First, new Piece(" "), .. second]) : line;
    }

    /// <summary>For a drawing, which has no room for two lines: both languages in a row.</summary>
    public string Label(FormattableString sentence) => Say(sentence).ToString();

    /// <summary>Where there is no room for two languages either: the first.</summary>
    public string Short(FormattableString sentence) => Line.Letters(Say(sentence).First);

    private List<Piece> Pieces(FormattableString sentence, Translation? translation)
    {
        var pieces = new List<Piece>();
        Fill(pieces, sentence, translation, Setting.Plain, null);
        return translation is null ? pieces : ChineseSpacing.Of(pieces);
    }

    private void Fill(List<Piece> pieces, FormattableString sentence, Translation? translation, Setting setting, string? anchor)
    {
        var template = Template(sentence.Format, translation);
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
                    translation,
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

    private void Argument(List<Piece> pieces, object? argument, string? format, Translation? translation, Setting setting, string? anchor)
    {
        switch (argument)
        {
            case Line line:
                pieces.AddRange((translation is not null && Language == Language.Both ? line.Second ?? line.First : line.First).Select(piece => piece with { Setting = piece.Setting | setting, Anchor = piece.Anchor ?? anchor }));
                break;
            case Piece piece:
                pieces.Add(piece with { Setting = piece.Setting | setting, Anchor = piece.Anchor ?? anchor });
                break;
            case Styled styled:
                Fill(pieces, styled.Text, translation, setting | styled.Setting, styled.Anchor ?? anchor);
                break;
            case FormattableString sentence:
                Fill(pieces, sentence, translation, setting, anchor);
                break;
            case Listed listed:
                for (var at = 0; at < listed.Parts.Count; at++)
                {
                    if (at > 0)
                    {
                        Add(pieces, Separator(listed.Separator, translation), setting, anchor);
                    }

                    Argument(pieces, listed.Parts[at], null, translation, setting, anchor);
                }

                break;
            case Names names:
                Argument(pieces, Listed.Commas(names.Shown.Select(Piece.Name)), null, translation, setting, anchor);
                if (names.More > 0)
                {
                    Fill(pieces, $" and {names.More} more", translation, setting, anchor);
                }

                break;
            case ClassName named:
                pieces.Add(Piece.Name(translation is null ? named.Name : className?.Invoke(named.Name) ?? named.Name) with { Anchor = anchor, Setting = Setting.Name | setting });
                break;
            case Word word:
                // "workmanship" is a cause and a section: where one word stands for two things, the second has a name of its own kind.
                Add(pieces, translation?.Of($"{word.Value.GetType().Name}.{word}") ?? Template(word.ToString(), translation), setting, anchor);
                break;
            case IFormattable number:
                Add(pieces, number.ToString(format, CultureInfo.InvariantCulture), setting, anchor);
                break;
            case string phrase when translation is not null && phrase.Contains(' ', StringComparison.Ordinal):
                // Names come as such; what else has a blank may be a phrase that is known.
                Add(pieces, string.Join("；", phrase.Split("; ").Select(part => translation.OfWhole(part) ?? part)), setting, anchor);
                break;
            default:
                Add(pieces, argument?.ToString() ?? string.Empty, setting, anchor);
                break;
        }
    }

    private string Template(string english, Translation? translation)
    {
        if (translation?.Of(english) is { } found)
        {
            return found;
        }

        if (translation is not null && HasWords(english))
        {
            _missing.Add(english);
        }

        return english;
    }

    private static string Separator(string separator, Translation? translation) => translation?.Of(separator) ?? separator;

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
