using System.Globalization;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>One line of a list.</summary>
/// <param name="table">The list.</param>
/// <param name="number">In the file, 1 is the first.</param>
/// <param name="fields">In the order of the columns; a short line has fewer.</param>
public sealed class CsvLine(CsvTable table, int number, string[] fields)
{
    private const int MostLettersOfCell = 60;

    private static readonly string[] NamesOfClass = ["defect_class", "defect", "defect_type", "class"];

    /// <summary>In the file, 1 is the first.</summary>
    public int Number => number;

    /// <summary>The field of a column; empty where the line or the list has none.</summary>
    public string this[string column] => table.At(column) is var at and >= 0 && at < fields.Length ? fields[at] : string.Empty;

    /// <summary>The name of the list.</summary>
    internal string List => table.Name;

    /// <summary>All fields, in the order of the columns.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The field of a column that must not be empty.</summary>
    /// <exception cref="IntakeException">It is.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } field ? field : throw Wrong($"an empty {column}", "one", column);

    /// <summary>An error that names file, line and column.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="wanted">What would be right.</param>
    /// <param name="column">Null where the line as a whole is wrong.</param>
    public IntakeException Wrong(string found, string wanted, string? column = null) => new(new WrongLine(table.Name, number, column, found, wanted));

    /// <summary>The field of a column; null where it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } field ? field : null;

    /// <summary>The class of defect that the line names, in a column defect_class, else defect, defect_type or class; null where none does.</summary>
    internal string? DefectClass => NamesOfClass.Select(Optional).FirstOrDefault(named => named is not null);

    /// <summary>A word of an enumeration, in any case; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is another word.</exception>
    public T? Word<T>(string column)
        where T : struct, Enum =>
        Optional(column) is not { } word ? null
        : Enum.GetNames<T>().FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known ? Enum.Parse<T>(known)
        : throw WrongCell(column, $"one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");

    /// <summary>A word that says one of two things, in English, Chinese or German; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It says neither.</exception>
    internal bool? Word(string column, TradeWords words) =>
        Optional(column) is not { } word ? null : words.Read(word) ?? throw WrongCell(column, words.Wanted);

    /// <summary>Yes or no; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is neither.</exception>
    public bool? YesOrNo(string column) => Word(column, TradeWords.YesOrNo);

    /// <summary>A day; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is none, or could be two.</exception>
    public DateOnly? Day(string column) => Moment(column, "a day such as 2026-11-24") is { } moment ? DateOnly.FromDateTime(moment.Local) : null;

    /// <summary>A day with or without a time; null where the field is empty.</summary>
    /// <param name="column">Its other cells may say whether the day or the month comes first.</param>
    /// <param name="wanted">For the error.</param>
    /// <exception cref="IntakeException">It is none, or could be two.</exception>
    internal WrittenMoment? Moment(string column, string wanted)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        var readings = WrittenMoment.Read(text);
        return readings switch
        {
            [var only] => only,
            [var dayFirst, var monthFirst] => table.OrderOfDays(column) switch
            {
                DayOrder.DayFirst => dayFirst,
                DayOrder.MonthFirst => monthFirst,
                _ => throw Wrong($"{column} '{Cut(text)}', which is {dayFirst.Day} or {monthFirst.Day}", $"a date with one reading, such as {dayFirst.Day}", column),
            },
            _ => throw WrongCell(column, wanted),
        };
    }

    /// <summary>A decimal number without a unit; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is none, or could be two, or is too large to reckon with.</exception>
    public decimal? Measure(string column) => Quantity(column) switch
    {
        null => null,
        { Unit: null } quantity => quantity.Value,
        _ => throw WrongCell(column, "a number without a unit, such as 12.5"),
    };

    /// <summary>A number with or without a unit; null where the field is empty.</summary>
    /// <exception cref="IntakeException">It is none, or could be two, or is too large to reckon with.</exception>
    internal Quantity? Quantity(string column) => Optional(column) is { } text ? Quantity(column, text) : null;

    /// <summary>A part of a field as a number with or without a unit.</summary>
    /// <exception cref="IntakeException">It is none, or could be two, or is too large to reckon with.</exception>
    internal Quantity Quantity(string column, string text) => Intake.Quantity.Read(text, table.Numbers) switch
    {
        [var only] => only,
        [var one, var other] => throw Wrong(
            string.Create(CultureInfo.InvariantCulture, $"{column} '{Cut(text)}', which is {one.Value} or {other.Value}"), "a number with one reading, with a point and without separators", column),
        _ => throw Wrong($"{column} '{Cut(text)}'", "a number such as 12.5, 12 1/2 or 12.5 cm", column),
    };

    /// <summary>An error for a field that is wrong as it is.</summary>
    internal IntakeException WrongCell(string column, string wanted) => Wrong($"{column} '{Cut(this[column])}'", wanted, column);

    internal static string Cut(string cell) => WrongLine.Cut(cell, MostLettersOfCell);
}
