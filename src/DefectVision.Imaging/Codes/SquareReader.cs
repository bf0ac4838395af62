using System.Text;
using ZXing;
using ZXing.Common;
using ZXing.Datamatrix;
using ZXing.QrCode;

namespace DefectVision.Imaging.Codes;

/// <summary>Reads QR codes and Data Matrix codes of a place. Both correct errors, so that what is read is not chance.</summary>
internal sealed class SquareReader
{
    /// <summary>Codes of one kind in one place.</summary>
    private const int Most = 4;

    private const string Utf8 = "UTF-8";

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.TRY_HARDER] = true,

        // Without it the decoder guesses, by what the machine knows.
        [DecodeHintType.CHARACTER_SET] = Utf8,
        [DecodeHintType.ASSUME_GS1] = true,
    };

    private readonly QRCodeReader _qr = new();
    private readonly DataMatrixReader _matrix = new();

    // Chinese characters in QR codes (GB 2312, GB18030).
    static SquareReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The codes of a place.</summary>
    /// <param name="place">Cut out of the picture; what was read is blanked in it.</param>
    /// <param name="effort">How much is tried.</param>
    public IReadOnlyList<ReadCode> Read(Luminance place, CodeEffort effort)
    {
        var codes = Plain(place);
        if (codes.Count == 0 && Math.Max(place.Width, place.Height) <= effort.EnlargedSide)
        {
            place = place.Doubled();
            codes = Plain(place);
        }

        return codes.Count == 0 && effort.TriesInverted ? Plain(place.Inverted()) : codes;
    }

    private List<ReadCode> Plain(Luminance place)
    {
        var codes = new List<ReadCode>();
        var bitmap = Bitmap(place);
        for (var found = 0; found < Most && _qr.decode(bitmap, Hints) is { } qr; found++)
        {
            codes.AddRange(Code(ReadCode.Qr, qr));
            if (qr.ResultPoints is not { Length: >= 3 } points)
            {
                break;
            }

            place.Blank(CodeArea.Between(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y), place));
            bitmap = Bitmap(place);
        }

        codes.AddRange(_matrix.decode(bitmap, Hints) is { } matrix ? Code(ReadCode.DataMatrix, matrix) : []);
        return codes;
    }

    private static BinaryBitmap Bitmap(Luminance place) =>
        new(new HybridBinarizer(new RGBLuminanceSource(place.Values, place.Width, place.Height, RGBLuminanceSource.BitmapFormat.Gray8)));

    private static IEnumerable<ReadCode> Code(string symbology, Result found)
    {
        var text = found.Text;
        if (text.Contains('\uFFFD', StringComparison.Ordinal) && found.ResultMetadata?.TryGetValue(ResultMetadataType.BYTE_SEGMENTS, out var parts) == true && parts is IList<byte[]> { Count: 1 } segments
            && Encoding.UTF8.GetString(segments[0]) == text)
        {
            text = CodeText.Of(segments[0]);
        }

        return text.Length == 0 ? [] : [new ReadCode(symbology, CodeText.Of(text))];
    }
}
