namespace DefectVision.Pipeline.Intake;

/// <summary>One line of a list.</summary>
public sealed class CsvLine(string file, int number, string[] header, string[] fields)
{
    /// <summary>In the file, 1 is the first.</summary>
    public int Number => number;

    /// <summary>The field of a column; empty where the line or the list has none.</summary>
    public string this[string column] => Array.IndexOf(header, column) is var at and >= 0 && at < fields.Length ? fields[at] : string.Empty;

    /// <summary>The field of a column that must not be empty.</summary>
    /// <exception cref="IntakeException">It is.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } field ? field : throw Wrong($"an empty {column}", "one");

    /// <summary>An error that names file and line.</summary>
    public IntakeException Wrong(string found, string wanted) => new(FormattableString.Invariant($"{file}({number}): found {found}, wanted {wanted}"));
}
