using System.Globalization;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;
using DefectVision.Pipeline.Ordering;
using DefectVision.Pipeline.Scoring;
using DefectVision.Pipeline.Sharding;

namespace DefectVision.Pipeline;

/// <summary>What to inspect and how.</summary>
/// <param name="Intake">The folder and how it is read.</param>
/// <param name="Agreement">What was agreed.</param>
/// <param name="Limits">What a photo may be at most.</param>
/// <param name="Workers">Threads that decode and score; changes the speed only.</param>
/// <param name="AsOf">The date the outputs carry; null: that of the first start.</param>
/// <param name="Fresh">Throws away what earlier runs journalled.</param>
/// <param name="Redoes">The model or the limits were asked for in this run: photos that were scored otherwise are scored again.</param>
public sealed record InspectionOptions(
    IntakeOptions Intake,
    Agreement Agreement,
    DecodeLimits Limits,
    int Workers,
    DateTimeOffset? AsOf,
    bool Fresh,
    bool Redoes)
{
    /// <summary>Whether photos are searched for barcodes and two-dimensional codes.</summary>
    public bool SearchesForCodes { get; init; } = true;

    /// <summary>The network that photos are held against each other by where no model judges them; null: no order to look in is made.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>What readers did in the review of the case; null: nobody reviewed.</summary>
    public ReviewLog? Reviews { get; init; }

    /// <summary>The journal was joined of all parts: files are taken as the parts found them, none is opened again, and none may lack or be of another size.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>How far an inspection has come.</summary>
/// <param name="Done">Files done, those of earlier runs among them.</param>
/// <param name="Total">Files found.</param>
public sealed record InspectionProgress(int Done, int Total)
{
    /// <summary>The files are read, and photos are being put in an order to look in.</summary>
    public bool IsOrdering { get; init; }
}

/// <summary>What is known when a run was let in and has scored nothing yet.</summary>
/// <param name="Plan">What will be stated.</param>
/// <param name="Lists">What came up in the lists.</param>
/// <param name="Remarks">On what earlier runs of the inspection found, a sentence each.</param>
public sealed record RunBegun(AnalysisPlan Plan, ListReading Lists, IReadOnlyList<string> Remarks);

/// <summary>From a folder to an inspection record: intake, scoring with a journal and pictures of suspect photos, lots.</summary>
public static class InspectionRun
{
    private const int EntriesPerFlush = 64;

    /// <param name="options">What and how.</param>
    /// <param name="model">Scores; null: every photo is read and accounted for, and nothing is scored.</param>
    /// <param name="clock">For the date of the first start.</param>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancel">Stops between files; the journal keeps what is done.</param>
    /// <param name="begun">Told once, before the first photo is scored and after the run was let in.</param>
    /// <exception cref="IntakeException">The input cannot be used.</exception>
    /// <exception cref="JournalBusyException">Another run writes the same inspection.</exception>
    /// <exception cref="ModelException">The model failed while it ran.</exception>
    public static InspectionRecord Execute(InspectionOptions options, Model? model, TimeProvider clock, IProgress<InspectionProgress>? progress, CancellationToken cancel, Action<RunBegun>? begun = null)
    {
        var start = Beginning.Of(options, model);
        var (terms, intake, draw, used, plan, binding, lots, reading) = (start.Terms, start.Intake, start.Draw, start.Used, start.Plan, start.Binding, start.Lots, start.Reading);
        using var journal = start.Open(options, model, clock);
        if (options.IsJoined)
        {
            JoinedParts.CheckComplete(journal.Entries, intake.Files);
        }

        begun?.Invoke(new RunBegun(plan, start.Early, journal.Remarks));

        var pictures = new PictureStore(options.Intake.OutFolder);
        var entries = Score(options, model, intake, intake.Files, journal, pictures, progress, cancel);
        var marked = Marking.Told(SameShots.Told(LotAssembly.Files(intake, entries), entries, intake.ItemSources, options.Workers, cancel), entries);
        var (files, order, maps) = LookOrders.Told(StrangeLots.Told(marked, used), options.Intake.FullPath, terms, options.OrderedBy, (options.Limits, options.Workers), progress, cancel);
        var assembly = new LotAssembly(intake, files, draw);
        var evidence = Evidence(assembly, lots, options.Intake.Lists, reading);
        reading.Settle();
        var changes = BindingTerms.Changes(journal.Header.Terms ?? binding, binding, draw);
        var asOf = options.AsOf ?? journal.Header.Started;
        var record = new InspectionRecord(
            start.Shipment,
            asOf,
            ProgramBuild.Product,
            terms,
            used,
            files,
            intake.MissingPhotos,
            new JudgedLots(assembly.Lots(terms, used), files, terms, used, plan, changes).By(evidence),
            intake.Layout,
            [.. Outside(files), .. Unmatched(draw, intake), .. CaptureNotes.Of(files, asOf), .. reading.Remarks, .. options.Agreement.Unread.Select(key => (FormattableString)$"{options.Agreement.FileName}, {key}: not read by this version."), .. AnswerTimes.Notes(evidence.Confirmed, asOf, files)])
        {
            GivenAs = options.Intake.Unpacked?.Archive,
            Archives = [.. intake.Files.Select(file => file.Archive).OfType<ShipmentArchive>()],
            NameBytes = NamesOf(intake),
            NearestPhotos = intake.NearestPhotos,
            SearchedForCodes = options.SearchesForCodes,
            Order = order,
            Plan = plan,
            PlanAtStart = journal.Header.Plan is { } atStart && atStart != plan.Sha256 ? atStart : null,
            Changes = changes,
            Confirmed = evidence.Confirmed,
            Draw = draw,
            Measured = evidence.Measured,
            Tests = evidence.Tests,
            ThirdParty = evidence.ThirdParty,
        };
        if (record.Accounting.Values.Sum() != intake.Files.Count)
        {
            throw new InvalidOperationException($"found {intake.Files.Count} files and {record.Accounting.Values.Sum()} outcomes");
        }

        record = Reviewed.By(record, options.Reviews);
        ExhibitThumbnails.Make(record, options.Intake.FullPath, maps, pictures, (options.Limits, options.Workers), cancel);
        return record;
    }

    /// <summary>Does the files of one part of a shipment, and tells of the part. What follows from all files together is told when the parts are joined.</summary>
    /// <param name="shard">Which part.</param>
    /// <inheritdoc cref="Execute" path="/param"/>
    /// <inheritdoc cref="Execute" path="/exception"/>
    public static Part ExecutePart(InspectionOptions options, Shard shard, Model? model, TimeProvider clock, IProgress<InspectionProgress>? progress, CancellationToken cancel, Action<RunBegun>? begun = null)
    {
        var start = Beginning.Of(options, model);
        var files = start.Intake.Files.Where(shard.Takes).ToList();
        JournalHeader header;
        using (var journal = start.Open(options, model, clock))
        {
            header = journal.Header;
            begun?.Invoke(new RunBegun(start.Plan, start.Early, journal.Remarks));
            Score(options, model, start.Intake, files, journal, new PictureStore(options.Intake.OutFolder), progress, cancel);
        }

        return new Part(shard, files.Count, start.Intake.Files.Count, JoinedParts.WalkOf(start.Intake.Files), header.Plan!, header.Program!, header.ModelSha256, header.Limits, header.Started, Journal.DigestOf(options.Intake.OutFolder)) { Processor = ProcessorKind.Here };
    }

    /// <summary>Makes the pictures that the exhibits of a record lack: of items that persons confirmed since. A photo that is gone has none.</summary>
    /// <param name="record">Judged.</param>
    /// <param name="shipment">Where the photos are.</param>
    /// <param name="folder">Of the case.</param>
    /// <param name="limits">What a photo may be at most.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">A picture cannot be written.</exception>
    public static void Show(InspectionRecord record, string shipment, string folder, DecodeLimits limits, CancellationToken cancel) => ExhibitThumbnails.Make(
        record, path => ShipmentFile.FullPath(shipment, folder, path), new Dictionary<string, HeatMap>(), new PictureStore(folder), (limits, 1), cancel);

    /// <summary>Takes away the pictures that nothing shows any more. Only once the outputs are written: until then those of the run before may be read again.</summary>
    /// <param name="record">As <see cref="Execute"/> gave it.</param>
    /// <param name="folder">Of its outputs.</param>
    /// <exception cref="IOException">A picture cannot be deleted.</exception>
    public static void Tidy(InspectionRecord record, string folder) => ExhibitThumbnails.KeepOnly(record, new PictureStore(folder));

    private static GivenEvidence Evidence(LotAssembly assembly, IEnumerable<string> lots, IReadOnlyDictionary<ListKind, string> lists, ListReading reading)
    {
        var known = new KnownItems(assembly.Items, lots) { Photos = assembly.Photos };
        var evidence = new GivenEvidence(
            Read(ListKind.Confirmed, file => Confirmations.Read(file, known, reading)),
            Read(ListKind.Measurements, file => Measurements.Read(file, known, reading)),
            Read(ListKind.Tests, file => TestResults.Read(file, known, reading)),
            Read(ListKind.ThirdParty, file => ThirdPartyReports.Read(file, known, reading)));
        reading.Note(known.Notes);
        return evidence;

        T? Read<T>(ListKind kind, Func<string, T> read)
            where T : class => lists.TryGetValue(kind, out var file) ? read(file) : null;
    }

    private static SortedDictionary<string, string>? NamesOf(ShipmentIntake intake) =>
        intake.Files.Where(file => file.NameBytes is not null).ToDictionary(file => file.Path, file => file.NameBytes!) is { Count: > 0 } names
            ? new SortedDictionary<string, string>(names, StringComparer.Ordinal)
            : null;

    private static IEnumerable<FormattableString> Outside(IReadOnlyList<InspectedFile> files) =>
        files.Count(file => file.Outcome == PhotoOutcome.OutsideAnyLot) is var count and > 0
            ? [$"{count} files lie outside any lot and were not judged: see the list of files that were not scored."]
            : [];

    private static IEnumerable<FormattableString> Unmatched(DrawList? draw, ShipmentIntake intake) => (draw?.Lots.Select(drawn => drawn.Lot) ?? [])
        .Where(lot => !intake.ItemSources.Keys.Any(found => LotAssembly.IsNamed(found, lot)))
        .Select(lot => (FormattableString)$"{draw!.Name}: found lot '{lot}', of which no photo was found.");

    private static Dictionary<string, JournalEntry> Score(
        InspectionOptions options,
        Model? model,
        ShipmentIntake intake,
        IReadOnlyList<FoundFile> files,
        Journal journal,
        PictureStore pictures,
        IProgress<InspectionProgress>? progress,
        CancellationToken cancel)
    {
        var entries = new Dictionary<string, JournalEntry>(files.Count, StringComparer.Ordinal);
        var search = new CodeSearch(intake.Files, options.SearchesForCodes);
        var ahead = ReadAhead.For(options.Workers);
        var read = new ReadStage(options.Intake.FullPath, options.Limits, journal.Entries, pictures, search, ahead) { TakesEntries = options.IsJoined };
        var unflushed = 0;
        try
        {
            ScoringLine.RunAsync<FoundFile, ReadFile, ScoredFile>(
                files,
                read.Read,
                () => NewWorker(model, options.Limits, search),
                (file, more) =>
                {
                    entries.Add(file.Entry.Path, file.Entry);
                    foreach (var (kind, jpeg) in file.Pictures)
                    {
                        pictures.Keep(file.Entry.Sha256!, kind, jpeg);
                    }

                    if (file.IsNew)
                    {
                        journal.Append(file.Entry);
                        unflushed++;
                    }

                    if (unflushed >= EntriesPerFlush)
                    {
                        journal.Flush();
                        unflushed = 0;
                    }
                    else if (!more)
                    {
                        journal.HandOver();
                    }

                    progress?.Report(new InspectionProgress(entries.Count, files.Count));
                },
                options.Workers,
                cancel,
                ahead).GetAwaiter().GetResult();
        }
        finally
        {
            journal.Flush();
        }

        return entries;
    }

    private static (Func<ReadFile, ScoredFile> Work, IDisposable Held) NewWorker(Model? model, DecodeLimits limits, CodeSearch search)
    {
        if (model is null)
        {
            var decode = new DecodeStage(limits, search);
            return (decode.Read, decode);
        }

        var score = new ScoreStage(model, limits, search);
        return (score.Score, score);
    }

    private static ModelUsed Describe(Model model)
    {
        var contract = model.Contract;
        var point = contract.OperatingPoint;
        return new ModelUsed(
            contract.Name,
            model.Sha256,
            contract.Training.IsForeign ? $"not known: somebody else made it; its operating point was set on '{contract.Training.Dataset}'" : contract.Training.Dataset,
            contract.Training.IsForeign ? new Dictionary<string, int>() : contract.Training.Photos,
            contract.DefectClasses,
            string.Create(CultureInfo.InvariantCulture, $"{contract.Input.Version}, {contract.Input.Width} x {contract.Input.Height} px; {(contract.Training.IsForeign ? string.Empty : "backbone ")}{contract.Training.Backbone}"),
            point.Threshold,
            OperatingPoint.ScoreDigits,
            OperatingPoint.Margin,
            point.FalseAlarmLevel,
            point.Sensitivity,
            point.Specificity,
            point.MeasuredHow,
            contract.CalibratedHow
                ?? $"none: fewer than {Calibration.FewestPhotos} photos of a side, so scores are no probabilities",
            model.SelfTest,
            model.ExecutionProvider,
            contract.Limits)
        {
            ReviewBand = contract.Review?.ToString(),
            IsLevelOfItems = point.IsLevelOfItems,
            ItemSpecificity = point.Items?.Specificity,
            ItemPhotos = point.Items?.FewestPhotos,
            OrdersOnly = point.OrdersOnly,
            MostStrange = contract.Familiar?.MostStrange,
        };
    }

    /// <summary>All that is known before the first file is opened: the walk, the terms and the plan. It is the same in every part of a shipment.</summary>
    private sealed record Beginning(string Shipment, AgreedTerms Terms, ShipmentIntake Intake, DrawList? Draw, ModelUsed? Used, IEnumerable<string> Lots, AnalysisPlan Plan, IReadOnlyList<BindingTerm> Binding, ListReading Reading, ListReading Early)
    {
        public static Beginning Of(InspectionOptions options, Model? model)
        {
            var terms = new AgreedTerms(options.Agreement);
            var reading = new ListReading(options.Intake.AcceptsListErrors);
            reading.Note(options.Agreement.Assumed);
            var draw = options.Intake.Lists.TryGetValue(ListKind.Draw, out var drawn) ? Draws.Read(drawn) : null;
            var intake = ContextViews.Told(ShipmentIntake.Of(options.Intake, terms, draw, reading), terms);
            reading.Note(LotNames.Notes(terms, intake.ItemSources.Keys));
            if (intake.Files.Count == 0)
            {
                throw new IntakeException($"{Path.GetFileName(options.Intake.Folder)}: found no file, wanted folders of photos");
            }

            var used = model is null ? null : Describe(model);
            var shipment = Path.GetFileName(options.Intake.Folder);
            var lots = LotAssembly.Planned(intake, terms);

            // Lists are read twice: before the first photo is scored, by what the names of the files promise, and then by what the files turned out to be.
            var early = new ListReading(options.Intake.AcceptsListErrors, reading);
            Evidence(new LotAssembly(intake, LotAssembly.Promised(intake), draw), lots, options.Intake.Lists, early);
            early.Settle();
            return new Beginning(shipment, terms, intake, draw, used, lots, AnalysisPlan.Of(shipment, terms, used, draw, lots), BindingTerms.Of(terms, draw, lots), reading, early);
        }

        public Journal Open(InspectionOptions options, Model? model, TimeProvider clock)
        {
            var folder = options.Intake.OutFolder;
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (DirectoryNotFoundException fault)
            {
                throw new IOException($"{folder}: found a file where a folder of this path should be, wanted a folder for the outputs", fault);
            }

            var header = new JournalHeader(JournalHeader.CurrentSchema, WholeSecond.Of(clock.GetUtcNow()), model?.Sha256, options.Limits.ToString(), Plan.Sha256) { Terms = Binding, Program = ProgramBuild.Named };
            return Journal.Open(folder, header, options.Fresh, options.Redoes);
        }
    }
}
