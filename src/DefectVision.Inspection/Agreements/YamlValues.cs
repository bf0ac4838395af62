using System.Globalization;
using DefectVision.Inspection.Imported;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Values of an agreement, each right or an error with line and column; keys that nobody reads are named.</summary>
/// <param name="name">Of the file.</param>
internal sealed class YamlValues(string name)
{
    private readonly List<string> _unread = [];
    private readonly SortedDictionary<(long Line, long Column), AgreementException> _faults = [];

    /// <summary>As "line 12: currency".</summary>
    public IReadOnlyList<string> Unread => _unread;

    public string Text(YamlNode node, string key) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : Refuse(node, $"{key} without a value", "text or a number", string.Empty);

    /// <summary>Goes on with something else in place of a wrong value, so that all wrong values are found; <see cref="Settle"/> names them.</summary>
    public T Refuse<T>(YamlNode node, string found, string wanted, T instead)
    {
        _faults.TryAdd((node.Start.Line, node.Start.Column), Wrong(node, found, wanted));
        return instead;
    }

    /// <summary>Runs what reads a part, and goes on where it is wrong.</summary>
    public T Within<T>(YamlNode node, T instead, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AgreementException fault)
        {
            _faults.TryAdd((node.Start.Line, node.Start.Column), fault);
            return instead;
        }
    }

    /// <exception cref="AgreementException">There are wrong values; it names each, in the order of the file.</exception>
    public void Settle()
    {
        if (_faults.Count > 0)
        {
            throw new AgreementException(string.Join('\n', _faults.Values.Select(fault => fault.Message)), _faults.Values.First());
        }
    }

    /// <summary>True for a key that stands there without a value: it says nothing.</summary>
    public static bool IsBlank(YamlNode node) => node is YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain };

    public decimal Price(YamlNode node, string key) => Decimal(node, key, "a price such as 12.50, without separators or currency");

    public decimal Percent(YamlNode node, string key)
    {
        const string Wanted = "percent such as 2.5, from 0 to 100";
        var percent = Decimal(node, key, Wanted);
        return percent <= 100 ? percent : Refuse(node, $"{key} '{Text(node, key)}'", Wanted, percent);
    }

    public int Days(YamlNode node, string key) =>
        int.TryParse(Text(node, key), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 10_000
            ? days
            : Refuse(node, $"{key} '{Text(node, key)}'", "a whole number from 1 to 10000", 1);

    public long Count(YamlNode node, string key) =>
        long.TryParse(Text(node, key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1
            ? count
            : Refuse(node, $"{key} '{Text(node, key)}'", "a whole number, 1 or more, without separators", 1L);

    public DateOnly Date(YamlNode node, string key) => WrittenMoment.Read(Text(node, key)) switch
    {
        [{ IsSerial: false } only] => DateOnly.FromDateTime(only.Local),
        [var one, var other] => Refuse(node, $"{key} '{Text(node, key)}', which is {one.Day} or {other.Day}", $"a date with one reading, such as {one.Day}", DateOnly.MinValue),
        _ => Refuse(node, $"{key} '{Text(node, key)}'", "a date such as 2026-11-24", DateOnly.MinValue),
    };

    public bool YesOrNo(YamlNode node, string key) => Text(node, key).ToLowerInvariant() switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        var found => Refuse(node, $"{key} '{found}'", "yes or no", false),
    };

    public T One<T>(string text, YamlNode node, string what)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(known => Word(known).Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<T?>().FirstOrDefault()
            ?? Refuse(node, $"{what} '{text}'", string.Join(", ", Enum.GetValues<T>().Select(Word)), default(T));

    /// <summary>The entries of a map; those without a value are left out, but for numbers: "12,000" in braces reads as 12 and a key 000.</summary>
    /// <param name="areNames">Its keys are names that the buyer gives: any of them may stand without a value.</param>
    public IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node, string what, bool areNames = false) =>
        node is YamlMappingNode map
            ? map.Children
                .Select(entry => (Key: entry.Key is YamlScalarNode { Value: { Length: > 0 } key } ? key : throw Wrong(entry.Key, "an empty key", "a name"), entry.Value))
                .Select(entry => !areNames && map.Style == MappingStyle.Flow && IsBlank(entry.Value) && IsText(entry.Key)
                    ? Refuse(entry.Value, $"'{entry.Key}' in braces, without a value", "text that holds a comma in quotes, such as \"Supplier Co., Ltd.\"", entry) : entry)
                .Where(entry => !IsBlank(entry.Value) || entry.Key.All(char.IsAsciiDigit))
            : throw Wrong(node, $"{what} that is not a list of 'key: value'", "'key: value' lines");

    // What stands after a comma of unquoted text: "name: Supplier Co., Ltd." in braces reads as a name and a key "Ltd.". Keys of ours are small letters, and numbers are told elsewhere.
    private static bool IsText(string key) => !key.All(char.IsAsciiDigit) && key.Any(letter => !(letter is >= 'a' and <= 'z' or '_' or '+'));

    public IEnumerable<YamlNode> Items(YamlNode node, string what) =>
        node is YamlSequenceNode list ? list.Children : throw Wrong(node, $"{what} that is not a list", "a list such as [refund, replacement]");

    /// <summary>One text, or a list of texts.</summary>
    public IReadOnlyList<string> Texts(YamlNode node, string what) =>
        node is YamlSequenceNode list ? [.. list.Children.Select(item => Text(item, what))] : [Text(node, what)];

    public SortedDictionary<string, T> Map<T>(YamlNode node, string what, Func<string, YamlNode, T> read)
    {
        var map = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(node, what, areNames: true))
        {
            if (Within(value, (false, default(T)!), () => (true, read(key, value))) is (true, var known))
            {
                map[key] = known;
            }
        }

        return map;
    }

    // "size: 12,000" in braces reads as a size of 12 and a key 000: a number is no key.
    public void NotReadWithin(string place, string key, YamlNode value)
    {
        if (key.All(char.IsAsciiDigit))
        {
            throw Wrong(value, $"{place}.{key}, a number where a key should stand", "numbers without separators, such as 12000");
        }

        NotRead($"{place}.{key}", value);
    }

    public void NotRead(string key, YamlNode value) =>
        _unread.Add(string.Create(CultureInfo.InvariantCulture, $"line {value.Start.Line}: {key}"));

    public AgreementException Wrong(YamlNode node, string found, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}({node.Start.Line},{node.Start.Column}): found {found}, wanted {wanted}"));

    private decimal Decimal(YamlNode node, string key, string wanted) =>
        decimal.TryParse(Text(node, key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : Refuse(node, $"{key} '{Text(node, key)}'", wanted, 0m);

    private static string Word<T>(T value)
        where T : struct, Enum => new Word(value).ToString();
}
