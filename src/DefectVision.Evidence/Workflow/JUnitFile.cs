using System.Globalization;
using System.Text;
using System.Xml;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Workflow;

/// <summary>
/// An inspection as test results, in the XML that JUnit's task of Ant began and CI servers read: a suite per lot, a case per section and per acceptance criterion,
/// and of a lot that is not accepted a case per item that speaks against it. A rejection is a failure and a hold an error, so an accepted inspection is
/// green and no other is.
/// </summary>
internal static class JUnitFile
{
    /// <summary>Of a lot; the others stand in the defect log.</summary>
    public const int MostItems = 100;

    public static void Write(InspectionRecord record, Stream stream, CancellationToken cancel)
    {
        var suites = record.Lots.Select(lot => new Suite(lot.Lot.Name, Cases(lot))).Append(new Suite("files", [.. OfFiles(record)])).ToList();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", PlainText.Of(record.Name));
        Count(xml, [.. suites.SelectMany(suite => suite.Cases)]);
        foreach (var suite in suites)
        {
            cancel.ThrowIfCancellationRequested();
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", PlainText.Of(suite.Name));
            Count(xml, suite.Cases);
            xml.WriteAttributeString("skipped", Number(suite.Cases.Count(one => one.End == End.Skipped)));
            xml.WriteAttributeString("timestamp", record.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            foreach (var one in suite.Cases)
            {
                Write(xml, $"{record.Name}/{suite.Name}", one);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private enum End
    {
        Passed,
        Failed,
        Held,
        Skipped,
    }

    private sealed record Case(string Name, End End, IReadOnlyList<string> Words);

    private sealed record Suite(string Name, IReadOnlyList<Case> Cases);

    private static List<Case> Cases(LotJudgement lot) => [.. lot.Sections.Select(OfSection), .. lot.Sections.SelectMany(OfCriteria), .. lot.Verdict == Verdict.Accept ? [] : OfItems(lot)];

    private static Case OfSection(LotSection section) => new(
        new Word(section.Kind).ToString(),
        section.Answer switch
        {
            SectionAnswer.Fail => End.Failed,
            _ when section.IsOpen => End.Held,
            SectionAnswer.NotInspected => End.Skipped,
            _ => End.Passed,
        },
        [.. section.Reasons.Select(FormattableString.Invariant)]);

    private static IEnumerable<Case> OfCriteria(LotSection section) => section.Readings.Select(reading => new Case(
        $"{new Word(section.Kind)}: {reading.Severity.Code}, {(reading.AcceptanceNumber is { } most ? string.Create(CultureInfo.InvariantCulture, $"Ac {most} Re {reading.RejectionNumber}") : reading.Limit.ToString())}",
        reading.Conclusion switch
        {
            _ when section.Answer == SectionAnswer.Pass => End.Passed,
            SectionAnswer.Fail => End.Failed,
            SectionAnswer.Pending => End.Held,
            SectionAnswer.NotInspected => End.Skipped,
            _ => End.Passed,
        },
        [FormattableString.Invariant(reading.Reason), FormattableString.Invariant($"count: {Phrases.Range(reading.Count)}")]));

    private static IEnumerable<Case> OfItems(LotJudgement lot)
    {
        var against = lot.Lot.AllItems.Where(item => item.IsNonconforming || item.IsAwaiting)
            .OrderByDescending(item => item.WorstSeverity ?? item.Severity).ThenBy(item => item.Name, StringComparer.Ordinal).ToList();
        foreach (var item in against.Take(MostItems))
        {
            yield return new Case(
                $"item {item.Name}",
                item.IsNonconforming ? End.Failed : End.Held,
                [$"{What(item)}: {SaidOf.All(item)}", .. item.Photos.Select(photo => photo.Path)]);
        }

        if (against.Count > MostItems)
        {
            yield return new Case("further items", End.Skipped, [string.Create(CultureInfo.InvariantCulture, $"{against.Count - MostItems} more stand in {EvidenceWriter.DefectLogName}")]);
        }
    }

    // A measurement or a test has no class of defect.
    private static string What(Item item) => string.Join(", ", ((string?[])[item.DefectClass ?? (item.ByFact.Count > 0 ? null : FormattableString.Invariant(Phrases.DefectClass(null))), Code.Of(item.WorstSeverity ?? item.Severity)]).OfType<string>());

    private static IEnumerable<Case> OfFiles(InspectionRecord record)
    {
        var outside = record.Accounting[PhotoOutcome.OutsideAnyLot];
        yield return new Case("every file belongs to a lot", outside == 0 ? End.Passed : End.Held, [string.Create(CultureInfo.InvariantCulture, $"{outside} of {record.Files.Count} files are outside any lot")]);
        yield return new Case("photos can be read", record.PhotosRead > 0 ? End.Passed : End.Held, [string.Create(CultureInfo.InvariantCulture, $"{record.PhotosRead} of {record.Files.Count} files are photos that could be read")]);
    }

    private static void Count(XmlWriter xml, IReadOnlyList<Case> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(one => one.End == End.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(one => one.End == End.Held)));
    }

    private static void Write(XmlWriter xml, string group, Case one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", PlainText.Of(group));
        xml.WriteAttributeString("name", PlainText.Of(one.Name));
        var words = one.Words.Select(PlainText.Of).ToList();
        if (one.End == End.Passed)
        {
            xml.WriteElementString("system-out", string.Join('\n', words));
        }
        else
        {
            var (element, type) = one.End switch
            {
                End.Failed => ("failure", "reject"),
                End.Held => ("error", "hold"),
                _ => ("skipped", null),
            };
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", words[0]);
            if (type is not null)
            {
                xml.WriteAttributeString("type", type);
                xml.WriteString(string.Join('\n', words));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
