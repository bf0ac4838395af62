using System.Text;
using DefectVision.Evidence.Charts;
using DefectVision.Inspection;
using SkiaSharp;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>What is drawn on a page: letters, rules, pictures, drawings. Points, y downwards.</summary>
internal sealed class PdfCanvas(SKCanvas canvas, Typesetter typesetter) : IDisposable
{
    private const float BaselineShare = 0.8f;
    private const float MarkShare = 0.85f;

    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <param name="x">Left of the lines, or their right end when <paramref name="isRight"/>.</param>
    /// <param name="y">Top of the first line.</param>
    public void Text(SetText text, float x, float y, bool isRight = false)
    {
        foreach (var line in text.Lines)
        {
            Text(line, text.Style, isRight ? x - line.Width : x, y);
            y += text.Style.Leading;
        }
    }

    public void Text(SetLine line, TextStyle style, float x, float y)
    {
        var baseline = y + ((style.Leading - style.Size) / 2) + (style.Size * BaselineShare) + (style.Size * 0.1f);
        foreach (var run in line.Runs)
        {
            if (run.Verdict is { } verdict)
            {
                var side = style.Size * MarkShare;
                Draw(VerdictMark.Of(Enum.Parse<Verdict>(verdict)), x + run.X, baseline - side + (style.Size * 0.1f), side);
                continue;
            }

            Letters(run, x + run.X, baseline);
            if (run.Anchor is { } anchor)
            {
                canvas.DrawLinkDestinationAnnotation(new SKRect(x + run.X, y, x + run.X + run.Width, y + style.Leading), anchor);
            }
        }
    }

    public void Anchor(string name, float y) => canvas.DrawNamedDestinationAnnotation(new SKPoint(0, y), name);

    public void Rule(float x1, float x2, float y, string colour, float width)
    {
        _paint.Color = SKColor.Parse(colour);
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = width;
        canvas.DrawLine(x1, y, x2, y, _paint);
    }

    public void Frame(float x, float y, float width, float height, string colour, float line)
    {
        _paint.Color = SKColor.Parse(colour);
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = line;
        canvas.DrawRect(x, y, width, height, _paint);
    }

    public void Fill(float x, float y, float width, float height, string colour)
    {
        _paint.Color = SKColor.Parse(colour);
        _paint.Style = SKPaintStyle.Fill;
        canvas.DrawRect(x, y, width, height, _paint);
    }

    /// <summary>A picture in the middle of its room, as large as fits.</summary>
    public void Picture(byte[] jpeg, float x, float y, float width, float height)
    {
        // Its bytes go into the document as they are.
        using var data = SKData.CreateCopy(jpeg);
        using var image = SKImage.FromEncodedData(data);
        if (image is null)
        {
            return;
        }

        var scale = Math.Min(width / image.Width, height / image.Height);
        var (across, down) = (image.Width * scale, image.Height * scale);
        canvas.DrawImage(image, SKRect.Create(x + ((width - across) / 2), y + ((height - down) / 2), across, down), SKSamplingOptions.Default);
    }

    public void Draw(Drawing drawing, float x, float y, float width)
    {
        var scale = width / (float)drawing.Width;
        foreach (var shape in drawing.Shapes)
        {
            Draw(shape, x, y, scale);
        }
    }

    public void Dispose() => _paint.Dispose();

    private void Draw(Shape shape, float left, float top, float scale)
    {
        switch (shape)
        {
            case Shape.Stroke stroke:
                Stroke(stroke.Colour, stroke.Width * scale, stroke.Dashes, scale, () => canvas.DrawLine(X(stroke.X1), Y(stroke.Y1), X(stroke.X2), Y(stroke.Y2), _paint));
                break;
            case Shape.Bar bar:
                Fill(X(bar.X), Y(bar.Y), (float)bar.Width * scale, (float)bar.Height * scale, bar.Fill);
                break;
            case Shape.Disc disc:
                _paint.Style = SKPaintStyle.Fill;
                _paint.Color = SKColor.Parse(disc.Fill);
                canvas.DrawCircle(X(disc.X), Y(disc.Y), (float)disc.Radius * scale, _paint);
                Stroke(disc.Rim, disc.RimWidth * scale, [], scale, () => canvas.DrawCircle(X(disc.X), Y(disc.Y), (float)disc.Radius * scale, _paint));
                break;
            case Shape.Polygon polygon:
                using (var path = Path(polygon.Corners, isClosed: true))
                {
                    _paint.Style = SKPaintStyle.Fill;
                    _paint.Color = SKColor.Parse(polygon.Fill);
                    canvas.DrawPath(path, _paint);
                    Stroke(polygon.Rim, polygon.RimWidth * scale, [], scale, () => canvas.DrawPath(path, _paint));
                }

                break;
            case Shape.Curve curve:
                using (var path = Path(curve.Points, isClosed: false))
                {
                    Stroke(curve.Colour, curve.Width * scale, curve.Dashes, scale, () => canvas.DrawPath(path, _paint));
                }

                break;
            case Shape.Label label:
                var size = (float)Drawing.LetterSize * scale;
                var set = typesetter.Set([new Piece(label.Text)], new TextStyle(size, size, label.Colour, label.IsBold), float.MaxValue).Lines[0];
                var from = X(label.X) - (label.Anchor switch { Documents.Anchor.Middle => set.Width / 2, Documents.Anchor.End => set.Width, _ => 0 });
                foreach (var run in set.Runs)
                {
                    Letters(run, from + run.X, Y(label.Y));
                }

                break;
        }

        float X(double x) => left + ((float)x * scale);
        float Y(double y) => top + ((float)y * scale);
        SKPath Path(IReadOnlyList<(double X, double Y)> points, bool isClosed)
        {
            var path = new SKPath();
            path.MoveTo(X(points[0].X), Y(points[0].Y));
            foreach (var (x, y) in points.Skip(1))
            {
                path.LineTo(X(x), Y(y));
            }

            if (isClosed)
            {
                path.Close();
            }

            return path;
        }
    }

    private void Stroke(string colour, double width, IReadOnlyList<double> dashes, float scale, Action draw)
    {
        using var dashed = dashes.Count == 0 ? null : SKPathEffect.CreateDash([.. dashes.Select(dash => (float)dash * scale)], 0);
        _paint.Color = SKColor.Parse(colour);
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = (float)width;
        _paint.PathEffect = dashed;
        draw();
        _paint.PathEffect = null;
    }

    // With the letters themselves beside their shapes: one shape of a font stands for several letters (U+6C34 and U+2F54), and a search must find the one that was meant.
    private void Letters(SetRun run, float x, float y)
    {
        _paint.Color = SKColor.Parse(run.Colour);
        _paint.Style = SKPaintStyle.Fill;
        var glyphs = run.Font.GetGlyphs(run.Text);
        var widths = run.Font.GetGlyphWidths(run.Text);
        var letters = Encoding.UTF8.GetBytes(run.Text);
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocateHorizontalTextRun(run.Font, glyphs.Length, 0, letters.Length, null);
        glyphs.CopyTo(buffer.Glyphs);
        letters.CopyTo(buffer.Text);
        var (at, place, from) = (0, 0f, 0);
        foreach (var letter in run.Text.EnumerateRunes())
        {
            buffer.Positions[at] = place;
            buffer.Clusters[at] = (uint)from;
            place += widths[at];
            from += letter.Utf8SequenceLength;
            at++;
        }

        using var blob = builder.Build();
        if (blob is not null)
        {
            canvas.DrawText(blob, x, y, _paint);
        }
    }
}
