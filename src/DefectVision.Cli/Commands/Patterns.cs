using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace DefectVision.Cli.Commands;

/// <summary>Regular expressions that a person types.</summary>
internal static class Patterns
{
    /// <summary>How long a match may take: file names are short.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Check(OptionResult result, string option)
    {
        if (result.GetValueOrDefault<string?>() is not { } pattern)
        {
            return;
        }

        try
        {
            _ = Regex.Match(string.Empty, pattern, RegexOptions.None, Patience);
        }
        catch (ArgumentException fault)
        {
            result.AddError($"{option}: found '{pattern}', wanted a regular expression ({fault.Message})");
        }
    }
}
