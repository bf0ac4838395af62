using DefectVision.Cases.Claiming;
using DefectVision.Cases.Inspecting;
using DefectVision.Cases.Packing;
using DefectVision.Cases.Remembering;
using DefectVision.Cases.Reviewing;
using DefectVision.Cases.Teaching;
using DefectVision.Claims;
using DefectVision.Evidence;
using DefectVision.Evidence.Data;
using DefectVision.Evidence.Packets;
using DefectVision.History;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Pipeline.Sharding;

namespace DefectVision.Cases;

/// <summary>
/// Everything that can be done with a case: a request in, an answer out, the same for whoever asks. Inspecting alone scores; all other work reads
/// the case, needs no model, and takes up what readers said in its review.
/// </summary>
public static class Casework
{
    /// <summary>Inspects a shipment into a case. The same request again resumes it.</summary>
    /// <exception cref="CaseException">Evidence that the case was given is gone.</exception>
    /// <exception cref="Pipeline.Intake.IntakeException">The shipment or a list cannot be taken in.</exception>
    /// <exception cref="Inference.ModelException">The model cannot be used.</exception>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    public static InspectAnswer Inspect(InspectRequest request, CaseContext context) => Inspector.Inspect(request, context);

    /// <summary>Does one part of a shipment's files, in a folder of its own. The same request again resumes it.</summary>
    /// <param name="request">Its folder is that of the part.</param>
    /// <param name="shard">Which part.</param>
    /// <inheritdoc cref="Inspect" path="/exception"/>
    public static Part InspectPart(InspectRequest request, Shard shard, CaseContext context) => Inspector.InspectPart(request, shard, context);

    /// <summary>Joins all parts of a shipment into one case, and judges it.</summary>
    /// <returns>Full path of the case, and what the inspection gave.</returns>
    /// <exception cref="PartsException">The parts do not make one inspection.</exception>
    /// <exception cref="DirectoryNotFoundException">The shipment is no longer where the parts found it.</exception>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    public static (string Folder, InspectAnswer Answer) Merge(MergeRequest request, CaseContext context) => Merger.Merge(request, context);

    /// <summary>Writes the report of a case again, in another language or on other paper; nothing else of the case changes.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="settings">Language, paper, PDF; what is not said is as in the inspection.</param>
    /// <exception cref="CaseException">It is no finished case.</exception>
    public static WrittenOutputs Report(string folder, CaseSettings settings, CaseContext context)
    {
        var opened = Open(folder, null, context);
        return Outputs.Report(opened, settings.Or(opened.File.Settings), context);
    }

    /// <summary>Letters, amounts and deadlines of a case, and the packet that holds them.</summary>
    /// <exception cref="CaseException">It is no finished case.</exception>
    /// <exception cref="PacketExistsException">A packet is there already.</exception>
    /// <param name="history">Full path of a history that may know what came of the claim so far; null: none.</param>
    public static ClaimAnswer Claim(PackRequest request, CaseContext context, string? history = null)
    {
        PacketWriter.RefuseToReplace(request.Folder, request.Overwrite);
        var opened = Open(request.Folder, request.Shipment, context);
        return Claimant.Make(opened, request, history is null ? null : Memory.StoryOf(opened, history), context);
    }

    /// <summary>For each remedy, which evidence is there and which is missing. Nothing is written.</summary>
    /// <exception cref="CaseException">It is no finished case.</exception>
    public static Claim CheckClaim(string folder, CaseContext context) => Claimant.Check(Open(folder, null, context));

    /// <summary>The evidence packet of a case.</summary>
    /// <exception cref="CaseException">It is no finished case.</exception>
    /// <exception cref="PacketExistsException">A packet is there already.</exception>
    /// <exception cref="PacketException">A photo is not the one that was inspected.</exception>
    public static PacketMade Pack(PackRequest request, CaseContext context)
    {
        PacketWriter.RefuseToReplace(request.Folder, request.Overwrite);
        var opened = Open(request.Folder, request.Shipment, context);
        return Packer.Make(opened, Packer.Options(opened, request), context);
    }

    /// <summary>The photos of a case that the answers of persons label, for a model to learn from. Nothing is written.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <exception cref="CaseException">It is no finished case, nobody answered, or nothing that was answered gives a photo.</exception>
    /// <exception cref="DirectoryNotFoundException">The photos are no longer where they were inspected.</exception>
    public static AnsweredPhotos Answers(string folder, CaseContext context)
    {
        var answers = Teacher.Of(Open(folder, null, context));
        foreach (var items in answers.LeftOut)
        {
            context.Say(items.ToString());
        }

        return answers;
    }

    /// <summary>Opens the review of a case; only one run of the program reviews a case at a time.</summary>
    /// <exception cref="CaseException">It is no finished case, or its review was changed after it was written.</exception>
    /// <exception cref="ReviewBusyException">Another run reviews it.</exception>
    /// <exception cref="DirectoryNotFoundException">The photos are no longer where they were inspected.</exception>
    /// <exception cref="IOException">The log of the review cannot be written.</exception>
    public static ReviewDesk Review(ReviewRequest request, CaseContext context)
    {
        var opened = Open(request.Folder, request.Shipment, context);
        var shipment = opened.Shipment(request.Shipment);
        return ReviewDesk.Open(opened, shipment, request, context);
    }

    /// <summary>Takes the review of a case up into its outputs, where they do not hold it yet.</summary>
    /// <returns>The inspection with the review, and what was written; null where nothing had to be.</returns>
    /// <exception cref="CaseException">It is no finished case, or its review was changed after it was written.</exception>
    /// <exception cref="IOException">The outputs cannot be written.</exception>
    public static (InspectionRecord Record, WrittenOutputs? Written) TakeUp(ReviewRequest request, CaseContext context)
    {
        var (opened, written) = ReviewedCase.Write(OpenedCase.At(request.Folder), request.Shipment, context);
        return (opened.Record, written);
    }

    /// <summary>Keeps cases in a history. One that is kept already stays as it is, one that has changed replaces what was kept.</summary>
    /// <param name="folders">Full paths of the cases.</param>
    /// <param name="history">The file; made where there is none.</param>
    /// <exception cref="CaseException">One is no finished case; none is kept.</exception>
    /// <exception cref="HistoryException">The file is no history, or cannot be written.</exception>
    public static IReadOnlyList<KeptCase> Keep(IReadOnlyList<string> folders, string history, CaseContext context) =>
        Memory.Keep([.. folders.Distinct(StringComparer.Ordinal).Select(folder => Open(folder, null, context))], history, context);

    /// <summary>Which photos of a case were among those of other shipments in a history. Nothing is kept.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="history">The file.</param>
    /// <exception cref="CaseException">It is no finished case.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="HistoryException">It is no history, or cannot be read.</exception>
    public static Reuse Reused(string folder, string history, CaseContext context) => Memory.Reused(OpenedCase.At(folder), history, context.Cancel);

    /// <summary>The exhibits of all shipments in a history that a photo shows something like, the likest first.</summary>
    /// <param name="photo">Full path.</param>
    /// <param name="history">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such photo or history.</exception>
    /// <exception cref="CaseException">The photo cannot be read.</exception>
    /// <exception cref="HistoryException">It is no history, or cannot be read.</exception>
    public static IReadOnlyList<LikeExhibit> Like(string photo, string history, CaseContext context) =>
        Memory.Like(PlainFile.Bytes(photo), history, context.Backbone ?? throw new InvalidOperationException("found no feature network, wanted one to look with"))
        ?? throw new CaseException($"{Path.GetFileName(photo)}: it cannot be read as a photo");

    /// <summary>Tells a history what became of the claim of a case; the case is kept with it.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="history">The file; made where there is none.</param>
    /// <param name="replacement">Full path of the case of the goods that came in its place, which is kept, too; null: none is told.</param>
    /// <exception cref="CaseException">One of the two is no finished case, or they are one.</exception>
    /// <exception cref="HistoryException">The file is no history, or another program uses it.</exception>
    public static KeptCase TellOutcome(string folder, string history, OutcomeEntry outcome, string? replacement, CaseContext context) =>
        Memory.Tell(Open(folder, null, context), history, outcome, replacement is null ? null : Open(replacement, null, context), context);

    /// <summary>Tells a history what was learned from a case, and writes the record of the case: what was found, asked, agreed and learned. The case is kept with it, and stays as it is.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="history">The file; made where there is none.</param>
    /// <param name="documents">Full path of the folder of the documents.</param>
    /// <exception cref="CaseException">It is no finished case.</exception>
    /// <exception cref="HistoryException">The file is no history, or another program uses it.</exception>
    /// <exception cref="IOException">The documents cannot be written.</exception>
    public static (KeptCase Kept, IReadOnlyList<string> Files) Learn(string folder, string history, LessonEntry lesson, string documents, CaseContext context) =>
        Memory.Learn(Open(folder, null, context), history, lesson, documents, context);

    /// <summary>Takes back what was told last of the claim of a case.</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="history">The file.</param>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="CaseException">It is no finished case.</exception>
    /// <exception cref="FileNotFoundException">There is no such history.</exception>
    /// <exception cref="HistoryException">The file is no history, or another program uses it.</exception>
    public static bool TakeBackOutcome(string folder, string history) => Memory.TakeBack(OpenedCase.At(folder), history);

    /// <summary>Holds a history against itself and against the cases that it was made of.</summary>
    /// <param name="history">The file.</param>
    /// <returns>Shipments kept, and a sentence for everything that is wrong.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="HistoryException">It is no history, or cannot be read.</exception>
    public static (int Shipments, IReadOnlyList<string> Faults) CheckHistory(string history) => Memory.Check(history);

    /// <summary>Which items of a case to answer for next, so that a model learns most from it: a list to fill in, beside the case's own. What was found stays as it is.</summary>
    /// <exception cref="CaseException">It is no finished case, every item is answered for, or nothing orders them.</exception>
    /// <exception cref="DirectoryNotFoundException">Another model is to look, and the photos are no longer where they were inspected.</exception>
    /// <exception cref="IOException">The list cannot be written.</exception>
    public static NextPhotos Next(NextRequest request, CaseContext context) => NextToLabel.Of(Open(request.Folder, null, context), request, context);

    /// <summary>Writes what readers said in the review of a case as a list that an inspection reads (<c>confirmed.csv</c>).</summary>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="file">Full path of the list; a file that is there is replaced.</param>
    /// <returns>Answers written.</returns>
    /// <exception cref="CaseException">It is no finished case, nobody reviewed it, or its review was changed after it was written.</exception>
    /// <exception cref="IOException">The list cannot be written.</exception>
    public static int ExportReview(string folder, string file)
    {
        PlainFile.CheckPlace(file);
        var opened = OpenedCase.At(folder);
        var said = ReviewLogFile.Read(opened.Folder)?.Joined(null) ?? throw new CaseException($"{Path.GetFileName(folder)}: nobody has reviewed this case; defectvision review {Path.GetFileName(folder)} opens it");
        using var bytes = new MemoryStream();
        var lines = ConfirmedFile.Write(said, bytes);
        File.WriteAllBytes(file + ".part", bytes.ToArray());
        File.Move(file + ".part", file, overwrite: true);
        return lines;
    }

    private static OpenedCase Open(string folder, string? shipment, CaseContext context)
    {
        var opened = ReviewedCase.UpToDate(OpenedCase.At(folder), shipment, context);
        foreach (var change in opened.Changes(shipment))
        {
            context.Say(change);
        }

        return opened;
    }
}
