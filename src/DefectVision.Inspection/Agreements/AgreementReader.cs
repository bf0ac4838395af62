using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Inspection.Languages;
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
    private readonly YamlValues _values;

    private AgreementReader(string name)
    {
        _name = name;
        _values = new YamlValues(name);
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
        var agreement = Agreement.None;
        foreach (var (key, value) in _values.Entries(stream.Documents[0].RootNode, "the agreement"))
        {
            agreement = key switch
            {
                "purchase_order" => agreement with { PurchaseOrder = _values.Text(value, key) },
                "product" => agreement with { Product = _values.Text(value, key) },
                "supplier" => agreement with { Supplier = contract.Party(value, key) },
                "factory" => agreement with { Factory = contract.Party(value, key) },
                "buyer" => agreement with { Buyer = contract.Party(value, key) },
                "invoice" => agreement with { Invoice = contract.Invoice(value) },
                "contract" => agreement with { Contract = contract.Contract(value) },
                "costs" => agreement with { Costs = contract.Costs(value) },
                "standard" => agreement with { Standard = Standard(value) },
                "inspection_level" => agreement with { InspectionLevel = Level(value) },
                "levels" => agreement with { Levels = Levels(value) },
                "required_sections" => agreement with { RequiredSections = Sections(value) },
                "measurements" => agreement with { Measurements = MeasurementsOf(value) },
                "tests" => agreement with { TestSeverity = TestSeverity(value) },
                "inspection" => agreement with { Visit = contract.Visit(value) },
                "sampling" => agreement with { Sampling = Sampling(value) },
                "unit_price" => agreement with { UnitPrice = _values.Price(value, key) },
                "currency" => agreement with { Currency = Currency(value) },
                "aql" => agreement with { Limits = Limits(value) },
                "lots" => agreement with { Lots = _values.Map(value, key, AgreedLotOf) },
                "classes" => agreement with { Classes = _values.Map(value, key, AgreedClassOf) },
                _ => NotRead(agreement, key, value),
            };
        }

        return agreement with { Unread = _values.Unread };
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
        foreach (var (key, value) in _values.Entries(node, "aql"))
        {
            limits[_values.One<Severity>(key, value, "aql")] = Limit(value, key);
        }

        return limits;
    }

    private SeverityLimit Limit(YamlNode node, string key)
    {
        var text = _values.Text(node, key);
        if (text.Equals("not allowed", StringComparison.OrdinalIgnoreCase))
        {
            return SeverityLimit.NotAllowed;
        }

        return Aql.TryParse(text, out var aql) && aql.CountsNonconformingItems
            ? new SeverityLimit(aql.Percent)
            : throw _values.Wrong(node, $"aql.{key} '{text}'", "'not allowed' or one of " + string.Join(", ", Aql.Series.Where(step => step.CountsNonconformingItems)));
    }

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
                default:
                    _values.NotReadWithin($"lots.{lot}", key, value);
                    break;
            }
        }

        return agreed;
    }

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
            : throw _values.Wrong(node, $"currency '{_values.Text(node, "currency")}'", "three capital letters such as USD");

    private string Standard(YamlNode node)
    {
        var text = _values.Text(node, "standard");
        return text.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("2859-1:1999", StringComparison.OrdinalIgnoreCase) || text.Contains("2828.1-2012", StringComparison.Ordinal)
            ? Iso2859.Edition
            : throw _values.Wrong(node, $"standard '{text}'", "ISO 2859-1:1999 (or GB/T 2828.1-2012, which is identical)");
    }

    private SortedDictionary<SectionKind, string> Levels(YamlNode node)
    {
        var levels = new SortedDictionary<SectionKind, string>();
        foreach (var (key, value) in _values.Entries(node, "levels"))
        {
            var section = _values.One<SectionKind>(key.Replace('_', ' '), value, "levels");
            levels[section] = section is SectionKind.Workmanship or SectionKind.Measurements or SectionKind.Tests
                ? Level(value, $"levels.{key}")
                : throw _values.Wrong(value, $"levels.{key}", "workmanship, measurements or tests: the other sections have no sampling plan");
        }

        return levels;
    }

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

    private string Level(YamlNode node) => Level(node, "inspection_level");

    private string Level(YamlNode node, string what)
    {
        var text = _values.Text(node, what);
        return InspectionLevels.TryParse(text, out var level)
            ? InspectionLevels.Name(level)
            : throw _values.Wrong(node, $"{what} '{text}'", "I, II, III, S-1, S-2, S-3 or S-4");
    }

    private SamplingFrame? Sampling(YamlNode node) => _values.Text(node, "sampling").ToLowerInvariant() switch
    {
        "all" => SamplingFrame.All,
        "random" => SamplingFrame.Random,
        "systematic" => SamplingFrame.Systematic,
        "inspector's choice" => SamplingFrame.InspectorsChoice,
        "not recorded" => null,
        var found => throw _values.Wrong(node, $"sampling '{found}'", "all, random, systematic, inspector's choice or not recorded"),
    };

    private Agreement NotRead(Agreement agreement, string key, YamlNode value)
    {
        _values.NotRead(key, value);
        return agreement;
    }
}
