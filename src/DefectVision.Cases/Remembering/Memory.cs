using DefectVision.Claims.Amounts;
using DefectVision.History;
using DefectVision.History.Storing;

namespace DefectVision.Cases.Remembering;

/// <summary>Puts cases into a history, and holds a history against its cases.</summary>
internal static class Memory
{
    /// <summary>Every case is read before the first is kept.</summary>
    public static IReadOnlyList<KeptCase> Keep(IReadOnlyList<OpenedCase> cases, string history)
    {
        List<(string Name, ShipmentEntry Shipment)> read = [.. cases.Select(opened => (Path.GetFileName(opened.Folder), EntryOf(opened)))];
        using var file = HistoryFile.Open(history, create: true);
        return [.. read.Select(one => new KeptCase(one.Name, one.Shipment, file.Add(one.Shipment)))];
    }

    /// <summary>Tells what became of the claim of a case, which is kept with it.</summary>
    public static KeptCase Tell(OpenedCase opened, string history, OutcomeEntry outcome)
    {
        var shipment = EntryOf(opened);
        using var file = HistoryFile.Open(history, create: true);
        var addition = file.Add(shipment);
        file.Tell(shipment.Id, outcome);
        return new KeptCase(Path.GetFileName(opened.Folder), shipment, addition);
    }

    /// <summary>What is wrong with the file, and with each case that is no longer what was kept.</summary>
    public static (int Shipments, IReadOnlyList<string> Faults) Check(string history)
    {
        using var file = HistoryFile.Open(history, create: false);
        if (file.Faults() is { Count: > 0 } faults)
        {
            return (0, faults);
        }

        var shipments = file.Shipments();
        return (shipments.Count, [.. shipments.Select(FaultOf).OfType<string>()]);
    }

    private static ShipmentEntry EntryOf(OpenedCase opened)
    {
        var totals = ClaimAmounts.Of(opened.Record).Totals;
        return ShipmentEntry.Of(opened.Record, opened.Folder, opened.File.RecordSha256!, opened.File.Runs.Min(run => run.AsOf)) with
        {
            Asked = new[] { AmountKind.Refund, AmountKind.ConfirmedItems }.Select(way => totals.FirstOrDefault(total => total.Kind == way)?.Total).FirstOrDefault(total => total > 0),
        };
    }

    private static string? FaultOf(ShipmentEntry shipment)
    {
        try
        {
            return CaseFile.Read(shipment.Folder)?.RecordSha256 is not { } now ? $"{shipment.Name}: found no inspection in {shipment.Folder}, where it was; history add takes it up where it is now"
                : now != shipment.RecordSha256 ? $"{shipment.Name}: the inspection in {shipment.Folder} has changed since it was kept; history add takes it up"
                : null;
        }
        catch (CaseException fault)
        {
            return $"{shipment.Name}: {fault.Message}";
        }
    }
}
