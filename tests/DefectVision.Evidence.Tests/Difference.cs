using System.Collections;
using System.Globalization;
using System.Reflection;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Where two things differ, however deep: in lists, in public properties, in the words of a sentence and in what fills it.
/// </summary>
internal static class Difference
{
    private const int Deepest = 40;

    /// <param name="one">Of any type.</param>
    /// <param name="other">Held against it.</param>
    /// <param name="at">The way to them, for the answer.</param>
    public static IEnumerable<string> Between(object? one, object? other, string at = "", int depth = 0)
    {
        Assert.True(depth < Deepest, $"{at}: a circle");
        return (one, other) switch
        {
            (null, null) => [],
            (null, _) or (_, null) => [$"{at}: {one ?? "null"} and {other ?? "null"}"],
            (FormattableString first, FormattableString second) => OfWords(first, second, at)
                .Concat(OfLists([.. first.GetArguments().Select(Kind)], [.. second.GetArguments().Select(Kind)], $"{at}{{}}", depth)),
            (int or long, int or long) => OfValues(Whole(one), Whole(other), at),
            (decimal first, decimal second) => OfValues(Digits(first), Digits(second), at),
            (string, _) or (_, string) => OfValues(one, other, at),
            (IEnumerable first, IEnumerable second) => OfLists([.. first.Cast<object?>()], [.. second.Cast<object?>()], at, depth),
            _ when one.GetType() != other.GetType() => [$"{at}: {one.GetType().Name} and {other.GetType().Name}"],
            _ when IsValue(one.GetType()) => OfValues(one, other, at),
            _ => one.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Between(property.GetValue(one), property.GetValue(other), $"{at}.{property.Name}", depth + 1)),
        };
    }

    private static IEnumerable<string> OfWords(FormattableString one, FormattableString other, string at) =>
        OfValues(one.Format, other.Format, at).Concat(OfValues(one.ArgumentCount, other.ArgumentCount, at));

    // What takes no format and no language, such as an AQL, fills a sentence by its text alone.
    private static object Kind(object? argument) =>
        argument is IFormattable or Word or Names ? argument : argument?.ToString() ?? string.Empty;

    private static IEnumerable<string> OfLists(List<object?> one, List<object?> other, string at, int depth) =>
        one.Count != other.Count
            ? [$"{at}: {one.Count} and {other.Count} of them"]
            : one.Zip(other).SelectMany((pair, number) => Between(pair.First, pair.Second, $"{at}[{number}]", depth + 1));

    private static string[] OfValues(object one, object other, string at) =>
        Equals(one, other) ? [] : [$"{at}: {one.GetType().Name} '{one}' and {other.GetType().Name} '{other}'"];

    private static long Whole(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static string Digits(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsValue(Type type) =>
        (type.IsValueType || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal);
}
