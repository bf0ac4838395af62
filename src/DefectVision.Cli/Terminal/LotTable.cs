using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Judging;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>The answer for a person: a row per lot, and under it the reasons.</summary>
internal static class LotTable
{
    public static void Write(InspectionRecord record, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("lot"),
            new TableColumn("items").RightAligned(),
            new TableColumn("photos").RightAligned(),
            new TableColumn("flagged").RightAligned(),
            new TableColumn("of the lot,\n95 % each").RightAligned(),
            new TableColumn(record.Terms.Limits.Any(limit => limit.Limit.AqlPercent is not null) ? "AQL reading" : "plan reading"),
            new TableColumn("verdict"),
            new TableColumn("reason"));
        foreach (var lot in record.Lots)
        {
            table.AddRow(
                Markup.Escape(Plain.Text(lot.Lot.Name)),
                lot.Lot.Size is { } size ? Number($"{lot.Tally.Items} of {size}") : Number($"{lot.Tally.Items}"),
                Number($"{lot.Tally.Photos}"),
                Flagged(lot.Tally),
                lot.FlaggedShare is { } share ? $"{PrintedShare.AtLeast(share.LowerRate)} to {PrintedShare.AtMost(share.UpperRate)} %" : "-",
                Markup.Escape(string.Join('\n', lot.Readings.Select(Reading))),
                Shown(lot.Verdict),
                Markup.Escape(Plain.Text(Number(lot.Reasons[0]))));
        }

        console.Write(table);
        console.WriteLine(record.Model is null
            ? "No model was named, so nothing is flagged."
            : "flagged: items flagged by the model, not confirmed by a person. A range such as 0-8: none confirmed, up to 8 with flags that nobody has read and items that are not decided.");
        foreach (var lot in record.Lots)
        {
            Sections(lot, console);
        }

        var terms = record.Terms;
        if (record.Model is not null)
        {
            console.WriteLine($"of the lot: holds if {Drawn(record)} drawn at random from it; how they were chosen: {string.Join("; ", record.Lots.Select(lot => Number(lot.Sample.How)).DefaultIfEmpty(Number(terms.SamplingWords)).Distinct())}.");
        }

        console.WriteLine($"files found: {Evidence.Wording.Spoken.Accounting(record)}");
        var codes = CodeComparison.Of(record);
        foreach (var lot in record.Lots)
        {
            foreach (var remark in lot.Remarks.Concat(CodeRemarks.Of(codes.FirstOrDefault(one => one.Lot == lot.Lot.Name))))
            {
                console.WriteLine($"{Plain.Text(lot.Lot.Name)}: {Plain.Text(Number(remark))}");
            }
        }

        foreach (var note in record.Notes)
        {
            console.WriteLine(Plain.Text(Number(note)));
        }

        foreach (var line in record.Layout.Concat(terms.Defaults))
        {
            console.WriteLine(Plain.Text(Number(line)));
        }
    }

    // Every section that somebody looked at or that is required, and what follows for the lot.
    private static void Sections(LotJudgement lot, IAnsiConsole console)
    {
        var name = Plain.Text(lot.Lot.Name);
        console.WriteLine($"{name}: {Evidence.Wording.Spoken.Basis(lot)}");
        foreach (var section in lot.Sections.Where(section => section.Kind != SectionKind.Workmanship && (section.IsRequired || section.Answer is SectionAnswer.Fail or SectionAnswer.Pending)))
        {
            console.WriteLine($"{name}: {new Word(section.Kind)}: {new Word(section.Answer)}: {Plain.Text(Number(section.Reasons[0]))}");
        }

        if (Exhibited.LookFirst(lot) is { Count: > 0 } first)
        {
            console.WriteLine(first[0].Unlikeness is null
                ? $"{name}: look first at {string.Join(", ", first.Take(Exhibited.MostLookFirst).Select(item => Plain.Text(item.Name)))}: of the highest scores, which flag nothing"
                : $"{name}: look first at {string.Join(", ", first.Take(Exhibited.MostLookFirst).Select(item => Number($"{Plain.Text(item.Name)} ({item.Unlikeness:0.00})")))}: most unlike the other items, in brackets how many times as far from them as the middle photo");
        }

        if (lot.HasEvidence && lot.Claim is { } claim)
        {
            console.WriteLine($"{name}: {Shown(lot, claim)}");
        }
    }

    private static string Shown(LotJudgement lot, LotClaim claim)
    {
        var bound = claim.AtLeast;
        var known = bound is null or { Rate: <= 0 } ? "no lower bound above zero for the lot"
            : bound.Class is null && claim.Sample.Condition is null ? "no guaranteed bound: " + Plain.Text(Number(claim.Sample.Wanted[0]))
            : (bound.Items is { } items ? Number($"at least {items} of {lot.Lot.Size} items are defective") : $"at least {PrintedShare.AtLeast(bound.Rate)} % of the lot's items are defective")
                + Number($" ({PrintedConfidence.Of(bound.Confidence)} %{(bound.Class is null ? string.Empty : ", class G")})")
                + (claim.Amount is { AtLeast: > 0 } amount ? Number($", price of the items that may be claimed ({amount.Items}): {amount.Printed} {amount.Currency}") : string.Empty)
                + (bound.Class is null ? ", " + Number(claim.Sample.Condition!) + " (not guaranteed)" : string.Empty);
        return Number($"{lot.Nonconforming.Count} shown defective, {lot.Lot.Items.Count(item => item.IsAwaiting)} flagged and not read; ") + known;
    }

    private static string Drawn(InspectionRecord record) =>
        record.Lots.All(lot => lot.Lot.Cartons is null) ? "the items photographed were"
        : record.Lots.All(lot => lot.Lot.Cartons is not null) ? "the cartons that were opened were"
        : "the items photographed, or the cartons that were opened, were";

    private static string Flagged(LotTally tally) => tally.Scored == 0 ? "-" :
        Number($"{tally.Flagged}")
        + (tally.Undecided > 0 ? Number($" + {tally.Undecided}?") : string.Empty)
        + (tally.Items > 0 ? Number($"\n{100.0 * tally.Flagged / tally.Items:0.0} %") : string.Empty);

    private static string Reading(PlanReading reading)
    {
        var numbers = reading.AcceptanceNumber is { } acceptance ? Number($"Ac {acceptance} Re {reading.RejectionNumber}") : reading.Limit.ToString();
        var count = reading.Count.AtLeast == reading.Count.AtMost ? Number($"{reading.Count.AtLeast}") : Number($"{reading.Count.AtLeast}-{reading.Count.AtMost}");
        return $"{reading.Severity} {count} ({numbers})";
    }

    // The shape says it too: a verdict must be readable without colour.
    private static string Shown(Verdict verdict) => verdict switch
    {
        Verdict.Accept => "[green]+ ACCEPT[/]",
        Verdict.Reject => "[red]x REJECT[/]",
        _ => "[yellow]? HOLD[/]",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
