using DefectVision.Cases.Claiming;
using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Evidence.Packets;
using DefectVision.History;
using DefectVision.History.Storing;

namespace DefectVision.Cases.Remembering;

/// <summary>Puts cases into a history, and holds a history against its cases.</summary>
internal static class Memory
{
    /// <summary>Every case is read before the first is kept.</summary>
    public static IReadOnlyList<KeptCase> Keep(IReadOnlyList<OpenedCase> cases, string history, CancellationToken cancel)
    {
        List<(OpenedCase Opened, ShipmentEntry Shipment, PhotoPrints Prints)> read = [.. cases.Select(opened => (opened, EntryOf(opened), CasePrints.Kept(opened)))];
        using var file = HistoryFile.Open(history, create: true);
        return [.. read.Select(one => new KeptCase(Path.GetFileName(one.Opened.Folder), one.Shipment, file.Add(one.Shipment, one.Prints)) { Reuse = Reused(file, one.Opened, one.Shipment, cancel) })];
    }

    /// <summary>Which photos of a case were among those of other shipments; nothing is kept.</summary>
    public static Reuse Reused(OpenedCase opened, string history, CancellationToken cancel)
    {
        using var file = HistoryFile.Open(history, create: false);
        return Reused(file, opened, EntryOf(opened), cancel);
    }

    /// <summary>Tells what became of the claim of a case, which is kept with it, and so is the case that came in its place.</summary>
    public static KeptCase Tell(OpenedCase opened, string history, OutcomeEntry outcome, OpenedCase? replacement)
    {
        var (shipment, prints) = (EntryOf(opened), CasePrints.Kept(opened));
        (ShipmentEntry, PhotoPrints)? other = replacement is null ? null : (EntryOf(replacement), CasePrints.Kept(replacement));
        if (other?.Item1.Id == shipment.Id)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: found the same shipment as its own replacement, wanted the case of the goods that came in its place");
        }

        using var file = HistoryFile.Open(history, create: true);
        return new KeptCase(Path.GetFileName(opened.Folder), shipment, file.Tell(shipment, prints, outcome, other));
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

    /// <summary>What is kept of a case.</summary>
    public static ShipmentEntry EntryOf(OpenedCase opened)
    {
        var claim = Claim.Of(opened.Record, ClaimFacts.None, Claimant.Holidays(opened));
        return ShipmentEntry.Of(opened.Record, opened.Folder, opened.File.RecordSha256!, opened.File.Runs.Min(run => run.AsOf)) with
        {
            Asked = new[] { AmountKind.Refund, AmountKind.ConfirmedItems }.Select(way => claim.Amounts.Totals.FirstOrDefault(total => total.Kind == way)?.Total).FirstOrDefault(total => total > 0),
            PacketRoot = PacketWriter.RootIn(opened.Folder),
            Deadlines = [.. claim.Deadlines.Where(deadline => deadline.Date is not null).Select(deadline => new DeadlineEntry(ClaimPaper.Code(deadline.Kind), deadline.Lot, deadline.Date!.Value))],
        };
    }

    private static Reuse Reused(HistoryFile file, OpenedCase opened, ShipmentEntry shipment, CancellationToken cancel) =>
        new ReuseSearch(file.Shipments(), file.Prints(), shipment).Of(CasePrints.Of(opened), cancel);

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
