using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Reads <c>agreement.yaml</c>. Every value that is there must be right; what is not there stays null; what is not read is named.</summary>
public sealed partial class AgreementReader
{
    /// <summary>Far deeper than any agreement: document, map, map, list.</summary>
    private const int DeepestNesting = 32;

    private readonly string _name;
    private readonly YamlValues _values;
    private readonly List<FormattableString> _assumed = [];
    private readonly SamplingReader _sampling;

    private AgreementReader(string name)
    {
        _name = name;
        _values = new YamlValues(name);
        _sampling = new SamplingReader(_values, name, _assumed);
    }

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
            throw _values.Wrong(stream.Documents[1].RootNode, "a second document after '---'", "one");
        }

        var contract = new ContractReader(_values);
        var limits = new LimitReader(_values, _name, _assumed);
        var agreement = Agreement.None;
        foreach (var (key, value) in _values.Entries(stream.Documents[0].RootNode, "the agreement"))
        {
            var before = agreement;
            agreement = _values.Within(value, before, () => key switch
            {
                "purchase_order" => before with { PurchaseOrder = _values.Text(value, key) },
                "product" => before with { Product = _values.Text(value, key) },
                "supplier" => before with { Supplier = contract.Party(value, key) },
                "factory" => before with { Factory = contract.Party(value, key) },
                "buyer" => before with { Buyer = contract.Party(value, key) },
                "invoice" => before with { Invoice = contract.Invoice(value) },
                "contract" => before with { Contract = contract.Contract(value) },
                "costs" => before with { Costs = contract.Costs(value) },
                "standard" or "inspection_level" or "levels" or "inspection_severity" or "severity" or "sampling" => _sampling.Read(key, value, before),
                "aql" or "limits" => limits.Read(value, before),
                "count" or "per" => limits.Counted(before, value, key),
                "required_sections" => before with { RequiredSections = Sections(value) },
                "measurements" => before with { Measurements = MeasurementsOf(value) },
                "tests" => before with { TestSeverity = TestSeverity(value) },
                "views" => before with { Views = ViewsOf(value, key) },
                "inspection" => before with { Visit = contract.Visit(value) },
                "unit_price" => before with { UnitPrice = _values.Price(value, key) },
                "currency" => before with { Currency = Currency(value) },
                "lots" => before with { Lots = _values.Map(value, key, AgreedLotOf) },
                "classes" => before with { Classes = _values.Map(value, key, AgreedClassOf) },
                _ => NotRead(before, key, value),
            });
        }

        agreement = _sampling.Settled(agreement);
        _values.Settle();
        return agreement with { Unread = _values.Unread, Assumed = _assumed.Count == 0 ? Agreement.None.Assumed : _assumed };
    }

    private YamlStream Load(byte[] yaml)
    {
        var read = ListText.Of(yaml) ?? throw new AgreementException($"{_name}(1,1): found bytes that are no text, wanted YAML text saved as UTF-8");
        if (read.Assumed(_name) is { } encoding)
        {
            _assumed.Add(encoding);
        }

        var text = read.Text;
        var stream = new YamlStream();
        Parser? parser = null;
        try
        {
            parser = new Parser(new StringReader(text));
            CheckDepth(parser);
            parser = new Parser(new StringReader(text));
            stream.Load(parser);
            return stream;
        }
        catch (YamlException fault)
        {
            throw Typed(text) ?? Broken(fault.Start, fault.Message, fault);
        }
        catch (InvalidOperationException fault)
        {
            // The library's scanner gives up in this way on some unclosed brackets; the last token it passed is the nearest place.
            throw Broken(parser?.Current?.End ?? Mark.Empty, "the text ends or breaks off within a bracket", fault);
        }
        catch (ArgumentException fault)
        {
            // And in this way on tags that are no names, and on keys without a name.
            throw Broken(parser?.Current?.End ?? Mark.Empty, "a tag ('!') or a key that cannot be read", fault);
        }
    }

    // What keyboards and editors do to YAML, which the library tells in words of its own or at another place.
    private AgreementException? Typed(string text)
    {
        foreach (var (line, at) in text.Split('\n').Select((line, at) => (line, at + 1)))
        {
            if (line.TakeWhile(char.IsWhiteSpace).Contains('\t') && line.Trim().Length > 0)
            {
                return new AgreementException(string.Create(CultureInfo.InvariantCulture, $"{_name}({at},1): found a tab before '{line.Trim()}', wanted blanks: YAML has no tabs at the start of a line"));
            }

            if (FullWidthColon().Match(line) is { Success: true } match)
            {
                return new AgreementException(string.Create(CultureInfo.InvariantCulture, $"{_name}({at},{match.Length}): found the full-width colon '：' after {match.Groups[1].Value}, wanted ': ', a colon and a blank"));
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*([A-Za-z_]+)\s*：")]
    private static partial Regex FullWidthColon();

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

    private AgreedLot AgreedLotOf(string lot, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new AgreedLot(_values.Count(node, $"lots.{lot} size"));
        }

        var agreed = new AgreedLot(null);
        foreach (var (key, value) in _values.Entries(node, $"lots.{lot}"))
        {
            switch (key)
            {
                case "size":
                    agreed = agreed with { Size = _values.Count(value, $"lots.{lot} size") };
                    break;
                case "cartons":
                    agreed = agreed with { Cartons = _values.Count(value, $"lots.{lot}.cartons") };
                    break;
                case "inspection_severity" or "severity":
                    agreed = agreed with { InspectionSeverity = _sampling.Severity(value, $"lots.{lot}.{key}") };
                    break;
                case "views":
                    agreed = agreed with { Views = ViewsOf(value, $"lots.{lot}.views") };
                    break;
                case "production_date":
                    agreed = agreed with { ProductionDate = _values.Date(value, $"lots.{lot}.production_date") };
                    break;
                case "due_date":
                    agreed = agreed with { DueDate = _values.Date(value, $"lots.{lot}.due_date") };
                    break;
                case "shipment_date":
                    agreed = agreed with { ShipmentDate = _values.Date(value, $"lots.{lot}.shipment_date") };
                    break;
                case "arrival_date":
                    agreed = agreed with { ArrivalDate = _values.Date(value, $"lots.{lot}.arrival_date") };
                    break;
                case "unit_price":
                    agreed = agreed with { UnitPrice = _values.Price(value, $"lots.{lot}.unit_price") };
                    break;
                case "codes":
                    agreed = agreed with { Codes = _values.Texts(value, $"lots.{lot}.codes") };
                    break;
                case "sku":
                    agreed = agreed with { Skus = _values.Texts(value, $"lots.{lot}.sku") };
                    break;
                case "components":
                    agreed = agreed with { Components = _values.Texts(value, $"lots.{lot}.components") };
                    break;
                case "gtin":
                    agreed = agreed with { Gtins = [.. _values.Texts(value, $"lots.{lot}.gtin").Select(text => GtinOf(text, value, $"lots.{lot}.gtin"))] };
                    break;
                default:
                    _values.NotReadWithin($"lots.{lot}", key, value);
                    break;
            }
        }

        return agreed;
    }

    // A list alone is that of the views which are required.
    private AgreedViews ViewsOf(YamlNode node, string what)
    {
        if (node is not YamlMappingNode)
        {
            return AgreedViews.None with { Required = NamesOf(node, what) };
        }

        var agreed = AgreedViews.None;
        foreach (var (key, value) in _values.Entries(node, what))
        {
            switch (key)
            {
                case "required":
                    agreed = agreed with { Required = NamesOf(value, $"{what}.required") };
                    break;
                case "context":
                    agreed = agreed with { Context = NamesOf(value, $"{what}.context") };
                    break;
                default:
                    _values.NotReadWithin(what, key, value);
                    break;
            }
        }

        return agreed;
    }

    private IReadOnlyList<string> NamesOf(YamlNode node, string what) =>
    [
        .. _values.Texts(node, what)
            .Select(text => text.Any(char.IsLetter) ? text : _values.Refuse(node, $"{what} '{text}'", "words such as front, back, label", text))
            .Distinct(StringComparer.Ordinal),
    ];

    private string GtinOf(string text, YamlNode node, string what) =>
        Gtin.Padded(string.Concat(text.Where(letter => letter is not (' ' or '-')))) is { } gtin && Gtin.IsRight(gtin)
            ? gtin
            : _values.Refuse(node, $"{what} '{text}'", "8, 12, 13 or 14 digits, of which the last is the check digit", string.Empty);

    private AgreedClass AgreedClassOf(string defectClass, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new AgreedClass(_values.One<Severity>(_values.Text(node, defectClass), node, $"classes.{defectClass}"), null);
        }

        var agreed = new AgreedClass(null, null);
        foreach (var (key, value) in _values.Entries(node, $"classes.{defectClass}"))
        {
            switch (key)
            {
                case "severity":
                    agreed = agreed with { Severity = _values.One<Severity>(_values.Text(value, key), value, $"classes.{defectClass}.severity") };
                    break;
                case "cause":
                    agreed = agreed with { Cause = _values.One<Cause>(_values.Text(value, key), value, $"classes.{defectClass}.cause") };
                    break;
                case var code when code != LanguagePack.English.Code && LanguagePack.Find(code) is not null:
                    agreed = agreed with { Names = agreed.Names.SetItem(code, _values.Text(value, key)) };
                    break;
                default:
                    _values.NotReadWithin($"classes.{defectClass}", key, value);
                    break;
            }
        }

        return agreed;
    }

    private string Currency(YamlNode node) =>
        _values.Text(node, "currency") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
            ? code
            : _values.Refuse(node, $"currency '{_values.Text(node, "currency")}'", "three capital letters such as USD", string.Empty);

    private IReadOnlyList<SectionKind> Sections(YamlNode node) =>
    [
        .. _values.Items(node, "required_sections")
            .Select(item => _values.One<SectionKind>(_values.Text(item, "required_sections").Replace('_', ' '), item, "required_sections"))
            .Distinct(),
    ];

    private AgreedMeasurements MeasurementsOf(YamlNode node)
    {
        var agreed = AgreedMeasurements.None;
        foreach (var (key, value) in _values.Entries(node, "measurements"))
        {
            switch (key)
            {
                case "severity":
                    agreed = agreed with { Severity = SeverityOf(value, "measurements.severity") };
                    break;
                case "points":
                    agreed = agreed with { Points = _values.Map(value, "measurements.points", (point, said) => SeverityOf(said, $"measurements.points.{point}")) };
                    break;
                default:
                    _values.NotReadWithin("measurements", key, value);
                    break;
            }
        }

        return agreed;
    }

    private Severity? TestSeverity(YamlNode node)
    {
        Severity? agreed = null;
        foreach (var (key, value) in _values.Entries(node, "tests"))
        {
            if (key == "severity")
            {
                agreed = SeverityOf(value, "tests.severity");
            }
            else
            {
                _values.NotReadWithin("tests", key, value);
            }
        }

        return agreed;
    }

    private Severity SeverityOf(YamlNode node, string what) => _values.One<Severity>(_values.Text(node, what), node, what);

    private Agreement NotRead(Agreement agreement, string key, YamlNode value)
    {
        _values.NotRead(key, value);
        return agreement;
    }
}
