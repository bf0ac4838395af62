using System.Globalization;

namespace DefectVision.Pipeline.Intake;

/// <summary>One line of a list.</summary>
public sealed class CsvLine(string file, int number, string[] header, string[] fields)
{
    /// <summary>Sums and differences of smaller numbers stay exact.</summary>
    private const decimal Largest = 1e12m;

    /// <summary>In the file, 1 is the first.</summary>
    public int Number => number;

    /// <summary>The field of a column; empty where the line or the list has none.</summary>
    public string this[string column] => Array.IndexOf(header, column) is var at and >= 0 && at < fields.Length ? fields[at] : string.Empty;

    /// <summary>The field of a column that must not be empty.</summary>
    /// <exception cref="IntakeException">It is.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } field ? field : throw Wrong($"an empty {column}", "one");

    /// <summary>An error that names file and line.</summary>
    public IntakeException Wrong(string found, string wanted) => new(FormattableString.Invariant($"{file}({number}): found {found}, wanted {wanted}"));

    /// <summary>The field of a column; null where it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } field ? field : null;

    /// <summary>A word of an enumeration, in any case; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is another word.</exception>
    public T? Word<T>(string column)
        where T : struct, Enum =>
        Optional(column) is not { } word ? null
        : Enum.GetNames<T>().FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse<T>(known)
        : throw Wrong($"{column} '{word}'", $"one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");

    /// <summary>A day as 2026-11-24; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is no such day.</exception>
    public DateOnly? Day(string column) =>
        Optional(column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong($"{column} '{text}'", "a day such as 2026-11-24");

    /// <summary>Yes or no; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is neither.</exception>
    public bool? YesOrNo(string column) => Optional(column)?.ToLowerInvariant() switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        var found => throw Wrong($"{column} '{found}'", "yes or no"),
    };

    /// <summary>A decimal number; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is none, or too large to reckon with.</exception>
    public decimal? Measure(string column) => Optional(column) is { } text ? Measure(column, text) : null;

    /// <summary>A part of a field as a decimal number.</summary>
    /// <exception cref="IntakeException">It is none, or too large to reckon with.</exception>
    internal decimal Measure(string column, string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest
            ? number
            : throw Wrong($"{column} '{text}'", "a number such as 12.5, with a point and without separators or unit");
}
