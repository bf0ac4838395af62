using DefectVision.Imaging.Codes;
using SkiaSharp;
using ZXing;

namespace DefectVision.Imaging.Tests.Codes;

/// <summary>Codes printed on a white label on a carton, photographed: turned, a little blurred, as a JPEG of quality 60.</summary>
internal static class Printed
{
    private static readonly SKColor Carton = new(178, 140, 95);
    private static readonly SKColor Paper = new(240, 240, 235);
    private static readonly SKColor Ink = new(40, 40, 40);

    /// <summary>Modules of a code by the library's own writer; a barcode has one row.</summary>
    public static bool[][] Modules(BarcodeFormat format, string text, params (EncodeHintType Hint, object Value)[] hints)
    {
        var all = hints.ToDictionary(hint => hint.Hint, hint => hint.Value);
        all[EncodeHintType.MARGIN] = 0;
        var matrix = new MultiFormatWriter().encode(text, format, 0, format is BarcodeFormat.QR_CODE or BarcodeFormat.DATA_MATRIX ? 0 : 1, all);
        return [.. Enumerable.Range(0, matrix.Height).Select(y => Enumerable.Range(0, matrix.Width).Select(x => matrix[x, y]).ToArray())];
    }

    /// <summary>A photo as a JPEG.</summary>
    public static byte[] Photo(int width, int height, params Label[] labels)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(Carton);
        foreach (var label in labels)
        {
            Draw(surface.Canvas, label);
        }

        using var sharp = surface.Snapshot();
        using var lens = new SKPaint { ImageFilter = SKImageFilter.CreateBlur(0.6f, 0.6f) };
        surface.Canvas.DrawImage(sharp, 0, 0, lens);
        using var taken = surface.Snapshot();
        using var data = taken.Encode(SKEncodedImageFormat.Jpeg, 60);
        return data.ToArray();
    }

    /// <summary>What is read of a photo in full size.</summary>
    public static IEnumerable<(string Symbology, string Text)> Read(byte[] file, CodeEffort? effort = null)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        return new CodeReader().Read(reader.ReadGrey(file, int.MaxValue)!, effort ?? CodeEffort.Thorough).Select(code => (code.Symbology, code.Text));
    }

    private static void Draw(SKCanvas canvas, Label label)
    {
        var (rows, columns) = (label.Modules.Length, label.Modules[0].Length);
        var tall = rows == 1 ? label.BarHeight : rows * label.Module;
        var wide = columns * label.Module;
        canvas.Save();
        canvas.Translate(label.X, label.Y);
        canvas.RotateDegrees(label.Turn);
        using var paper = new SKPaint { Color = label.IsInverted ? Ink : Paper, IsAntialias = true };
        using var ink = new SKPaint { Color = label.IsInverted ? Paper : Ink, IsAntialias = true };
        var quiet = 10 * label.Module;
        canvas.DrawRect((-wide / 2) - quiet, (-tall / 2) - quiet, wide + (2 * quiet), tall + (2 * quiet), paper);
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                if (label.Modules[y][x])
                {
                    canvas.DrawRect((-wide / 2) + (x * label.Module), (-tall / 2) + (rows == 1 ? 0 : y * label.Module), label.Module, rows == 1 ? tall : label.Module, ink);
                }
            }
        }

        canvas.Restore();
    }
}

/// <summary>A label on a photo.</summary>
/// <param name="Modules">Rows of dark and light.</param>
/// <param name="Module">Width of one, pixels.</param>
/// <param name="X">Of its middle.</param>
/// <param name="Y">Of its middle.</param>
internal sealed record Label(bool[][] Modules, float Module, float X, float Y)
{
    /// <summary>Degrees, clockwise.</summary>
    public float Turn { get; init; }

    public float BarHeight { get; init; } = 120;

    /// <summary>Light on dark.</summary>
    public bool IsInverted { get; init; }
}
