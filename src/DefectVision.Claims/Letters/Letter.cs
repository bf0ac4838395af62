using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Letters;

/// <summary>A piece of a line; a blank is a place that nobody filled, with the name of what belongs there.</summary>
internal sealed record LetterRun(string Text, bool IsBlank);

/// <summary>A part of a letter.</summary>
internal abstract record LetterBlock;

/// <summary>A heading; level 1 is the letter's own.</summary>
internal sealed record LetterHeading(int Level, IReadOnlyList<LetterRun> Runs) : LetterBlock;

internal sealed record LetterParagraph(IReadOnlyList<LetterRun> Runs) : LetterBlock;

internal sealed record LetterBullet(IReadOnlyList<LetterRun> Runs) : LetterBlock;

/// <summary>The first row is the head.</summary>
internal sealed record LetterTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<LetterRun>>> Rows) : LetterBlock;

/// <summary>A letter, before it is a file.</summary>
/// <param name="Name">Of its files, such as first-notice, or internal/post-mortem for one that stays with the buyer.</param>
/// <param name="Language">In which it is written.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Blocks">In order.</param>
internal sealed record Letter(string Name, LanguagePack Language, string Title, IReadOnlyList<LetterBlock> Blocks)
{
    /// <summary>It stays with the buyer and goes into no packet.</summary>
    public bool IsInternal => Name.StartsWith("internal/", StringComparison.Ordinal);

    /// <summary>Names of the blanks, each once.</summary>
    public IReadOnlyList<string> Blanks { get; } = [.. Blocks.SelectMany(RunsOf).Where(run => run.IsBlank).Select(run => run.Text).Distinct()];

    private static IEnumerable<LetterRun> RunsOf(LetterBlock block) => block switch
    {
        LetterHeading heading => heading.Runs,
        LetterParagraph paragraph => paragraph.Runs,
        LetterBullet bullet => bullet.Runs,
        LetterTable table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
        _ => [],
    };
}
