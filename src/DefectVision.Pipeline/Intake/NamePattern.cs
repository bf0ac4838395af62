using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>A regular expression that a person wrote, to find the parts of a file's name.</summary>
public static class NamePattern
{
    // Names are short: a match that takes longer never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads names alike on a machine of any culture; a match takes a second at most.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patience);
}
