using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection.Judging.Sections;

/// <summary>Measurements and tests: items shown not to conform by fact, each section by its own sampling plan.</summary>
internal static class FactsJudge
{
    public static LotSection Measurements(Lot lot, MeasurementList? list, AgreedTerms terms)
    {
        var measured = (list?.Measurements ?? []).Where(one => one.Lot == lot.Name && one.Standing != MeasuredStanding.NotMeasured).ToList();
        var isRequired = terms.IsRequired(SectionKind.Measurements);
        if (measured.Count == 0)
        {
            return new LotSection(SectionKind.Measurements, isRequired, SectionAnswer.NotInspected, [$"nothing of this lot was measured"]);
        }

        return ByItems(lot, SectionKind.Measurements, measured.Select(one => one.Item), measured.Select(one => terms.SeverityOfPoint(one.Point)), terms);
    }

    /// <summary>A failed safety, laboratory or mandatory test fails the section; any other counts by the items that it names.</summary>
    public static LotSection Tests(Lot lot, TestList? list, AgreedTerms terms)
    {
        var results = (list?.Results ?? []).Where(result => result.Lot == lot.Name).ToList();
        var isRequired = terms.IsRequired(SectionKind.Tests);
        if (results.Count == 0)
        {
            return new LotSection(SectionKind.Tests, isRequired, SectionAnswer.NotInspected, [$"no test of this lot was reported"]);
        }

        var fatal = results.Where(result => result.FailsLot).Select(Failed).ToList();
        var unplaced = results.Where(result => result is { IsPassed: false, FailsLot: false, Item: null }).Select(result =>
            (FormattableString)$"{Failed(result)}; it names no item, so how many items fail is not known").ToList();
        var items = results.Select(result => result.Item).OfType<string>().ToList();
        var counted = items.Count == 0 ? null : ByItems(lot, SectionKind.Tests, items, [terms.TestSeverity], terms);
        var passed = results.Count(result => result.IsPassed);
        FormattableString all = $"{passed} of {results.Count} tests passed";
        var (answer, reasons) = (fatal.Count, unplaced.Count, counted?.Answer) switch
        {
            (_, _, SectionAnswer.Fail) => (SectionAnswer.Fail, [.. fatal, .. counted!.Reasons, .. unplaced]),
            (0, 0, SectionAnswer.NotInspected) when items.Count == results.Count => (SectionAnswer.NotInspected, [.. counted!.Reasons]),
            (0, 0, SectionAnswer.Pending) => (SectionAnswer.Pending, [.. counted!.Reasons]),
            (0, 0, _) => (SectionAnswer.Pass, [all, .. counted?.Reasons ?? []]),
            (0, _, _) => (SectionAnswer.Pending, [.. unplaced, all]),
            _ => (SectionAnswer.Fail, (IReadOnlyList<FormattableString>)[.. fatal, .. unplaced, all]),
        };
        return new LotSection(SectionKind.Tests, isRequired, answer, reasons)
        {
            Readings = counted?.Readings ?? [],
            Items = counted?.Items ?? 0,
        };
    }

    // Of a lot with a draw only the drawn items count; what is not allowed at all rejects among the others, too.
    private static LotSection ByItems(Lot lot, SectionKind kind, IEnumerable<string> looked, IEnumerable<Severity> severities, AgreedTerms terms)
    {
        var names = looked.ToHashSet(StringComparer.Ordinal);
        var sample = lot.Items.Where(item => names.Contains(item.Name)).ToList();
        var reader = new PlanReader(lot, sample.Count, severities.ToHashSet(), severity => Count(sample, kind, severity), severity => sample.Where(item => severity.Contains(Worst(item, kind))), terms, kind);
        var section = SectionReading.Of(
            kind, terms.IsRequired(kind), [.. reader.Read().Select(reading => SectionReading.BesideDraw(reading, Count(lot.NotDrawn, kind, reading.Severity)))], sample.Count);

        if (sample.Count == 0 && section.Answer != SectionAnswer.Fail)
        {
            return section with { Answer = SectionAnswer.NotInspected, Reasons = [$"only items that were not drawn were looked at ({SectionReading.Items(names.Count)}); they count towards no plan"], Readings = [] };
        }

        // Fewer items than a plan needs matter where the section is required, or where one of them failed.
        return section.Answer != SectionAnswer.Pending || section.IsRequired || section.Readings.Any(reading => reading.Count.AtLeast > 0) ? section : section with
        {
            Answer = SectionAnswer.Pass,
            Reasons = [$"none of the items looked at fails ({sample.Count}): too few for a plan, and the agreement does not require this section"],
            Readings = [.. section.Readings.Select(reading => reading with { Conclusion = SectionAnswer.Pass })],
        };
    }

    private static SeverityCount Count(IReadOnlyList<Item> items, SectionKind kind, SeverityRange severity)
    {
        var count = items.Count(item => severity.Contains(Worst(item, kind)));
        return new SeverityCount(count, count);
    }

    private static Severity? Worst(Item item, SectionKind kind) => item.ByFact.Where(fact => fact.Section == kind).Max(fact => (Severity?)fact.Severity);

    private static FormattableString Failed(TestResult result)
    {
        FormattableString what = result.Item is { } item ? $"{result.Test} ({new Word(result.Kind)}) failed on item {item}" : (FormattableString)$"{result.Test} ({new Word(result.Kind)}) failed";
        FormattableString found = (result.Found, result.Required) switch
        {
            ({ } value, { } limit) => $"{what}: {value}, required {limit}",
            ({ } value, null) => $"{what}: {value}",
            _ => what,
        };
        return result.ReportNumber is { } number ? $"{found} (report {number})" : found;
    }
}
