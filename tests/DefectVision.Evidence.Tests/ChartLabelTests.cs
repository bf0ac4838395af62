using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Documents.Print;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Imaging.Keeping;

namespace DefectVision.Evidence.Tests;

/// <summary>Rule: a drawing does not wrap, so every label of it must fit between its sides, in each language and in two at once.</summary>
public sealed class ChartLabelTests
{
    public static TheoryData<string, string> Shown
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Language.All)
            {
                foreach (var name in Cases.All.Keys.Append(nameof(Shipments.Rich)))
                {
                    data.Add(name, language.Code);
                }
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Shown))]
    public void No_label_leaves_its_drawing(string name, string language)
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var fonts = PdfFonts.OfThisMachine()!;
        Skip.IfNot(Language.Parse(language)!.Packs.All(fonts.Has), "needs the fonts of the language");
        var record = (Cases.All.TryGetValue(name, out var made) ? made() : Shipments.Rich()).Record();
        var number = ReportNumber.Of(record.AsOf, [new FileDigest("results.jsonl", new string('a', 64))]);
        var blocks = ReportFile.Blocks(record, Terms.Of(record), [], number, null, new ExhibitPictures(new PictureStore(".")), new Words(Language.Parse(language)!), CancellationToken.None);
        var typesetter = new Typesetter(fonts);
        Assert.Empty(blocks.SelectMany(Figures).SelectMany(figure => figure.Drawing.Shapes.OfType<Shape.Label>()
            .Where(label => Extent(label, typesetter) is var (from, to) && (from < -0.5 || to > figure.Drawing.Width + 0.5))
            .Select(label => $"{figure.Drawing.Description}: {label.Text}")));
    }

    private static (double From, double To) Extent(Shape.Label label, Typesetter typesetter)
    {
        var width = typesetter.Set([new Piece(label.Text)], new TextStyle((float)Drawing.LetterSize, (float)Drawing.LetterSize, label.Colour, label.IsBold), float.MaxValue).Lines[0].Width;
        var from = label.X - (label.Anchor switch { Anchor.Middle => width / 2, Anchor.End => width, _ => 0 });
        return (from, from + width);
    }

    private static IEnumerable<Figure> Figures(Block block) => block switch
    {
        Figure figure => [figure],
        Beside beside => beside.Left.Concat(beside.Right).SelectMany(Figures),
        _ => [],
    };
}
