using System.Globalization;
using System.Text;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Documents.Web;

/// <summary>Text inside a stylesheet (the running foot): everything but plain letters and digits is written as its code point.</summary>
internal static class CssString
{
    public static string Of(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in PlainText.Of(text).EnumerateRunes())
        {
            if (rune.Value == ' ' || Rune.IsLetterOrDigit(rune))
            {
                css.Append(rune.ToString());
            }
            else
            {
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X} ");
            }
        }

        return css.Append('"').ToString();
    }
}
