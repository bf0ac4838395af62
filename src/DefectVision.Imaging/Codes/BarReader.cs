using ZXing;
using ZXing.Common;
using ZXing.OneD;

namespace DefectVision.Imaging.Codes;

/// <summary>Reads barcodes along lines that are laid across a place. What a single line says may be chance: a code counts when several lines read the same.</summary>
internal sealed class BarReader
{
    /// <summary>Codes beside each other on one line.</summary>
    private const int MostOnALine = 3;

    /// <summary>How far the second line lies beside the first, pixels.</summary>
    private const double Beside = 3;

    /// <summary>Points by which an edge may be elsewhere on the second line: that of bars 15 degrees aslant.</summary>
    private const int Slant = 2;

    /// <summary>Edges in a row; the shortest barcode, UPC-E, has 34.</summary>
    private const int FewestBars = 16;

    private static readonly Dictionary<BarcodeFormat, string> Known = new()
    {
        [BarcodeFormat.EAN_13] = ReadCode.Ean13,
        [BarcodeFormat.EAN_8] = ReadCode.Ean8,
        [BarcodeFormat.UPC_A] = ReadCode.UpcA,
        [BarcodeFormat.UPC_E] = ReadCode.UpcE,
        [BarcodeFormat.CODE_128] = ReadCode.Code128,
        [BarcodeFormat.CODE_39] = ReadCode.Code39,
        [BarcodeFormat.ITF] = ReadCode.Itf14,
    };

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.POSSIBLE_FORMATS] = Known.Keys.ToList(),
        [DecodeHintType.ASSUME_GS1] = true,
        [DecodeHintType.ALLOWED_LENGTHS] = new[] { Gtin14Digits },
        [DecodeHintType.TRY_HARDER] = true,
    };

    private const int Gtin14Digits = 14;

    private readonly MultiFormatOneDReader _reader = new(Hints);

    /// <summary>The codes of a place, in the order in which they were met.</summary>
    public IEnumerable<ReadCode> Read(Luminance picture, CodeArea area, CodeEffort effort)
    {
        var votes = new Dictionary<ReadCode, int>();
        for (var turn = 0; turn < effort.Angles; turn++)
        {
            foreach (var line in Lines(picture, area, Direction(turn, effort.Angles), effort.Lines).Where(HasBars))
            {
                Count(line.Points, votes);
                line.Points.reverse();
                Count(line.Points, votes);
            }
        }

        return votes.Where(vote => vote.Value >= Wanted(vote.Key)).Select(vote => vote.Key);
    }

    // Bars go on across the line: the line beside it has its edges at the same places. Of a texture only a few in a row are.
    private static bool HasBars((BitArray Points, BitArray Beside) line)
    {
        var run = 0;
        for (int at = 1, next = 1; at < line.Points.Size; at++)
        {
            if (line.Points[at] == line.Points[at - 1])
            {
                continue;
            }

            for (next = Math.Max(next, at - Slant); next < line.Beside.Size && next <= at + Slant && (line.Beside[next] == line.Beside[next - 1] || line.Beside[next] != line.Points[at]);)
            {
                next++;
            }

            run = next < line.Beside.Size && next <= at + Slant ? run + 1 : 0;
            next++;
            if (run >= FewestBars)
            {
                return true;
            }
        }

        return false;
    }

    // Two lines that agree where a check digit and a fixed number of bars guard each of them; more where short pieces of other codes and textures pass for one.
    private static int Wanted(ReadCode code) => code.Symbology is ReadCode.Ean13 or ReadCode.UpcA or ReadCode.Code128 ? 2 : 4;

    private void Count(BitArray line, Dictionary<ReadCode, int> votes)
    {
        for (int from = 0, codes = 0; codes < MostOnALine; codes++)
        {
            var rest = from == 0 ? line : Rest(line, from);
            if (_reader.decodeRow(0, rest, Hints) is not { } found || found.ResultPoints.Length == 0)
            {
                return;
            }

            if (Code(found) is { } code)
            {
                votes[code] = votes.GetValueOrDefault(code) + 1;
            }

            from += (int)Math.Ceiling(found.ResultPoints.Max(point => point.X)) + 1;
            if (from >= line.Size)
            {
                return;
            }
        }
    }

    private static BitArray Rest(BitArray line, int from)
    {
        var rest = new BitArray(line.Size - from);
        for (var at = from; at < line.Size; at++)
        {
            rest[at - from] = line[at];
        }

        return rest;
    }

    private static ReadCode? Code(Result found)
    {
        if (!Known.TryGetValue(found.BarcodeFormat, out var symbology))
        {
            return null;
        }

        var text = CodeText.Of(found.Text);
        return symbology switch
        {
            ReadCode.Code128 or ReadCode.Code39 when text.Length < CodeText.Shortest => null,
            ReadCode.Itf14 when text.Length != Gtin14Digits || !CheckDigit.Holds(text) => null,
            _ => new ReadCode(symbology, text),
        };
    }

    // Rows and columns exactly.
    private static (double X, double Y) Direction(int turn, int turns) => turn == 0 ? (1, 0)
        : 2 * turn == turns ? (0, 1)
        : (Math.Cos(Math.PI * turn / turns), Math.Sin(Math.PI * turn / turns));

    // Evenly across the place, each as long as the place is in its direction, and one close beside it.
    private static IEnumerable<(BitArray Points, BitArray Beside)> Lines(Luminance picture, CodeArea area, (double X, double Y) along, int count)
    {
        var aside = (X: -along.Y, Y: along.X);
        var (x, y) = (area.X + (area.Width / 2.0), area.Y + (area.Height / 2.0));
        var breadth = ((Math.Abs(aside.X) * area.Width) + (Math.Abs(aside.Y) * area.Height)) / 2;
        for (var line = 0; line < count; line++)
        {
            var off = breadth * ((2.0 * (line + 1) / (count + 1)) - 1);
            var middle = (X: x + (off * aside.X), Y: y + (off * aside.Y));
            var (left, right) = area.Within(middle, along);
            if (right - left > 1)
            {
                var from = (X: middle.X + (left * along.X), Y: middle.Y + (left * along.Y));
                yield return (ScanLine.Of(picture, from, along, right - left), ScanLine.Of(picture, (from.X + (Beside * aside.X), from.Y + (Beside * aside.Y)), along, right - left));
            }
        }
    }
}
