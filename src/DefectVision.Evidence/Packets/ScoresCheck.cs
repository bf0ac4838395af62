using System.Globalization;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>The scores of the original photos in the packet are those that its model gives them again.</summary>
internal static class ScoresCheck
{
    private const string Part = "scores";

    public static IEnumerable<CheckedPart> Of(OpenedPacket packet, Rescoring rescoring, CancellationToken cancel)
    {
        if (packet.Outputs is not { } outputs)
        {
            return [CheckedPart.NotChecked(Part, $"{EvidenceWriter.SummaryName}, which names the model, cannot be read")];
        }

        if (outputs.ModelSha256 is not { } model)
        {
            return [CheckedPart.NotChecked(Part, "the inspection was made without a model: there is no score")];
        }

        return model != rescoring.ModelSha256
            ? [CheckedPart.Fails(Part, $"nothing was scored again: the inspection's model has SHA-256 {model}, and the one given has {rescoring.ModelSha256}")]
            : Again(packet, rescoring, cancel);
    }

    private static List<CheckedPart> Again(OpenedPacket packet, Rescoring rescoring, CancellationToken cancel)
    {
        var scored = packet.Results.Where(line => line.IsScored).DistinctBy(line => line.Path).ToDictionary(line => line.Path, StringComparer.Ordinal);
        var photos = packet.Manifest
            .Where(entry => entry.Photo is { Redaction: null } photo && scored.ContainsKey(photo.Source) && packet.Digests.GetValueOrDefault(entry.Path) == entry.Sha256)
            .DistinctBy(entry => entry.Photo!.Source)
            .ToList();
        var (parts, same, furthest) = (new List<CheckedPart>(), 0, 0.0);
        foreach (var (at, photo) in photos.Index())
        {
            cancel.ThrowIfCancellationRequested();
            var line = scored[photo.Photo!.Source];
            var (outcome, finding) = rescoring.Score(line.Path, packet.Bytes(photo.Path)!);
            var differences = finding is null ? [$"{EvidenceWriter.ResultsName} has a score, and scored again it is {Code.Of(outcome)}"] : Differences(line, finding, rescoring.Margin).ToList();
            if (differences.Count == 0)
            {
                same++;
                furthest = Math.Max(furthest, Math.Abs(line.Score!.Value - finding!.Score));
            }

            parts.AddRange(differences.Select(difference => CheckedPart.Fails(photo.Path, difference)));
            rescoring.Progress?.Report((at + 1, photos.Count));
        }

        if (same > 0)
        {
            var off = furthest == 0 ? "" : FormattableString.Invariant($", the furthest score off by {furthest:0.######}, within the {rescoring.Margin:0.######} that machines may differ");
            parts.Add(CheckedPart.Holds(Part, FormattableString.Invariant($"{same} photos scored again by the model that the packet names: score, standing, probability and class are those of {EvidenceWriter.ResultsName}{off}")));
        }

        if (scored.Count > photos.Count)
        {
            parts.Add(CheckedPart.NotChecked(Part, FormattableString.Invariant($"of {scored.Count} scored photos, the originals of {scored.Count - photos.Count} are not in the packet, or not whole, so they cannot be scored again")));
        }

        return parts;
    }

    // What follows from the score may differ only where the score does. In a lot of strange goods the flags decide nothing, and what stands in the results is the standing by score.
    private static IEnumerable<string> Differences(ResultLine line, Finding again, double margin)
    {
        if (line.Score is not { } score || !(Math.Abs(score - again.Score) <= margin))
        {
            yield return Differs("score", line.Score?.ToString(CultureInfo.InvariantCulture), again.Score.ToString(CultureInfo.InvariantCulture));
        }
        else if (score == again.Score)
        {
            var standing = Code.Of(again.Standing);
            if ((line.StandingByScore ?? line.Standing) != standing)
            {
                yield return Differs("standing", line.StandingByScore ?? line.Standing, standing);
            }

            if (line.StandingByScore is null && line.Probability != again.Probability)
            {
                yield return Differs("probability", line.Probability?.ToString(CultureInfo.InvariantCulture), again.Probability?.ToString(CultureInfo.InvariantCulture));
            }

            if (line.StandingByScore is null && line.DefectClass != again.DefectClass)
            {
                yield return Differs("class", line.DefectClass, again.DefectClass);
            }
        }
    }

    private static string Differs(string what, string? found, string? wanted) => $"{what}: {EvidenceWriter.ResultsName} has {found ?? "none"}, and scored again it is {wanted ?? "none"}";
}
