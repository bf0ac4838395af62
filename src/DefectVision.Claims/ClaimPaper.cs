using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Letters;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims;

/// <summary>Writes everything that a claim consists of: letters as DOCX and HTML in every language, deadlines.ics, claim.json.</summary>
public static class ClaimPaper
{
    /// <summary>The folder of these files in the inspection's folder. What lies in its sub-folder <c>internal</c> is the buyer's own and goes into no packet.</summary>
    public const string FolderName = "claim";

    private const string RecordName = "post-mortem";
    private const string RecordLetter = "internal/" + RecordName;

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
            ["internal/deadlines.ics"] = CalendarFile.Write(claim.Deadlines, claim.Record.Name, claim.Record.AsOf, deadline => Summary(claim, deadline), In(null).Lacking),
        };
        foreach (var letter in Texts.Values.SelectMany(texts => LetterBuilder.All(claim, texts)))
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

    /// <summary>Writes the record of a case (DOCX and HTML, in every language): what was found, asked and agreed, and what was learned. It replaces one that lies there.</summary>
    /// <param name="claim">With its story in its facts.</param>
    /// <param name="folder">Full path; made when absent.</param>
    /// <returns>Names of the files, in ordinal order.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> WriteRecord(Claim claim, string folder)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Directory.CreateDirectory(folder);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var letter in Texts.Values.Select(texts => LetterBuilder.One(RecordLetter, claim, texts)))
        {
            files[$"{RecordName}.{letter.Language}.docx"] = LetterDocx.Write(letter, claim.Record.AsOf);
            files[$"{RecordName}.{letter.Language}.html"] = LetterHtml.Write(letter);
        }

        // All beside their places first: a full disk leaves the earlier ones as they were.
        foreach (var (name, bytes) in files)
            File.WriteAllBytes(Path.Combine(folder, name + ".part"), bytes);
        foreach (var name in files.Keys)
            File.Move(Path.Combine(folder, name + ".part"), Path.Combine(folder, name), overwrite: true);
        return [.. files.Keys];
    }

    /// <summary>Words of a key, for an answer on the terminal or a report.</summary>
    /// <param name="language">English when null.</param>
    /// <exception cref="InvalidOperationException">No word stands for it.</exception>
    public static string Word(string key, LanguagePack? language = null) => In(language).Word(key);

    /// <summary>The sum behind an amount, in digits and words; empty when there is no amount.</summary>
    /// <param name="line">Of a claim.</param>
    /// <param name="language">English when null.</param>
    public static string Basis(AmountLine line, LanguagePack? language = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        return In(language).Filled(line.Sum);
    }

    /// <summary>The last day of a deadline, with the hour where it is known; null without a date.</summary>
    public static string? By(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return DeadlineWords.By(deadline);
    }

    /// <summary>How a deadline was counted and from what.</summary>
    /// <param name="deadline">Of a claim.</param>
    /// <param name="language">English when null.</param>
    public static string Counted(Deadline deadline, LanguagePack? language = null)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return DeadlineWords.Counted(deadline, In(language), DeadlineWords.ByNumber);
    }

    /// <summary>What a date was counted without: fields of the agreement, holidays of a year; null when nothing is missing.</summary>
    /// <param name="deadline">Of a claim.</param>
    /// <param name="language">English when null.</param>
    public static string? CountedWithout(Deadline deadline, LanguagePack? language = null)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return DeadlineWords.Without(deadline, In(language));
    }

    /// <summary>Why an amount or a date is not known, in words: what the agreement does not say, and what else is lacking.</summary>
    /// <param name="fields">Of a line or a deadline.</param>
    /// <param name="language">English when null.</param>
    public static string Lacking(IReadOnlyList<string> fields, LanguagePack? language = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var texts = In(language);
        var unsaid = fields.Where(field => field != AmountLine.GuaranteedBound).Select(texts.Lacking).ToList();
        return string.Join(
            texts.Word("clause_separator"),
            new[]
            {
                unsaid.Count > 0 ? texts.Say("not_said", ("list", texts.List(unsaid))) : null,
                unsaid.Count < fields.Count ? texts.Lacking(AmountLine.GuaranteedBound) : null,
            }.OfType<string>());
    }

    /// <summary>What a remedy rests on; a clause without a number is named in brackets.</summary>
    /// <param name="ground">Of a remedy.</param>
    /// <param name="language">English when null.</param>
    public static string Ground(RemedyGround ground, LanguagePack? language = null)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return string.Concat(GroundWords.Runs(ground, In(language)).Select(run => run.IsBlank ? $"[{run.Text}]" : run.Text));
    }

    /// <summary>As claim.json and the keys of words name a value: late_delivery.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => LetterFields.Code(value);

    private static LetterTexts In(LanguagePack? language) => Texts[language ?? LanguagePack.English];

    private static IReadOnlyDictionary<LanguagePack, LetterTexts> Texts { get; } = LanguagePack.All.ToDictionary(language => language, LetterTexts.In);

    private static string Summary(Claim claim, Deadline deadline)
    {
        var order = claim.Record.Agreement.PurchaseOrder ?? claim.Record.Name;
        return $"{order}: {DeadlineWords.What(deadline, In(null))}";
    }
}
