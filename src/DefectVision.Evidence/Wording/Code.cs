using DefectVision.Inspection;

namespace DefectVision.Evidence.Wording;

/// <summary>The words of the enumerations as machines read them (snake_case).</summary>
internal static class Code
{
    public static string Of<T>(T value)
        where T : struct, Enum => new Word(value).Code;

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;
}
