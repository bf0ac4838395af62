using DefectVision.Fixtures;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: lists that users had trouble with are read, or refused with the place and what is wanted. Runs where shared/cases lies beside the repository.</summary>
public sealed class SharedCasesTests
{
    private static readonly string Cases = Path.Combine(CasesFolder.Path, "lists");

    // What nobody can read in one way only, and what the refusal says. All others are read.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["a-aql15"] = "counts defects per 100 items",
        ["a-aql3"] = "one of 0.010",
        ["a-comma"] = "unit_price '12,50'",
        ["a-size"] = "'1,200'",
        ["a-tab"] = "(11,1): found a tab",
        ["a-usd"] = "'USD 12.50'",
        ["c-zero"] = "the nearest are A-001",
        ["curr"] = "three capital letters",
        ["excelerr"] = "'#VALUE!'",
        ["fullcolon"] = "full-width colon",
        ["tolonesided"] = "tolerance '+1'",
    };

    // What a list that is read shows of it.
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["a-ansi"] = "MIL-STD-105E",
        ["a-aql0"] = "not allowed",
        ["a-cap"] = "Agreement.yaml: read as the list",
        ["a-gbk"] = "GB18030",
        ["a-txt"] = "agreement.yaml.txt: read as the list",
        ["c-Confirmed"] = "Confirmed.csv: read as the list",
        ["c-case"] = "'a-001' as A-001",
        ["c-copy"] = "confirmed (1).csv: read as the list",
        ["c-fw"] = "as A-001",
        ["c-trail"] = "as A-001",
        ["exceltime"] = "Excel's day numbers",
        ["inlot"] = "LOT-A/confirmed.csv: read as the list",
        ["inlot2"] = "LOT-A/photos.csv: read as the list",
        ["m-abs"] = "each taken for the only one",
        ["m-case"] = "each taken for the only one",
        ["m-gbk"] = "GB18030",
        ["m-noext"] = "each taken for the only one",
        ["m-utf16"] = "UTF-16",
        ["q-comma"] = "decimal comma",
        ["q-semi"] = "decimal comma",
        ["s2"] = "the numbers used are those of ISO 2859-1:1999",
        ["x-conf"] = "sheet",
        ["x-photos"] = "sheet",
    };

    public static TheoryData<string> Folders => Directory.Exists(Cases) ? [.. Directory.GetDirectories(Cases).Select(folder => Path.GetFileName(folder))] : ["none"];

    [SkippableTheory]
    [MemberData(nameof(Folders))]
    public void A_list_is_read_or_refused_with_what_is_wanted(string name)
    {
        Skip.IfNot(Directory.Exists(Cases), "shared/cases is not beside the repository");
        using var shipment = new Shipment();
        foreach (var number in Enumerable.Range(0, 12))
        {
            shipment.Put($"LOT-A/A-{(number / 2) + 1:000}_{(number % 2 == 0 ? "front" : "back")}.jpg", Photos.Good(number));
        }

        var source = Path.Combine(Cases, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            shipment.Put(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        }

        if (Refused.TryGetValue(name, out var wanted))
        {
            var fault = Record.Exception(() => Inspected(shipment));
            Assert.True(fault is IntakeException or AgreementException, fault?.ToString() ?? "no fault");
            Assert.Contains(wanted, fault!.Message, StringComparison.Ordinal);
            return;
        }

        var record = Inspected(shipment);
        Assert.Equal(name == "x-photos" ? 1 : 6, record.Lots.Single(lot => lot.Lot.Items.Count > 0).Lot.Items.Count);
        Assert.Contains(Said.GetValueOrDefault(name, string.Empty), string.Join('\n', record.Notes.Select(FormattableString.Invariant)), StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("not read", record.Files.Single(found => found.Path == Path.GetRelativePath(source, file)).Reason, StringComparison.Ordinal));
    }

    private static Inspection.InspectionRecord Inspected(Shipment shipment)
    {
        var agreed = Lists.InFolder(shipment.Folder).GetValueOrDefault(ListKind.Agreement);
        return shipment.InspectWithoutModel(agreement: agreed is null ? null : AgreementReader.Read(File.ReadAllBytes(agreed), Path.GetFileName(agreed)));
    }
}
