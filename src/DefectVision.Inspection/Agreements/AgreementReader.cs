using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Statistics.Sampling;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Reads <c>agreement.yaml</c>. Every value that is there must be right; what is not there stays null; what is not read is named.</summary>
public sealed class AgreementReader
{
    /// <summary>Far deeper than any agreement: document, map, map, list.</summary>
    private const int DeepestNesting = 32;

    private readonly string _name;
    private readonly List<string> _unread = [];

    private AgreementReader(string name) => _name = name;

    /// <param name="yaml">The file's bytes.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <exception cref="AgreementException">Broken YAML or a wrong value, with line and column.</exception>
    public static Agreement Read(byte[] yaml, string name) =>
        new AgreementReader(name).Parse(yaml) with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(yaml)), FileName = name };

    private Agreement Parse(byte[] yaml)
    {
        var stream = Load(yaml);
        if (stream.Documents.Count == 0)
        {
            return Agreement.None;
        }

        if (stream.Documents.Count > 1)
        {
            throw Wrong(stream.Documents[1].RootNode, "a second document after '---'", "one");
        }

        var agreement = Agreement.None;
        foreach (var (key, value) in Entries(stream.Documents[0].RootNode, "the agreement"))
        {
            agreement = key switch
            {
                "purchase_order" => agreement with { PurchaseOrder = Text(value, key) },
                "product" => agreement with { Product = Text(value, key) },
                "supplier" => agreement with { Supplier = Text(value, key) },
                "buyer" => agreement with { Buyer = Text(value, key) },
                "standard" => agreement with { Standard = Standard(value) },
                "inspection_level" => agreement with { InspectionLevel = Level(value) },
                "sampling" => agreement with { Sampling = Sampling(value) },
                "unit_price" => agreement with { UnitPrice = Price(value, key) },
                "currency" => agreement with { Currency = Currency(value) },
                "aql" => agreement with { Limits = Limits(value) },
                "lots" => agreement with { Lots = Map(value, key, AgreedLotOf) },
                "classes" => agreement with { Classes = Map(value, key, AgreedClassOf) },
                _ => NotRead(agreement, key, value),
            };
        }

        return agreement with { Unread = _unread };
    }

    private YamlStream Load(byte[] yaml)
    {
        var stream = new YamlStream();
        Parser? parser = null;
        try
        {
            using var decoder = new StreamReader(new MemoryStream(yaml), new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = decoder.ReadToEnd();
            parser = new Parser(new StringReader(text));
            CheckDepth(parser);
            parser = new Parser(new StringReader(text));
            stream.Load(parser);
            return stream;
        }
        catch (YamlException fault)
        {
            throw Broken(fault.Start, fault.Message, fault);
        }
        catch (InvalidOperationException fault)
        {
            // The library's scanner gives up in this way on some unclosed brackets; the last token it passed is the nearest place.
            throw Broken(parser?.Current?.End ?? Mark.Empty, "the text ends or breaks off within a bracket", fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw new AgreementException($"{_name}(1,1): found bytes that are not UTF-8, wanted UTF-8 text", fault);
        }
    }

    // The library builds nested nodes by recursion, and a stack that overflows cannot be caught.
    private void CheckDepth(Parser parser)
    {
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new AgreementException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_name}({parser.Current.Start.Line},{parser.Current.Start.Column}): found lists within lists deeper than {DeepestNesting}, wanted an agreement"));
            }
        }
    }

    private AgreementException Broken(Mark at, string what, Exception fault) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_name}({at.Line},{at.Column}): broken YAML: {what}"), fault);

    private SortedDictionary<Severity, SeverityLimit> Limits(YamlNode node)
    {
        var limits = new SortedDictionary<Severity, SeverityLimit>();
        foreach (var (key, value) in Entries(node, "aql"))
        {
            limits[One<Severity>(key, value, "aql")] = Limit(value, key);
        }

        return limits;
    }

    private SeverityLimit Limit(YamlNode node, string key)
    {
        var text = Text(node, key);
        if (text.Equals("not allowed", StringComparison.OrdinalIgnoreCase))
        {
            return SeverityLimit.NotAllowed;
        }

        return Aql.TryParse(text, out var aql) && aql.CountsNonconformingItems
            ? new SeverityLimit(aql.Percent)
            : throw Wrong(node, $"aql.{key} '{text}'", "'not allowed' or one of " + string.Join(", ", Aql.Series.Where(step => step.CountsNonconformingItems)));
    }

    private AgreedLot AgreedLotOf(string lot, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new AgreedLot(Size(node, lot));
        }

        var agreed = new AgreedLot(null);
        foreach (var (key, value) in Entries(node, $"lots.{lot}"))
        {
            switch (key)
            {
                case "size":
                    agreed = agreed with { Size = Size(value, lot) };
                    break;
                case "unit_price":
                    agreed = agreed with { UnitPrice = Price(value, $"lots.{lot}.unit_price") };
                    break;
                default:
                    NotReadWithin($"lots.{lot}", key, value);
                    break;
            }
        }

        return agreed;
    }

    private AgreedClass AgreedClassOf(string defectClass, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new AgreedClass(One<Severity>(Text(node, defectClass), node, $"classes.{defectClass}"), null);
        }

        var agreed = new AgreedClass(null, null);
        foreach (var (key, value) in Entries(node, $"classes.{defectClass}"))
        {
            switch (key)
            {
                case "severity":
                    agreed = agreed with { Severity = One<Severity>(Text(value, key), value, $"classes.{defectClass}.severity") };
                    break;
                case "cause":
                    agreed = agreed with { Cause = One<Cause>(Text(value, key), value, $"classes.{defectClass}.cause") };
                    break;
                default:
                    NotReadWithin($"classes.{defectClass}", key, value);
                    break;
            }
        }

        return agreed;
    }

    private SortedDictionary<string, T> Map<T>(YamlNode node, string what, Func<string, YamlNode, T> read)
    {
        var map = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(node, what))
        {
            map[key] = read(key, value);
        }

        return map;
    }

    private long Size(YamlNode node, string lot) =>
        long.TryParse(Text(node, lot), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1
            ? size
            : throw Wrong(node, $"lots.{lot} size '{Text(node, lot)}'", "a whole number of items, 1 or more, without separators");

    private decimal Price(YamlNode node, string key) =>
        decimal.TryParse(Text(node, key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            ? price
            : throw Wrong(node, $"{key} '{Text(node, key)}'", "a price such as 12.50, without separators or currency");

    private string Currency(YamlNode node) =>
        Text(node, "currency") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
            ? code
            : throw Wrong(node, $"currency '{Text(node, "currency")}'", "three capital letters such as USD");

    private string Standard(YamlNode node)
    {
        var text = Text(node, "standard");
        return text.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("2859-1:1999", StringComparison.OrdinalIgnoreCase) || text.Contains("2828.1-2012", StringComparison.Ordinal)
            ? Iso2859.Edition
            : throw Wrong(node, $"standard '{text}'", "ISO 2859-1:1999 (or GB/T 2828.1-2012, which is identical)");
    }

    private string Level(YamlNode node)
    {
        var text = Text(node, "inspection_level");
        return InspectionLevels.TryParse(text, out var level)
            ? InspectionLevels.Name(level)
            : throw Wrong(node, $"inspection_level '{text}'", "I, II, III, S-1, S-2, S-3 or S-4");
    }

    private SamplingFrame? Sampling(YamlNode node) => Text(node, "sampling").ToLowerInvariant() switch
    {
        "all" => SamplingFrame.All,
        "random" => SamplingFrame.Random,
        "systematic" => SamplingFrame.Systematic,
        "inspector's choice" => SamplingFrame.InspectorsChoice,
        "not recorded" => null,
        var found => throw Wrong(node, $"sampling '{found}'", "all, random, systematic, inspector's choice or not recorded"),
    };

    private T One<T>(string text, YamlNode node, string what)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<T>(found)
            : throw Wrong(node, $"{what} '{text}'", string.Join(", ", Enum.GetNames<T>().Select(known => known.ToLowerInvariant())));

    private string Text(YamlNode node, string key) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(node, $"{key} without a value", "text or a number");

    private IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node, string what) =>
        node is YamlMappingNode map
            ? map.Children.Select(entry => (entry.Key is YamlScalarNode { Value: { Length: > 0 } key } ? key : throw Wrong(entry.Key, "an empty key", "a name"), entry.Value))
            : throw Wrong(node, $"{what} that is not a list of 'key: value'", "'key: value' lines");

    // "size: 12,000" in braces reads as a size of 12 and a key 000: a number is no key.
    private void NotReadWithin(string place, string key, YamlNode value)
    {
        if (key.All(char.IsAsciiDigit))
        {
            throw Wrong(value, $"{place}.{key}, a number where a key should stand", "numbers without separators, such as 12000");
        }

        NotRead($"{place}.{key}", value);
    }

    private Agreement NotRead(Agreement agreement, string key, YamlNode value)
    {
        NotRead(key, value);
        return agreement;
    }

    private void NotRead(string key, YamlNode value) =>
        _unread.Add(string.Create(CultureInfo.InvariantCulture, $"line {value.Start.Line}: {key}"));

    private AgreementException Wrong(YamlNode node, string found, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_name}({node.Start.Line},{node.Start.Column}): found {found}, wanted {wanted}"));
}
