using System.CommandLine;
using System.Text.Json.Nodes;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Wording;
using DefectVision.History.Recall;
using DefectVision.History.Storing;
using DefectVision.Inspection;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary><c>history find</c>: which lots show a defect, or hold a part.</summary>
internal static class HistoryFindCommand
{
    private const string Schema = "defectvision/found/1";
    private const int MostNamed = 8;

    public static Command Build(Func<ParseResult, Session> session)
    {
        var defect = new Option<string?>("--class") { Description = "defect class" };
        var severity = new Option<Severity?>("--severity") { Description = "worst severity of the item: minor, major or critical" };
        var cause = new Option<Cause?>("--cause") { Description = "what it is associated with: material, process, workmanship or packaging" };
        var component = new Option<string?>("--component") { Description = "a part of a component's name, as the agreement lists it (lots: components)" };
        var code = new Option<string?>("--code") { Description = "a part of a lot number, article number or trade item number, or of the lot's name" };
        var supplier = new Option<string?>("--supplier") { Description = "as the agreements name it" };
        var product = new Option<string?>("--product") { Description = "a part of the product's name" };
        var since = HistoryOption.Day("--since", "inspected on this day or later");
        var until = HistoryOption.Day("--until", "inspected on this day or earlier");
        var producedSince = HistoryOption.Day("--produced-since", "made on this day or later");
        var producedUntil = HistoryOption.Day("--produced-until", "made on this day or earlier");
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("find", """
            Which lots show a defect, and which hold the part or come from the days in question: for a recall, or before a claim.

            A lot is found where everything fits that is asked of it. Where something is asked of the lot itself (--component, --code, --product,
            days of production), lots that have not shown the defect are listed, too: they may hold it.

            Examples:
              defectvision history find --class hole --since 2026-01-01
              defectvision history find --class hole --component "button 18L, lot 2217"
              defectvision history find --code L2026-118 --format json

            Exit codes: 0 shown, also where no lot fits, 64 wrong usage, 65 not a history, 66 input not found.
            """)
        {
            defect, severity, cause, component, code, supplier, product, since, until, producedSince, producedUntil, history, format,
        };
        command.Validators.Add(result =>
        {
            if (new Option[] { defect, severity, cause, component, code, supplier, product, since, until, producedSince, producedUntil }.All(option => result.GetResult(option) is null))
            {
                result.AddError("found nothing to look for, wanted one of --class, --severity, --cause, --component, --code, --supplier, --product and the days");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var file = HistoryFile.Open(parsed.GetRequiredValue(history), create: false);
            var query = new RecallQuery
            {
                Class = parsed.GetValue(defect),
                Severity = parsed.GetValue(severity),
                Cause = parsed.GetValue(cause),
                Component = parsed.GetValue(component),
                Code = parsed.GetValue(code),
                Supplier = parsed.GetValue(supplier),
                Product = parsed.GetValue(product),
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                ProducedSince = parsed.GetValue(producedSince),
                ProducedUntil = parsed.GetValue(producedUntil),
            };
            var found = query.In(file.Shipments());
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(found).ToJsonString(Figure.Indented));
            }
            else
            {
                Write(query, found, context.Streams);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Write(RecallQuery query, IReadOnlyList<RecalledLot> found, Streams streams)
    {
        if (found.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns(
                new TableColumn("day"), new TableColumn("supplier"), new TableColumn("shipment"), new TableColumn("lot"), new TableColumn("made"), new TableColumn("holds"), new TableColumn("items").RightAligned(), new TableColumn("exhibits"), new TableColumn("packet"));
            foreach (var lot in found)
            {
                table.AddRow(
                    Figures.Day(lot.Shipment.Day),
                    Plain.Cell(lot.Shipment.Supplier),
                    Plain.Cell(lot.Shipment.Name),
                    Plain.Cell(lot.Lot.Name),
                    Day(lot.Lot.Produced) ?? "-",
                    Plain.Cell(lot.Lot.Components.Count == 0 ? null : string.Join("; ", lot.Lot.Components)),
                    lot.Items == 0 && !lot.Lot.IsLookedAt ? "nobody looked" : FormattableString.Invariant($"{lot.Items}"),
                    Plain.Cell(Exhibits(lot)),
                    lot.Shipment.PacketRoot is { } root ? root[..12] : "-");
            }

            streams.AnswerConsole.Write(table);
        }

        var shown = found.Count(lot => lot.Items > 0);
        streams.Answer.WriteLine(query.AsksForDefect && shown < found.Count
            ? FormattableString.Invariant($"lots: {found.Count}; the defect was found in {shown} of them, and not in the samples of the others, which may have it all the same")
            : FormattableString.Invariant($"lots: {found.Count}"));
    }

    private static string? Exhibits(RecalledLot lot) => lot.Exhibits.Count == 0 ? null
        : string.Join(", ", lot.Exhibits.Take(MostNamed).Select(exhibit => FormattableString.Invariant($"{exhibit.Number} ({exhibit.Item})"))) + (lot.Exhibits.Count > MostNamed ? FormattableString.Invariant($" and {lot.Exhibits.Count - MostNamed} more") : string.Empty);

    private static JsonObject Json(IReadOnlyList<RecalledLot> found) => new()
    {
        ["schema"] = Schema,
        ["lots"] = new JsonArray([.. found.Select(lot => new JsonObject
        {
            ["day"] = Figures.Day(lot.Shipment.Day),
            ["supplier"] = lot.Shipment.Supplier,
            ["product"] = lot.Shipment.Product,
            ["purchase_order"] = lot.Shipment.PurchaseOrder,
            ["shipment"] = lot.Shipment.Name,
            ["lot"] = lot.Lot.Name,
            ["size"] = lot.Lot.Size,
            ["produced"] = Day(lot.Lot.Produced),
            ["components"] = Figure.Texts(lot.Lot.Components),
            ["codes"] = Figure.Texts(lot.Lot.Codes),
            ["verdict"] = new Word(lot.Lot.Verdict).Code,
            ["looked_at"] = lot.Lot.IsLookedAt,
            ["items"] = lot.Items,
            ["exhibits"] = new JsonArray([.. lot.Exhibits.Select(exhibit => new JsonObject
            {
                ["number"] = exhibit.Number, ["item"] = exhibit.Item, ["class"] = exhibit.Class, ["severity"] = exhibit.Severity is { } severity ? new Word(severity).Code : null, ["cause"] = exhibit.Cause is { } cause ? new Word(cause).Code : null, ["photo"] = exhibit.Photo,
            })]),
            ["case"] = lot.Shipment.Folder,
            ["packet"] = lot.Packet,
            ["packet_root"] = lot.Shipment.PacketRoot,
        })]),
    };

    private static string? Day(DateOnly? day) => day is { } known ? Figures.Day(known) : null;
}
