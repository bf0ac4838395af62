using DefectVision.Cases.Claiming;
using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Evidence.Packets;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;

namespace DefectVision.Cases.Remembering;

/// <summary>Puts cases into a history, and holds a history against its cases.</summary>
internal static class Memory
{
    /// <summary>Every case is read before the first is kept.</summary>
    public static IReadOnlyList<KeptCase> Keep(IReadOnlyList<OpenedCase> cases, string history, CancellationToken cancel)
    {
        List<(OpenedCase Opened, ShipmentEntry Shipment, PhotoPrints Prints)> read = [.. cases.Select(opened => (opened, EntryOf(opened, null), CasePrints.Kept(opened)))];
        using var file = HistoryFile.Open(history, create: true);
        return
        [
            .. read.Select(one => (one.Opened, Shipment: file.Notified(one.Shipment) is { } notified ? EntryOf(one.Opened, notified) : one.Shipment, one.Prints))
                .Select(one => new KeptCase(Path.GetFileName(one.Opened.Folder), one.Shipment, file.Add(one.Shipment, one.Prints)) { Reuse = Reused(file, one.Opened, one.Shipment, cancel) }),
        ];
    }

    /// <summary>Which photos of a case were among those of other shipments; nothing is kept.</summary>
    public static Reuse Reused(OpenedCase opened, string history, CancellationToken cancel)
    {
        using var file = HistoryFile.Open(history, create: false);
        return Reused(file, opened, EntryOf(opened, null), cancel);
    }

    /// <summary>Tells what became of the claim of a case, which is kept with it, and so is the case that came in its place.</summary>
    public static KeptCase Tell(OpenedCase opened, string history, OutcomeEntry outcome, OpenedCase? replacement)
    {
        if (replacement?.Folder == opened.Folder)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: found the same case as its own replacement, wanted that of the goods which came in its place");
        }

        using var file = HistoryFile.Open(history, create: true);
        (ShipmentEntry, PhotoPrints)? other = replacement is null ? null : (EntryIn(file, replacement, null), CasePrints.Kept(replacement));
        var (shipment, prints) = (EntryIn(file, opened, outcome.Notified), CasePrints.Kept(opened));
        return new KeptCase(Path.GetFileName(opened.Folder), shipment, file.Tell(shipment, prints, outcome, other));
    }

    /// <summary>Tells what was learned from a case, writes its record, and keeps both; the case is kept with it.</summary>
    /// <param name="lesson">Its folder is not looked at.</param>
    /// <param name="folder">Full path of the documents.</param>
    public static (KeptCase Kept, IReadOnlyList<string> Files) Learn(OpenedCase opened, string history, LessonEntry lesson, string folder)
    {
        using var file = HistoryFile.Open(history, create: true);
        var (shipment, prints) = (EntryIn(file, opened, null), CasePrints.Kept(opened));
        var shipments = file.Shipments();
        var known = shipments.FirstOrDefault(one => one.Id == shipment.Id || one.Folder == shipment.Folder);
        var told = (known?.Lesson ?? lesson).With(lesson);
        var claim = Claim.Of(opened.Record, ClaimFacts.None with { Story = Story(known, told, shipments) }, Claimant.Holidays(opened));
        var files = ClaimPaper.WriteRecord(claim, folder);
        return (new KeptCase(Path.GetFileName(opened.Folder), shipment, file.Learn(shipment, prints, lesson with { Folder = folder })), files);
    }

    private static CaseStory Story(ShipmentEntry? known, LessonEntry lesson, IReadOnlyList<ShipmentEntry> shipments)
    {
        var outcome = known?.Outcome ?? new OutcomeEntry(null, null, null, null, null, null, null);
        return new CaseStory(outcome.Notified, outcome.Answered, outcome.Remedy, outcome.Amount, outcome.Agreed, outcome.Received, outcome.Note)
        {
            Replaced =
            [
                .. BeforeAfter.All(shipments).Where(pair => pair.BeforeOf.Id == known?.Id)
                    .Select(pair => new ReplacedLot(pair.Before.Name, pair.Before.Found, pair.AfterOf.Name, pair.After.Name, pair.After.Found, pair.IsBetterByChance)),
            ],
            RootCause = lesson.RootCause,
            Action = lesson.Action,
            Lesson = lesson.Lesson,
            Person = lesson.Person,
        };
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

    // Deadlines of the answer are counted from the day on which the supplier was told, now or before.
    private static ShipmentEntry EntryIn(HistoryFile file, OpenedCase opened, DateOnly? notified)
    {
        var shipment = EntryOf(opened, notified);
        return notified is null && file.Notified(shipment) is { } before ? EntryOf(opened, before) : shipment;
    }

    private static ShipmentEntry EntryOf(OpenedCase opened, DateOnly? notified)
    {
        var claim = Claim.Of(opened.Record, ClaimFacts.None with { Story = CaseStory.None with { Notified = notified } }, Claimant.Holidays(opened));
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
