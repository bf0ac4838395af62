using System.Text.Json;
using DefectVision.Cases.Claiming;
using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Evidence.Packets;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;
using DefectVision.Inspection.Recording;
using DefectVision.Pipeline.Ordering;

namespace DefectVision.Cases.Remembering;

/// <summary>Puts cases into a history, and holds a history against its cases.</summary>
internal static class Memory
{
    private static readonly JsonSerializerOptions WhatIsKept = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Every case is read before the first is kept.</summary>
    public static IReadOnlyList<KeptCase> Keep(IReadOnlyList<OpenedCase> cases, string history, CaseContext context)
    {
        using var file = HistoryFile.Open(history, create: true);
        return
        [
            .. cases.Select(opened => (Opened: opened, Entry: EntryIn(file, opened, null, file.Shipments(), context), Prints: CasePrints.Kept(opened)))
                .Select(one => new KeptCase(Path.GetFileName(one.Opened.Folder), one.Entry.Shipment, file.Add(one.Entry.Shipment, one.Prints)) { Reuse = one.Entry.Reuse }),
        ];
    }

    /// <summary>Which photos of a case were among those of other shipments; nothing is kept.</summary>
    public static Reuse Reused(OpenedCase opened, string history, CancellationToken cancel)
    {
        using var file = HistoryFile.Open(history, create: false);
        return Reused(file, opened, EntryOf(opened, null), file.Shipments(), cancel);
    }

    /// <summary>Tells what became of the claim of a case, which is kept with it, and so is the case that came in its place.</summary>
    public static KeptCase Tell(OpenedCase opened, string history, OutcomeEntry outcome, OpenedCase? replacement, CaseContext context)
    {
        if (replacement?.Folder == opened.Folder)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: found the same case as its own replacement, wanted that of the goods which came in its place");
        }

        using var file = HistoryFile.Open(history, create: true);
        var (today, shipments) = (DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), file.Shipments());
        (ShipmentEntry Shipment, PhotoPrints)? other = replacement is null ? null : (EntryIn(file, replacement, null, shipments, context).Shipment, CasePrints.Kept(replacement));
        var (shipment, prints) = (EntryIn(file, opened, outcome.Notified, shipments, context).Shipment, CasePrints.Kept(opened));
        var known = Known(shipment, shipments)?.Outcome;
        if ((known?.With(outcome) ?? outcome).Fault(shipment.InspectedOn, today) is { } impossible)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: {impossible}; nothing was kept of it (history outcome --take-back takes back what was told last)");
        }

        if (other is { } came && ReplacementFault(shipment, known, came.Shipment, shipments) is { } wrong)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: {wrong}");
        }

        return new KeptCase(Path.GetFileName(opened.Folder), shipment, file.Tell(shipment, prints, outcome, other));
    }

    /// <summary>Tells what was learned from a case, writes its record, and keeps both; the case is kept with it.</summary>
    /// <param name="lesson">Its folder is not looked at.</param>
    /// <param name="folder">Full path of the documents.</param>
    public static (KeptCase Kept, IReadOnlyList<string> Files) Learn(OpenedCase opened, string history, LessonEntry lesson, string folder, CaseContext context)
    {
        using var file = HistoryFile.Open(history, create: true);
        var shipments = file.Shipments();
        var (shipment, prints) = (EntryIn(file, opened, null, shipments, context).Shipment, CasePrints.Kept(opened));
        var known = Known(shipment, shipments);
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
            Day = lesson.Day,
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

    /// <summary>Takes back what was told last of the claim of a case.</summary>
    public static bool TakeBack(OpenedCase opened, string history)
    {
        using var file = HistoryFile.Open(history, create: false);
        return file.TakeBack(EntryOf(opened, null));
    }

    /// <summary>What a history knows of the claim of a case; null where nothing was told.</summary>
    public static CaseStory? StoryOf(OpenedCase opened, string history)
    {
        if (!File.Exists(history))
        {
            return null;
        }

        using var file = HistoryFile.Open(history, create: false);
        var shipments = file.Shipments();
        return Known(EntryOf(opened, null), shipments) is { } known && (known.Outcome is not null || known.Lesson is not null)
            ? Story(known, known.Lesson ?? new LessonEntry(null, null, null, null, null, null), shipments) : null;
    }

    // One that was begun anew in the same folder is the same shipment.
    private static ShipmentEntry? Known(ShipmentEntry shipment, IReadOnlyList<ShipmentEntry> shipments) => shipments.FirstOrDefault(one => one.Id == shipment.Id || one.Folder == shipment.Folder);

    private static string? ReplacementFault(ShipmentEntry replaced, OutcomeEntry? known, ShipmentEntry came, IReadOnlyList<ShipmentEntry> shipments)
    {
        if (came.Supplier is not null && replaced.Supplier is not null && NameKey.Of(came.Supplier) != NameKey.Of(replaced.Supplier))
        {
            return $"found goods of {came.Supplier} as its replacement, wanted goods of {replaced.Supplier}";
        }

        if (came.Day < replaced.Day)
        {
            return FormattableString.Invariant($"found goods that were inspected on {came.Day:yyyy-MM-dd} as its replacement, before its own on {replaced.Day:yyyy-MM-dd}");
        }

        var byId = shipments.ToDictionary(shipment => shipment.Id, StringComparer.Ordinal);
        if (known?.Replacement is { } before && before != came.Id && byId.TryGetValue(before, out var first))
        {
            return $"{first.Name} is kept as its replacement already; where {came.Name} came in place of {first.Name}, tell it of that one (history outcome {first.Name} --replacement), else take the first back (history outcome --take-back)";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = came.Id; byId.TryGetValue(next, out var shipment) && seen.Add(next) && shipment.Outcome?.Replacement is { } after; next = after)
        {
            if (after == replaced.Id)
            {
                return $"found as its replacement {came.Name}, which it replaced itself";
            }
        }

        return null;
    }

    // Deadlines of the answer are counted from the day on which the supplier was told, now or before.
    private static (ShipmentEntry Shipment, Reuse Reuse) EntryIn(HistoryFile file, OpenedCase opened, DateOnly? notified, IReadOnlyList<ShipmentEntry> shipments, CaseContext context)
    {
        var first = EntryOf(opened, notified);
        var shipment = notified is null && Known(first, shipments)?.Outcome?.Notified is { } before ? EntryOf(opened, before) : first;
        var reuse = Reused(file, opened, shipment, shipments, context.Cancel);
        return (CasePlaces.Seen(shipment, opened, context.Backbone) with
        {
            Reused = [.. reuse.Photos.Where(photo => photo.Day <= shipment.Day).Select(photo => new ReusedEntry(photo.Path, photo.Shipment, photo.Day, photo.OtherPath, photo.IsSameFile))],
        }, reuse);
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

    /// <summary>The exhibits of all shipments that a photo shows something like, the likest first.</summary>
    /// <param name="photo">Bytes of the photo.</param>
    public static IReadOnlyList<LikeExhibit>? Like(byte[] photo, string history, string backbone)
    {
        using var file = HistoryFile.Open(history, create: false);
        using var vectors = new PlaceVectors(backbone);
        var network = StoredJson.Sha256OfFile(backbone);
        List<(ShipmentEntry Shipment, LotEntry Lot, ExhibitEntry Exhibit)> kept =
        [
            .. file.Shipments().SelectMany(shipment => shipment.Lots.SelectMany(lot => lot.Exhibits.Where(exhibit => exhibit.Place?.Network == network && exhibit.Place.Numbers.Count == vectors.Length).Select(exhibit => (shipment, lot, exhibit)))),
        ];
        return vectors.Nearest(photo, [.. kept.Select(one => one.Exhibit.Place!.Numbers)]) is { } near
            ? [.. kept.Zip(near, (one, likeness) => new LikeExhibit(one.Shipment, one.Lot, one.Exhibit, likeness)).OrderByDescending(like => like.Likeness)]
            : null;
    }

    private static Reuse Reused(HistoryFile file, OpenedCase opened, ShipmentEntry shipment, IReadOnlyList<ShipmentEntry> shipments, CancellationToken cancel) =>
        new ReuseSearch(shipments, file.Prints(), shipment).Of(CasePrints.Of(opened), cancel);

    // The record is read and digested anew, and what follows from it is held against what is kept: neither may have been altered.
    private static string? FaultOf(ShipmentEntry shipment)
    {
        try
        {
            if (CaseFile.Read(shipment.Folder)?.RecordSha256 is not { } now)
            {
                return $"{shipment.Name}: found no inspection in {shipment.Folder}, where it was; history add takes it up where it is now";
            }

            return now != shipment.RecordSha256 ? $"{shipment.Name}: the inspection in {shipment.Folder} has changed since it was kept; history add takes it up"
                : Core(EntryOf(OpenedCase.At(shipment.Folder), shipment.Outcome?.Notified)) != Core(shipment) ? $"{shipment.Name}: the history does not hold what the inspection in {shipment.Folder} found; history add takes it up anew"
                : null;
        }
        catch (Exception fault) when (fault is CaseException or RecordException or IOException or UnauthorizedAccessException)
        {
            return $"{shipment.Name}: {fault.Message}";
        }
    }

    // What the record alone gives: not what was told, what other shipments hold, and what a network saw.
    private static string Core(ShipmentEntry shipment) => JsonSerializer.Serialize(shipment with
    {
        Folder = string.Empty,
        PacketRoot = null,
        Reused = [],
        Outcome = null,
        Lesson = null,
        Lots = [.. shipment.Lots.Select(lot => lot with { Exhibits = [.. lot.Exhibits.Select(exhibit => exhibit with { Place = null })] })],
    }, WhatIsKept);
}
