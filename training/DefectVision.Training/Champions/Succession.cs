using System.Security.Cryptography;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Measuring;

namespace DefectVision.Training.Champions;

/// <summary>
/// Who is in use: a candidate takes the champion's place, or the one before takes it back. The one that leaves stays beside it as <c>NAME.SHA12.onnx</c>
/// (and <c>.md</c>), and can be used under that name. There is never a moment without a model in the place.
/// </summary>
public static class Succession
{
    private const int ShortDigest = 12;

    /// <summary>Puts the candidate in the champion's place.</summary>
    /// <param name="comparison">Of these two files.</param>
    /// <param name="championPath">NAME.onnx.</param>
    /// <param name="candidatePath">Left where it is.</param>
    /// <param name="time">For the history.</param>
    /// <returns>Where the champion is kept.</returns>
    /// <exception cref="ChampionException">The candidate has not passed the gate, or a file is no longer the one that was measured.</exception>
    /// <exception cref="IOException">A file cannot be written; the champion is still in its place.</exception>
    public static string Promote(ModelComparison comparison, string championPath, string candidatePath, DateTimeOffset time)
    {
        if (comparison.Gate != Gate.Better)
        {
            throw new ChampionException(comparison.Verdict);
        }

        Measured(championPath, comparison.Champion);
        return Replace(championPath, Measured(candidatePath, comparison.Candidate), CardOf(candidatePath), new HistoryEntry(
            time.ToUniversalTime(),
            HistoryEvent.Promoted,
            comparison.Candidate.Sha256,
            comparison.Champion.Sha256,
            comparison.Set.Sha256,
            Figures(comparison.Candidate),
            Figures(comparison.Champion),
            comparison.Areas.PValue?.Value));
    }

    /// <summary>Puts the model back that the last promotion replaced; again, the one before that.</summary>
    /// <param name="modelPath">NAME.onnx.</param>
    /// <param name="time">For the history.</param>
    /// <returns>Digests of the model that is back and of the one that left, and where the latter is kept.</returns>
    /// <exception cref="FileNotFoundException">No such model.</exception>
    /// <exception cref="ChampionException">There is none before it, it is gone or changed, or the model in use came there by other means.</exception>
    /// <exception cref="ModelException">The model before fails its self-test.</exception>
    public static (string Back, string Left, string KeptAt) RollBack(string modelPath, DateTimeOffset time)
    {
        var current = Digest(File.ReadAllBytes(modelPath));
        var history = ModelHistory.Of(modelPath);
        var name = Path.GetFileName(modelPath);
        if (history.Predecessors is not [.., var previous])
        {
            throw new ChampionException($"{name}: found no model before it in {Path.GetFileName(history.Path)}, wanted a promotion that has not been rolled back");
        }

        if (history.Entries[^1].Model != current)
        {
            throw new ChampionException($"{name}: found a model ({current[..ShortDigest]}) that was put there by other means, wanted {history.Entries[^1].Model[..ShortDigest]}, the last of its history");
        }

        var kept = KeptPath(modelPath, previous);
        if (!File.Exists(kept) || File.ReadAllBytes(kept) is not { } bytes || Digest(bytes) != previous)
        {
            throw new ChampionException($"{name}: found no {Path.GetFileName(kept)} with SHA-256 {previous}, wanted the model before it as it was kept");
        }

        Model.Load(kept).Dispose();
        return (previous, current, Replace(modelPath, bytes, CardOf(kept), new HistoryEntry(time.ToUniversalTime(), HistoryEvent.RolledBack, previous, current)));
    }

    private static string Replace(string path, byte[] model, byte[]? card, HistoryEntry entry)
    {
        var kept = KeptPath(path, entry.Replaced);
        using var staged = new StagedReplacement();
        staged.Stage(kept, File.ReadAllBytes(path));
        staged.Stage(Path.ChangeExtension(kept, ".md"), CardOf(path));
        staged.Stage(path, model);
        staged.Stage(Path.ChangeExtension(path, ".md"), card);
        var history = ModelHistory.Of(path);
        staged.Stage(history.Path, history.With(entry));
        staged.Publish();
        return kept;
    }

    private static byte[] Measured(string path, MeasuredModel measured)
    {
        var bytes = File.ReadAllBytes(path);
        return Digest(bytes) == measured.Sha256
            ? bytes
            : throw new ChampionException($"{Path.GetFileName(path)}: found another file than the one that was measured, wanted SHA-256 {measured.Sha256}");
    }

    private static HistoryFigures Figures(MeasuredModel measured) => new(measured.Area.Value.Value, Pair(measured.Sensitivity), Pair(measured.Specificity));

    private static IReadOnlyList<long> Pair(Tally tally) => [tally.Count, tally.Total];

    private static byte[]? CardOf(string path) => Path.ChangeExtension(path, ".md") is var card && File.Exists(card) ? File.ReadAllBytes(card) : null;

    private static string KeptPath(string path, string sha256) =>
        Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, $"{Path.GetFileNameWithoutExtension(path)}.{sha256[..ShortDigest]}.onnx");

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
