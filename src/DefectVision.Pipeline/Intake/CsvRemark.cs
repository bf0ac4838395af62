namespace DefectVision.Pipeline.Intake;

/// <summary>A line of a list that begins with '#'.</summary>
/// <param name="Number">In the file, 1 is the first.</param>
/// <param name="Text">The whole line.</param>
public sealed record CsvRemark(int Number, string Text)
{
    /// <summary>What stands before the first ':', in lower case; empty where there is none.</summary>
    public string Key => At < 0 ? string.Empty : Text[1..At].Trim().ToLowerInvariant();

    /// <summary>What stands after it; a spreadsheet fills the line up with separators, which are taken off.</summary>
    public string Value => At < 0 ? string.Empty : Text[(At + 1)..].TrimEnd(',', ';', ' ').Trim();

    private int At => Text.IndexOf(':', StringComparison.Ordinal);
}
