using System.Text;
using DefectVision.Cases.Claiming;
using DefectVision.Cases.Reviewing;
using DefectVision.Evidence;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Recording;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;

namespace DefectVision.Cases.Inspecting;

/// <summary>Inspects a shipment into a case: account for every photo, judge every lot by all evidence, write the outputs.</summary>
internal static class Inspector
{
    /// <param name="request">What to inspect.</param>
    /// <param name="context">What surrounds it.</param>
    /// <param name="joined">The case that the parts began, where the journal was joined of parts; null: what is kept in the folder.</param>
    public static InspectAnswer Inspect(InspectRequest request, CaseContext context, (CaseFile Case, LocalPlaces? Local)? joined = null)
    {
        using var prepared = Prepared.Of(request, context, joined);
        var (before, chosen, settings, file, places) = (prepared.Before, prepared.Chosen, prepared.Settings, prepared.File, prepared.Places);
        if (joined is { Case: var parts } && parts.Runs[^1].Inputs != file.Runs[^1].Inputs)
        {
            throw new PartsException("the lists, the model or the settings are not those that the parts were scored with; put them back, or score the parts again");
        }

        var record = InspectionRun.Execute(prepared.Options with { IsJoined = joined is not null }, prepared.Model, context.Clock, context.Progress, context.Cancel, begun => Begin(request, prepared, begun, context));
        foreach (var remark in request.Fresh ? [] : ResultsBefore.Remarks(record, file.Runs[^1], before, request.Folder))
        {
            context.Say(remark);
        }

        InputCopies.Stage(request.Folder, chosen);
        var written = Outputs.Write(record, request.Folder, settings, HolidayFile.Of(chosen.Sources.GetValueOrDefault(ListKind.Holidays)), context);
        InputCopies.Publish(request.Folder);
        StoredJson.Write(Path.Combine(request.Folder, CasePaths.Local), places);

        // Last: only a folder that is whole has a case whose digests agree.
        StoredJson.Write(Path.Combine(request.Folder, CasePaths.Case), file with
        {
            RecordSha256 = StoredJson.Sha256OfFile(Path.Combine(request.Folder, RecordFile.Name)),
            SummarySha256 = StoredJson.Sha256OfFile(Path.Combine(request.Folder, EvidenceWriter.SummaryName)),
        });
        InspectionRun.Tidy(record, request.Folder);
        return new InspectAnswer(record, written);
    }

    /// <summary>Does one part of a shipment, in a folder of its own: a case that has begun, and what the part says of itself.</summary>
    public static Part InspectPart(InspectRequest request, Shard shard, CaseContext context)
    {
        var told = Path.Combine(request.Folder, CasePaths.Part);
        using var prepared = Prepared.Of(request, context);
        var part = InspectionRun.ExecutePart(prepared.Options, shard, prepared.Model, context.Clock, context.Progress, context.Cancel, begun =>
        {
            File.Delete(told);
            Begin(request, prepared, begun, context);
        });

        // Last: a part that has it is whole.
        StoredJson.Write(told, new PartFile(PartFile.CurrentSchema, part));
        return part;
    }

    // Kept before the first photo is scored: a run that is interrupted goes on under the same date.
    private static void Begin(InspectRequest request, Prepared prepared, RunBegun begun, CaseContext context)
    {
        StoredJson.Write(Path.Combine(request.Folder, CasePaths.Case), Pending(prepared.Before, prepared.File));
        if (prepared.Before?.RecordSha256 is null)
        {
            StoredJson.Write(Path.Combine(request.Folder, CasePaths.Local), prepared.Places);
        }

        foreach (var remark in begun.Remarks.Concat(begun.Lists.Assumed.Select(FormattableString.Invariant)).Concat(begun.Lists.LeftOut.Select(line => $"left out, as told: {line}")))
        {
            context.Say(remark);
        }

        context.Say($"analysis plan, fixed before scoring: SHA-256 {begun.Plan.Sha256}");
    }

    // A case that cannot be read can be begun again, and in no other way.
    private static T? Kept<T>(InspectRequest request, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CaseException) when (request.Fresh)
        {
            return null;
        }
    }

    private static string? ModelOf(InspectRequest request, CaseFile? before, LocalPlaces? local)
    {
        if (request.Model is { } told)
        {
            return File.Exists(told) ? told : throw new FileNotFoundException($"{told}: no such file");
        }

        if (request.WithoutModel || before?.Model is not { } remembered)
        {
            return null;
        }

        return local?.Model is { } place && File.Exists(place) && StoredJson.Sha256OfFile(place) == remembered.Sha256 ? place
            : throw new CaseException($"{remembered.Name}: this inspection was made with it (SHA-256 {remembered.Sha256[..12]}…), and it is no longer where it was; name it with --model, or leave it out with --without model");
    }

    private static IEnumerable<string> Remarks(InspectRequest request, CaseFile? before, CaseSettings settings, Model? model)
    {
        if (model is null)
        {
            yield return "No model was named: every photo is read and accounted for, nothing is flagged, and the verdict comes from what persons, measurements and tests say."
                + (settings.HasOrder == false || request.Backbone is null ? string.Empty : " Photos are held against each other, for an order to look in (--no-order leaves that out).");
            if (before?.Model is { } left)
            {
                yield return $"left out, as told: the model {left.Name} (SHA-256 {left.Sha256[..12]}…)";
            }
        }
        else if (before is { Model: null, RecordSha256: not null })
        {
            yield return $"new since the last run: the model {model.Contract.Name} (SHA-256 {model.Sha256[..12]}…)";
        }
        else if (before?.Model is { } was && was.Sha256 != model.Sha256)
        {
            yield return $"replaced: the model {model.Contract.Name} (SHA-256 {model.Sha256[..12]}…) scores instead of {was.Name} (SHA-256 {was.Sha256[..12]}…)";
        }

        if (before is null)
        {
            yield break;
        }

        foreach (var (name, was, now) in ((string, object?, object?)[])
        [
            ("item pattern", before.Settings.ItemPattern, settings.ItemPattern),
            ("lot level", before.Settings.LotLevel, settings.LotLevel),
            ("largest photo, pixels", before.Settings.MaxPixels, settings.MaxPixels),
            ("codes of photos", Done(before.Settings.HasCodes, "read"), Done(settings.HasCodes, "read")),
            ("order to look in", Done(before.Settings.HasOrder, "made"), Done(settings.HasOrder, "made")),
            ("language", before.Settings.Language?.Code, settings.Language?.Code),
            ("paper", before.Settings.Paper, settings.Paper),
            ("report.pdf", Done(before.Settings.HasPdf, "written"), Done(settings.HasPdf, "written")),
        ])
        {
            if (!Equals(was, now))
            {
                yield return FormattableString.Invariant($"replaced: {name} {now}, before {was ?? "not said"}");
            }
        }

        if (Path.GetFileName(request.Shipment) != before.Shipment)
        {
            yield return $"the shipment's folder is called {Path.GetFileName(request.Shipment)} now, before {before.Shipment}";
        }
    }

    private static string? Done(bool? isWanted, string word) => isWanted switch { true => word, false => $"not {word}", null => null };

    // The date belongs to the inputs: the same inputs keep the date of their first run, other inputs begin a run of their own.
    private static CaseFile Begun(InspectRequest request, CaseFile? before, ChosenInputs chosen, CaseSettings settings, CaseModel? model, TimeProvider clock)
    {
        var runs = before?.Runs ?? [];
        var digest = DigestOf(chosen, settings, model, request.AcceptsListErrors);
        var earlier = request.Fresh ? null : runs.LastOrDefault(run => run.Inputs == digest);
        var asOf = request.AsOf?.ToUniversalTime() ?? earlier?.AsOf ?? WholeSecond.Of(clock.GetUtcNow());
        var run = new CaseRun(asOf, digest, ProgramBuild.Product) { Build = ProgramBuild.Named };
        return new CaseFile(CaseFile.CurrentSchema, Path.GetFileName(request.Shipment), settings, model, chosen.Inputs, [.. runs.Where(other => other.Inputs != digest), run])
        {
            LeftOut = chosen.LeftOut,
            AcceptsListErrors = request.AcceptsListErrors,
            Review = before?.Review,
        };
    }

    // Until the run has ended the case remembers what the last whole run was given, and the run that has begun.
    private static CaseFile Pending(CaseFile? before, CaseFile begun) =>
        before is { RecordSha256: not null } ? before with { Runs = begun.Runs } : begun;

    private static string DigestOf(ChosenInputs chosen, CaseSettings settings, CaseModel? model, bool acceptsListErrors)
    {
        var text = new StringBuilder();
        foreach (var input in chosen.Inputs)
        {
            text.Append(input.Kind).Append(' ').Append(input.Sha256).Append('\n').AppendJoin('\n', input.Documents.Values).Append('\n');
        }

        text.Append("model ").Append(model?.Sha256 ?? "none").Append('\n');
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{settings.ItemPattern}\n{settings.LotLevel}\n{settings.MaxPixels}\n");
        text.Append(settings.HasCodes == false ? "codes not read\n" : string.Empty);
        text.Append(settings.HasOrder == false ? "order not made\n" : string.Empty);
        text.Append(acceptsListErrors ? "list errors accepted\n" : string.Empty);
        return StoredJson.Sha256(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IntakeOptions Intake(InspectRequest request, ChosenInputs chosen, CaseSettings settings) => new(
        request.Shipment,
        request.Folder,
        chosen.Sources,
        settings.ItemPattern is { } pattern ? NamePattern.Of(pattern) : null,
        settings.LotLevel)
    {
        AcceptsListErrors = request.AcceptsListErrors,
        Unpacked = request.Unpacked,
    };

    /// <summary>What an inspection is made of: as asked for now, otherwise as the case remembers, otherwise as the shipment has it.</summary>
    private sealed record Prepared(CaseFile? Before, ChosenInputs Chosen, CaseSettings Settings, Model? Model, CaseFile File, InspectionOptions Options, LocalPlaces Places) : IDisposable
    {
        public static Prepared Of(InspectRequest request, CaseContext context, (CaseFile Case, LocalPlaces? Local)? joined = null)
        {
            var before = joined?.Case ?? Kept(request, () => CaseFile.Read(request.Folder));
            var local = joined is { } parts ? parts.Local : Kept(request, () => StoredJson.Read<LocalPlaces>(Path.Combine(request.Folder, CasePaths.Local)));
            var chosen = ChosenInputs.Of(request, before, local);
            var agreement = chosen.Sources.TryGetValue(ListKind.Agreement, out var agreed) ? AgreementReader.Read(PlainFile.Bytes(agreed), Path.GetFileName(agreed)) : Agreement.None;
            var modelPath = ModelOf(request, before, local);
            var model = modelPath is null ? null : Model.Load(modelPath);
            var settings = request.Settings.Or(before?.Settings ?? new CaseSettings());
            foreach (var remark in chosen.Remarks.Concat(Remarks(request, before, settings, model)).Concat(agreement.Unread.Select(key => $"{agreement.FileName}, {key}: not read by this version")))
            {
                context.Say(remark);
            }

            var file = Begun(request, before, chosen, settings, model is null ? null : new CaseModel(Path.GetFileName(modelPath!), model.Sha256), context.Clock);
            var options = new InspectionOptions(Intake(request, chosen, settings), agreement, settings.Limits, request.Workers, file.Runs[^1].AsOf, request.Fresh, request.Model is not null || request.WithoutModel || request.Settings.MaxPixels is not null) { SearchesForCodes = settings.HasCodes ?? true, OrderedBy = settings.HasOrder == false ? null : request.Backbone, Reviews = ReviewLogFile.Read(request.Folder) };
            return new Prepared(before, chosen, settings, model, file, options, new LocalPlaces(request.Shipment, modelPath is null ? null : Path.GetFullPath(modelPath), chosen.Named));
        }

        public void Dispose() => Model?.Dispose();
    }
}
