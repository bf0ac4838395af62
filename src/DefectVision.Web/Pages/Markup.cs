using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DefectVision.Web.Pages;

/// <summary>A piece of a page. Whatever is put into one is escaped, unless it is a piece itself: no name can become a tag.</summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _text;

    private Markup(string text) => _text = text;

    public static Markup Empty { get; } = new(string.Empty);

    /// <summary>As written, with what stands in it escaped.</summary>
    public static Markup Of(FormattableString written) =>
        new(string.Format(null, written.Format, [.. written.GetArguments().Select(argument => (object)Escaped(argument))]));

    /// <summary>One after the other.</summary>
    public static Markup All(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece._text)));

    public override string ToString() => _text;

    private static string Escaped(object? argument) => argument switch
    {
        Markup piece => piece._text,
        IEnumerable<Markup> pieces => All(pieces)._text,
        IFormattable number => Encoder.Encode(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
        _ => Encoder.Encode(argument?.ToString() ?? string.Empty),
    };
}
