using System.Globalization;
using DefectVision.Inspection;
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
            new TableColumn("AQL reading"),
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
        console.WriteLine("flagged: items flagged by the model, not confirmed by a person. "
            + (record.Confirmed is null ? "Every verdict is by model flags." : "Lots that a person looked at are judged by confirmed items, the others by model flags."));
        foreach (var lot in record.Lots.Where(lot => lot.Claim?.Review is not null))
        {
            console.WriteLine(Confirmed(lot));
        }

        var terms = new AgreedTerms(record.Agreement);
        console.WriteLine($"of the lot: holds if the items photographed were drawn at random from it; how they were chosen: {Number(terms.SamplingWords)}.");
        console.WriteLine(Accounting(record));
        foreach (var lot in record.Lots)
        {
            foreach (var remark in lot.Remarks)
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

    private static string Confirmed(LotJudgement lot)
    {
        var (claim, bound) = (lot.Claim!, lot.Claim!.AtLeast);
        var known = bound is null or { Rate: <= 0 } ? "no lower bound above zero for the lot"
            : bound.Class is null ? "no guaranteed bound: " + Number(claim.Sample.Wanted[0])
            : (bound.Items is { } items ? Number($"at least {items} of {lot.Lot.Size} items are defective") : $"at least {PrintedShare.AtLeast(bound.Rate)} % of the lot's items are defective")
                + Number($" ({100 * bound.Confidence:0.##} %, class G)")
                + (claim.Amount is { AtLeast: > 0 } amount ? $", price at least {amount.Printed} {amount.Currency}" : string.Empty);
        return $"{Plain.Text(lot.Lot.Name)}: " + Number($"{claim.Confirmed.Count} confirmed, {claim.Review!.Awaiting} flagged and waiting; ") + known;
    }

    private static string Flagged(LotTally tally) =>
        Number($"{tally.Flagged}")
        + (tally.Undecided > 0 ? Number($" + {tally.Undecided}?") : string.Empty)
        + (tally.Items > 0 ? Number($"\n{100.0 * tally.Flagged / tally.Items:0.0} %") : string.Empty);

    private static string Reading(PlanReading reading)
    {
        var numbers = reading.AcceptanceNumber is { } acceptance ? Number($"Ac {acceptance} Re {reading.RejectionNumber}") : reading.Limit;
        var count = reading.Count.AtLeast == reading.Count.AtMost ? Number($"{reading.Count.AtLeast}") : Number($"{reading.Count.AtLeast}-{reading.Count.AtMost}");
        return $"{new Word(reading.Severity)} {count} ({numbers})";
    }

    private static string Accounting(InspectionRecord record) =>
        Number($"files found: {record.Files.Count} = ")
        + string.Join(" + ", record.Accounting.Where(entry => entry.Value > 0).Select(entry => Number($"{entry.Value} {new Word(entry.Key)}")));

    // The shape says it too: a verdict must be readable without colour.
    private static string Shown(Verdict verdict) => verdict switch
    {
        Verdict.Accept => "[green]+ ACCEPT[/]",
        Verdict.Reject => "[red]x REJECT[/]",
        _ => "[yellow]? HOLD[/]",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
