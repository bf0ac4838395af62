using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging;

/// <summary>What a photo's EXIF says of its making (EXIF 2.32). Whoever holds the file can write there what he likes.</summary>
/// <param name="CapturedAt">Local time, ISO 8601, with its offset from UTC where the camera wrote one; null when not recorded.</param>
/// <param name="Device">Maker and model; null when not recorded.</param>
public sealed record CaptureFacts(string? CapturedAt, string? Device)
{
    /// <summary>The program that wrote the file; null when not recorded. Cameras write their own version here, editors their name.</summary>
    public string? Software { get; init; }

    /// <param name="file">All bytes of the file; anything without readable EXIF gives nulls.</param>
    public static CaptureFacts Of(ReadOnlySpan<byte> file)
    {
        var exif = Exif.Of(file);
        var (maker, model) = (exif.Maker, exif.Model);
        var device = model is null || maker is null || model.StartsWith(maker, StringComparison.OrdinalIgnoreCase) ? model ?? maker : $"{maker} {model}";
        return new CaptureFacts(Time(exif), device) { Software = exif.Software };
    }

    // "2026:11:20 09:30:00", and "+08:00" beside it.
    private static string? Time(Exif exif) =>
        exif.Taken is { Length: 19 } text
            && DateTime.TryParseExact(text, "yyyy':'MM':'dd HH':'mm':'ss", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + (exif.TakenOffset is { Length: 6 } offset ? offset : "")
            : null;
}
