using System.Globalization;
using System.Text;

namespace DefectVision.Evidence.Packets;

/// <summary>Paths that every file system, archive and checksum tool takes as they are. Letters of any script stay.</summary>
internal sealed class SafePath
{
    private const int MostBytes = 120;
    private const string Forbidden = "<>:\"|?*\\/";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A path that no other call on this object was given, also where letters differ in case only.</summary>
    /// <param name="parts">From the outermost folder to the file.</param>
    public string Of(IEnumerable<string> parts)
    {
        var path = string.Join('/', parts.Select(Part));
        var dot = path.LastIndexOf('.') is var found && found > path.LastIndexOf('/') + 1 ? found : path.Length;
        var free = path;
        for (var copy = 2; !_taken.Add(free.Normalize()); copy++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{path[..dot]}~{copy}{path[dot..]}");
        }

        return free;
    }

    private static string Part(string part)
    {
        var safe = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        var text = Clip(safe.ToString()).TrimEnd('.', ' ').TrimStart(' ');
        return text.Length == 0 || text[0] is '-' or '~' || Devices.Contains(text.Split('.')[0]) ? "_" + text : text;
    }

    private static bool IsSafe(Rune rune) =>
        rune != Rune.ReplacementChar
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    // Shortened before its ending, which says what the file is.
    private static string Clip(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes)
        {
            return text;
        }

        var ending = Path.GetExtension(text) is { Length: <= 8 } known ? known : "";
        var kept = new StringBuilder();
        var bytes = Encoding.UTF8.GetByteCount(ending);
        foreach (var rune in text[..^ending.Length].EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append(ending).ToString();
    }
}
