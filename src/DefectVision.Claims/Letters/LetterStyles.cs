using DefectVision.Inspection.Languages;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DefectVision.Claims.Letters;

/// <summary>Styles of the Word documents: fonts that Chinese offices have, and what others fall back to.</summary>
internal static class LetterStyles
{
    public static Styles Of(LanguagePack language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Microsoft YaHei", ComplexScript = "Arial" },
                new FontSize { Val = "21" },
                new Languages { Val = language.Office, EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", "0", 21, false, isDefault: true),
        Style("Title", "Title", "200", 30, true),
        Style("Heading1", "heading 1", "80", 24, true),
        Style("Entry", "Entry", "60", 21, false),
        Style("Cell", "Cell", "0", 18, false),
        new Style(
            new StyleName { Val = "Lines" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4, Color = "777777" },
                    new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "777777" },
                    new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "777777" },
                    new RightBorder { Val = BorderValues.Single, Size = 4, Color = "777777" },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "777777" },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "777777" }),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = "Lines",
        });

    private static Style Style(string id, string name, string after, int halfPoints, bool isHeading, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties();
        if (isHeading)
            paragraph.Append(new KeepNext());
        if (id != "Normal")
            paragraph.Append(new SpacingBetweenLines { Before = isHeading ? "160" : "0", After = after });
        if (id == "Entry")
            paragraph.Append(new Indentation { Left = "284", Hanging = "200" });
        var run = new StyleRunProperties();
        if (isHeading)
            run.Append(new Bold());
        run.Append(new FontSize { Val = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        style.Append(paragraph, run);
        return style;
    }
}
