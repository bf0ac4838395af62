using System.Text;
using System.Xml.Linq;
using DefectVision.Claims.Letters;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>A letter as its reader has it before him.</summary>
internal static class Printed
{
    public static Letter One(Claim claim, string name, string language) => LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!)).Single(letter => letter.Name == name);

    public static string Text(Letter letter) => Body(letter).Value;

    /// <summary>Each piece of text on a line of its own.</summary>
    public static string Lines(Letter letter) => string.Join('\n', Body(letter).DescendantNodes().OfType<XText>().Select(text => text.Value));

    private static XElement Body(Letter letter) => XDocument.Parse(Encoding.UTF8.GetString(LetterHtml.Write(letter))).Root!.Element("body")!;
}
