using System.Xml;

namespace DefectVision.Claims.Letters;

/// <summary>Text that XML can hold: a file's name may hold characters that it cannot.</summary>
internal static class XmlText
{
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
