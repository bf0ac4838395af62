using System.Security.Cryptography;
using System.Text;
using DefectVision.Imaging;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels.Answered;

/// <summary>Names of files and folders that no system refuses and no two things share: letters and digits of any script, '-', '_', and blanks within a class.</summary>
internal static class SafeName
{
    private const int MostOfPart = 24;
    private const int MostOfClass = 60;
    private const int DigitsOfPhoto = 16;
    private const int DigitsOfClass = 8;

    private static readonly HashSet<string> Devices = new(
        [.. new[] { "CON", "PRN", "AUX", "NUL" }, .. Enumerable.Range(0, 10).SelectMany(number => new[] { FormattableString.Invariant($"COM{number}"), FormattableString.Invariant($"LPT{number}") })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What a person knows it by, then the beginning of its SHA-256.</summary>
    /// <param name="format">Of its content, for a name without the ending of a photo.</param>
    public static string OfPhoto(PhotoOrigin origin, string source, string sha256, PhotoFormat format)
    {
        var ending = PhotoName.PromisesPhoto(source) ? Path.GetExtension(source).ToLowerInvariant() : $".{format.ToString().ToLowerInvariant()}";
        string[] parts = [AnswerLine.NameOf(origin.Lot), origin.Item, origin.View];
        return string.Join('_', [.. parts.Select(part => Plain(part, MostOfPart)).Where(part => part.Length > 0), sha256[..DigitsOfPhoto]]) + ending;
    }

    /// <summary>Of a class: itself where that is safe, else what is safe of it with a digest of the whole.</summary>
    public static string OfClass(string label)
    {
        var isSafe = label == Plain(label, MostOfClass, keepsBlanks: true) && !Devices.Contains(label) && !FolderLayout.IsNoClass(label) && !Undecided.Is(label);
        return isSafe ? label
            : $"{Plain(label, MostOfClass - DigitsOfClass - 1, keepsBlanks: true)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label)))[..DigitsOfClass]}".TrimStart('-');
    }

    private static string Plain(string text, int most, bool keepsBlanks = false)
    {
        var plain = new StringBuilder();
        foreach (var letter in text)
        {
            plain.Append(char.IsLetterOrDigit(letter) || letter is '-' or '_' || (keepsBlanks && letter == ' ') ? letter : '-');
        }

        var whole = plain.ToString().Normalize();
        return (whole.Length > most ? whole[..most] : whole).Trim('-', ' ', '_');
    }
}
