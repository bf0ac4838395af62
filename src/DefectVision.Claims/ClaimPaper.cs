using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Letters;

namespace DefectVision.Claims;

/// <summary>Writes everything that a claim consists of: letters as DOCX and HTML in English and Chinese, deadlines.ics, claim.json.</summary>
public static class ClaimPaper
{
    /// <summary>The folder of these files in the inspection's folder. What lies in its sub-folder <c>internal</c> is the buyer's own and goes into no packet.</summary>
    public const string FolderName = "claim";

    /// <summary>Replaces the claim that lies in the folder.</summary>
    /// <returns>Names of the files, in ordinal order.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static IReadOnlyList<string> Write(Claim claim, string inspectionFolder)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["internal/claim.json"] = ClaimJson.Write(claim),
            ["internal/deadlines.ics"] = CalendarFile.Write(claim.Deadlines, claim.Record.Name, claim.Record.AsOf, deadline => Summary(claim, deadline)),
        };
        foreach (var letter in LetterTexts.Languages.SelectMany(language => LetterBuilder.All(claim, LetterTexts.In(language))))
        {
            files[$"{letter.Name}.{letter.Language}.docx"] = LetterDocx.Write(letter, claim.Record.AsOf);
            files[$"{letter.Name}.{letter.Language}.html"] = LetterHtml.Write(letter);
        }

        // Beside its place first: a full disk leaves the earlier claim as it was.
        var folder = Path.Combine(inspectionFolder, FolderName);
        var unfinished = folder + ".part";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(Path.Combine(unfinished, "internal"));
        foreach (var (name, bytes) in files)
            File.WriteAllBytes(Path.Combine(unfinished, name), bytes);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(unfinished, folder);
        return [.. files.Keys];
    }

    /// <summary>Words of a key, for an answer on the terminal or a report.</summary>
    /// <param name="language">en or zh.</param>
    public static string Word(string key, string language = "en") => language == "en" ? English.Word(key) : LetterTexts.In(language).Word(key);

    /// <summary>As claim.json and the keys of words name a value: late_delivery.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => LetterFields.Code(value);

    private static LetterTexts English { get; } = LetterTexts.In("en");

    private static string Summary(Claim claim, Deadline deadline)
    {
        var order = claim.Record.Agreement.PurchaseOrder ?? claim.Record.Name;
        return $"{order}: {English.Word("deadline." + LetterFields.Code(deadline.Kind))}{(deadline.Lot is { } lot ? " " + lot : string.Empty)}";
    }
}
