using System.Text.Json;

namespace DefectVision.Evidence.Wording;

/// <summary>The words of the enumerations as machines read them (snake_case) and as people do (the same with blanks).</summary>
internal static class Code
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;

    public static string Words<T>(T value)
        where T : struct, Enum => Of(value).Replace('_', ' ');
}
