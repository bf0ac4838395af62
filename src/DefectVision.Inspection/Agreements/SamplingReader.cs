using DefectVision.Statistics.Sampling;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Reads how an agreement samples: standard, inspection level, inspection severity, and how the items were chosen.</summary>
/// <param name="values">Of the file.</param>
/// <param name="name">Of the file, for what was assumed.</param>
/// <param name="assumed">Takes a sentence for each assumption.</param>
internal sealed class SamplingReader(YamlValues values, string name, List<FormattableString> assumed)
{
    // What stands beside a standard or a level counts unless the key of its own says otherwise.
    private (YamlNode Node, InspectionSeverity Severity)? _severityBeside;
    private (YamlNode Node, InspectionLevel Level)? _levelBeside;

    public Agreement Read(string key, YamlNode node, Agreement agreement) => key switch
    {
        "standard" => agreement with { Standard = Standard(node) },
        "inspection_level" => agreement with { InspectionLevel = Once(agreement.InspectionLevel, Level(node, key), node, "inspection level") },
        "levels" => agreement with { Levels = Levels(node) },
        "sampling" => Sampling(node, agreement),
        _ => Inspected(agreement, Severity(node, key), node),
    };

    public InspectionSeverity Severity(YamlNode node, string what)
    {
        var text = values.Text(node, what);
        return InspectionSeverities.TryParse(text, out var severity)
            ? severity
            : values.Refuse(node, $"{what} '{text}'", "normal, tightened or reduced", InspectionSeverity.Normal);
    }

    /// <summary>The agreement with what its standard and its level say besides; a contradiction is named.</summary>
    public Agreement Settled(Agreement agreement)
    {
        if (_severityBeside is var (node, severity))
        {
            agreement = agreement with
            {
                InspectionSeverity = agreement.InspectionSeverity is { } said && said != severity
                    ? values.Refuse(node, $"{Word(severity)} inspection here and inspection_severity {Word(said)}", "one of them", said)
                    : severity,
            };
        }

        if (_levelBeside is var (place, level))
        {
            var written = InspectionLevels.Name(level);
            agreement = agreement with
            {
                InspectionLevel = agreement.InspectionLevel is { } said && said != written
                    ? values.Refuse(place, $"level {written} here and inspection_level {said}", "one of them", said)
                    : written,
            };
        }

        return agreement;
    }

    private Agreement Inspected(Agreement agreement, InspectionSeverity severity, YamlNode node) => agreement with
    {
        InspectionSeverity = Once(agreement.InspectionSeverity, (InspectionSeverity?)severity, node, "inspection severity"),
    };

    // The same thing may be said under two keys, and not two things.
    private T Once<T>(T before, T said, YamlNode node, string what) =>
        before is null || Equals(before, said) ? said : values.Refuse(node, $"{what} '{said}' beside '{before}'", "one of them", before);

    private static string Word(InspectionSeverity severity) => new Word(severity).ToString();

    private string Standard(YamlNode node)
    {
        var text = values.Text(node, "standard");
        if (SamplingStandard.OtherKindOfPlan(text) is { } other)
        {
            return values.Refuse(node, $"standard '{text}'", $"single sampling by attributes: '{other}' is another kind of plan, and its tables are not in this program", text);
        }

        if (InspectionSeverities.TryTake(text, out var severity, out var rest))
        {
            _severityBeside = (node, severity);
        }

        if (InspectionLevels.TryFind(rest, out var level))
        {
            _levelBeside = (node, level);
        }

        if (SamplingStandard.EditionOf(rest) is not { } edition)
        {
            return values.Refuse(node, $"standard '{text}'", "ISO 2859-1, GB/T 2828.1, ANSI/ASQ Z1.4 or MIL-STD-105E; a plan of the contract's own and one with c = 0 need no standard and stand under aql", text);
        }

        if (!SamplingStandard.IsExact(text))
        {
            assumed.Add($"{name}: the standard is given as {text}; the numbers used are those of {edition}.");
        }

        return edition;
    }

    private SortedDictionary<SectionKind, string> Levels(YamlNode node)
    {
        var levels = new SortedDictionary<SectionKind, string>();
        foreach (var (key, value) in values.Entries(node, "levels"))
        {
            var section = values.One<SectionKind>(key.Replace('_', ' '), value, "levels");
            levels[section] = section is SectionKind.Workmanship or SectionKind.Measurements or SectionKind.Tests
                ? Level(value, $"levels.{key}")
                : throw values.Wrong(value, $"levels.{key}", "workmanship, measurements or tests: the other sections have no sampling plan");
        }

        return levels;
    }

    // "II, tightened": the severity is that of the lot, whichever section's level it stands beside.
    private string Level(YamlNode node, string what)
    {
        var text = values.Text(node, what);
        if (InspectionLevels.TryParse(text, out var level))
        {
            return InspectionLevels.Name(level);
        }

        if (what == "inspection_level" && InspectionSeverities.TryTake(text, out var severity, out var rest) && InspectionLevels.TryParse(rest, out level))
        {
            _severityBeside = (node, severity);
            return InspectionLevels.Name(level);
        }

        return values.Refuse(node, $"{what} '{text}'", "I, II, III, S-1, S-2, S-3 or S-4", text);
    }

    private Agreement Sampling(YamlNode node, Agreement agreement)
    {
        if (node is not YamlMappingNode)
        {
            return InspectionSeverities.TryParse(values.Text(node, "sampling"), out var severity)
                ? Inspected(agreement, severity, node)
                : agreement with { Sampling = Frame(node, "sampling") };
        }

        foreach (var (key, value) in values.Entries(node, "sampling"))
        {
            agreement = key switch
            {
                "severity" or "inspection_severity" => Inspected(agreement, Severity(value, $"sampling.{key}"), value),
                "level" or "inspection_level" => Read("inspection_level", value, agreement),
                "standard" => Read(key, value, agreement),
                "frame" or "items" => agreement with { Sampling = Frame(value, $"sampling.{key}") },
                _ => NotRead(agreement, key, value),
            };
        }

        return agreement;
    }

    private Agreement NotRead(Agreement agreement, string key, YamlNode value)
    {
        values.NotReadWithin("sampling", key, value);
        return agreement;
    }

    private SamplingFrame? Frame(YamlNode node, string what) => values.Text(node, what).ToLowerInvariant() switch
    {
        "all" => SamplingFrame.All,
        "random" or "random sampling" or "simple random" or "simple random sampling" or "随机" or "随机抽样" => SamplingFrame.Random,
        "systematic" or "systematic sampling" => SamplingFrame.Systematic,
        "inspector's choice" => SamplingFrame.InspectorsChoice,
        "not recorded" => null,
        var found => values.Refuse(node, $"{what} '{found}'", "all, random, systematic, inspector's choice or not recorded", (SamplingFrame?)null),
    };
}
