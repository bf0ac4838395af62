using System.Text;
using DefectVision.Inspection.Languages;
using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// The faces that a document is set in, from the fonts of the machine: the first of those known to be plain and complete. A letter that the main face does not hold
/// is taken from those of the other languages, then from any that holds it.
/// </summary>
internal sealed class PdfFonts : IDisposable
{
    private static readonly string[] Latin = ["Liberation Sans", "Arial", "Helvetica Neue", "Helvetica", "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans"];
    private static readonly string[] Fixed = ["Liberation Mono", "Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC"];

    private readonly SKTypeface _plain;
    private readonly SKTypeface _bold;
    private readonly SKTypeface _code;
    private readonly Dictionary<LanguagePack, (SKTypeface Plain, SKTypeface Bold)> _ofLanguages = [];
    private readonly Dictionary<(int Letter, bool IsBold), SKTypeface?> _others = [];
    private readonly Dictionary<(SKTypeface Face, float Size), SKFont> _fonts = [];
    private readonly Dictionary<(SKFont Font, string Letter), float> _widths = [];

    private PdfFonts(SKTypeface plain)
    {
        _plain = plain;
        _bold = First(Latin, SKFontStyle.Bold) ?? plain;
        _code = First(Fixed, SKFontStyle.Normal) ?? plain;
        foreach (var pack in LanguagePack.All)
        {
            if (First(pack.Fonts, SKFontStyle.Normal) is { } face)
            {
                _ofLanguages.Add(pack, (face, First(pack.Fonts, SKFontStyle.Bold) ?? face));
            }
        }
    }

    /// <summary>Fonts that would do, for a machine that has none.</summary>
    public static string Wanted => string.Join(
        "; ",
        LanguagePack.All.Where(pack => pack.Fonts.Count > 0).Select(pack => $"for {pack.Name} one of {string.Join(", ", pack.Fonts)}").Prepend($"one of {string.Join(", ", Latin)}"));

    /// <summary>Whether the letters of a language can be set.</summary>
    public bool Has(LanguagePack language) => language.Fonts.Count == 0 || _ofLanguages.ContainsKey(language);

    /// <returns>Null when the machine has none of the fonts.</returns>
    public static PdfFonts? OfThisMachine() => First(Latin, SKFontStyle.Normal) is { } plain ? new PdfFonts(plain) : null;

    public SKFont Font(SKTypeface face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
        {
            // Unhinted, so that letters stand where they would on any other machine with the same font.
            font = new SKFont(face, size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
            _fonts.Add((face, size), font);
        }

        return font;
    }

    /// <summary>In points.</summary>
    public float Width(SKFont font, string letter)
    {
        if (!_widths.TryGetValue((font, letter), out var width))
        {
            width = font.MeasureText(letter);
            _widths.Add((font, letter), width);
        }

        return width;
    }

    /// <returns>Null when no font of the machine holds the letter.</returns>
    public SKTypeface? Face(Rune letter, bool isBold, bool isCode)
    {
        var main = isCode ? _code : isBold ? _bold : _plain;
        if (main.ContainsGlyph(letter.Value))
        {
            return main;
        }

        return _ofLanguages.Values.Select(faces => isBold ? faces.Bold : faces.Plain).FirstOrDefault(face => face.ContainsGlyph(letter.Value)) ?? Other(letter, isBold);
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        foreach (var face in new[] { _plain, _bold, _code }.Concat(_ofLanguages.Values.SelectMany(faces => new[] { faces.Plain, faces.Bold })).Concat(_others.Values).Distinct())
        {
            face?.Dispose();
        }
    }

    private SKTypeface? Other(Rune letter, bool isBold)
    {
        if (!_others.TryGetValue((letter.Value, isBold), out var face))
        {
            face = SKFontManager.Default.MatchCharacter(null, isBold ? SKFontStyle.Bold : SKFontStyle.Normal, null, letter.Value);
            if (face is not null && !face.ContainsGlyph(letter.Value))
            {
                face.Dispose();
                face = null;
            }

            _others.Add((letter.Value, isBold), face);
        }

        return face;
    }

    private static SKTypeface? First(IEnumerable<string> families, SKFontStyle style)
    {
        foreach (var family in families)
        {
            if (SKFontManager.Default.MatchFamily(family, style) is { } face)
            {
                if (face.FamilyName == family)
                {
                    return face;
                }

                face.Dispose();
            }
        }

        return null;
    }
}
