namespace DefectVision.Pipeline.Intake;

/// <summary>A line of a list that cannot be taken in.</summary>
/// <param name="File">Name of the list.</param>
/// <param name="Line">In the file, 1 is the first.</param>
/// <param name="Column">As the header calls it; null where the line as a whole is wrong.</param>
/// <param name="Found">What was found.</param>
/// <param name="Wanted">What would be right.</param>
public sealed record WrongLine(string File, int Line, string? Column, string Found, string Wanted)
{
    private const int MostLetters = 160;

    /// <summary>Where it is: confirmed.csv(3, time).</summary>
    public string Place => FormattableString.Invariant($"{File}({Line}{(Column is null ? string.Empty : ", " + Column)})");

    public override string ToString() => $"{Place}: found {Cut(Found, MostLetters)}, wanted {Wanted}";

    /// <summary>A text that nobody vouches for, in one line and no longer than a reader can take in.</summary>
    public static string Cut(string text, int most)
    {
        var line = string.Concat(text.Take(most + 1).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= most ? line : $"{line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)]}…";
    }
}
