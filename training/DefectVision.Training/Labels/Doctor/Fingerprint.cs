using System.Numerics;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Doctor;

/// <summary>
/// A picture in a kilobyte: the signs of its 8 x 8 slowest cosine waves against their median, as one word (the "pHash" of Zauner 2010), and its grey
/// values at 32 x 32. The word finds what may be alike; the grey values confirm it, so that photos of one good under one camera are not taken for copies.
/// </summary>
internal sealed class Fingerprint
{
    /// <summary>Bits in which two words may differ at most.</summary>
    public const int MostBits = 7;

    /// <summary>Grey levels, of 255, by which any cell may differ at most once the means are equal: compression stays below, a mark does not.</summary>
    public const float MostGrey = 12;

    private const int Side = 32;

    /// <summary>Side of the square of pixels that a cell is the mean of: read at 32 x 32 at once, fine lines give other cells once a photo is made smaller.</summary>
    private const int Fine = 4;

    private const int Waves = 8;

    /// <summary>Waves below this are rounding, not picture: an even ground has none.</summary>
    private const double Still = 1e-3;

    private static readonly double[,] Cosines = Basis();
    private readonly float[] _cells;

    private Fingerprint(ulong word, float[] cells)
    {
        Word = word;
        _cells = cells;
    }

    /// <summary>The input that a fingerprint is taken of.</summary>
    public static InputRecipe Recipe { get; } = new(InputRecipe.CurrentVersion, Side * Fine, Side * Fine);

    /// <summary>One bit a wave; the constant part has none.</summary>
    public ulong Word { get; }

    /// <param name="input">A photo read by <see cref="Recipe"/>: three planes, 0..1.</param>
    public static Fingerprint Of(ReadOnlySpan<float> input)
    {
        var cells = new float[Side * Side];
        var plane = Side * Fine * Side * Fine;
        for (var at = 0; at < plane; at++)
        {
            var cell = (at / (Side * Fine * Fine) * Side) + (at % (Side * Fine) / Fine);
            cells[cell] += 255f / (Fine * Fine) * ((0.299f * input[at]) + (0.587f * input[plane + at]) + (0.114f * input[(2 * plane) + at]));
        }

        var mean = cells.Average();
        for (var at = 0; at < cells.Length; at++)
        {
            cells[at] -= mean;
        }

        return new Fingerprint(WordOf(cells), cells);
    }

    /// <summary>True when the pictures differ by no more than compression, scaling or a shift of brightness does.</summary>
    public bool IsNear(Fingerprint other)
    {
        if (BitOperations.PopCount(Word ^ other.Word) > MostBits)
        {
            return false;
        }

        for (var at = 0; at < _cells.Length; at++)
        {
            if (!(Math.Abs(_cells[at] - other._cells[at]) <= MostGrey))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong WordOf(float[] cells)
    {
        // Rows first, then columns: the transform falls apart into both.
        var rows = new double[Side, Waves];
        for (var y = 0; y < Side; y++)
        {
            for (var wave = 0; wave < Waves; wave++)
            {
                for (var x = 0; x < Side; x++)
                {
                    rows[y, wave] += cells[(y * Side) + x] * Cosines[wave, x];
                }
            }
        }

        var waves = new double[Waves * Waves];
        for (var at = 0; at < waves.Length; at++)
        {
            for (var y = 0; y < Side; y++)
            {
                waves[at] += rows[y, at % Waves] * Cosines[at / Waves, y];
            }

            waves[at] = Math.Abs(waves[at]) < Still ? 0 : waves[at];
        }

        var median = waves.Skip(1).Order().ElementAt((waves.Length - 1) / 2);
        var word = 0UL;
        for (var at = 1; at < waves.Length; at++)
        {
            word |= waves[at] > median ? 1UL << at : 0;
        }

        return word;
    }

    private static double[,] Basis()
    {
        var basis = new double[Waves, Side];
        for (var wave = 0; wave < Waves; wave++)
        {
            for (var at = 0; at < Side; at++)
            {
                basis[wave, at] = Math.Sqrt(2.0 / Side) * Math.Cos(Math.PI * wave * ((2 * at) + 1) / (2 * Side));
            }
        }

        return basis;
    }
}
