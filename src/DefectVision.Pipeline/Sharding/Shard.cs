using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Sharding;

/// <summary>One of the parts that a shipment's files are dealt to, so that several machines score it.</summary>
/// <param name="Number">From 1 to <paramref name="Count"/>.</param>
/// <param name="Count">Parts in all, 1 to <see cref="Most"/>.</param>
public readonly record struct Shard(int Number, int Count)
{
    public const int Most = 100_000;

    /// <summary>What asks for the part that a scheduler's environment names.</summary>
    public const string Auto = "auto";

    private const string OfSlurm = "SLURM_ARRAY_TASK_ID";
    private const string OfKubernetes = "JOB_COMPLETION_INDEX";
    private const string OfBatch = "AWS_BATCH_JOB_ARRAY_INDEX";
    private const string Parts = "DEFECTVISION_SHARDS";

    /// <summary>The folder of the part under that of the case.</summary>
    public string Folder => string.Create(CultureInfo.InvariantCulture, $"part-{Number}-of-{Count}");

    /// <param name="text">k/n, such as 2/8.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var number, var count] ? Of(Whole(number, 1), Whole(count, 1)) : throw new FormatException($"found '{text}', wanted k/n such as 2/8, or {Auto}");

        Shard Of(int? number, int? count) => number is { } known && count is { } all && known <= all && all <= Most ? new Shard(known, all)
            : throw new FormatException(FormattableString.Invariant($"found '{text}', wanted k/n with k from 1 to n and n up to {Most}"));
    }

    /// <summary>
    /// The part of this task in an array job: of Slurm (<c>SLURM_ARRAY_TASK_ID</c>, <c>_MIN</c>, <c>_STEP</c> and <c>_COUNT</c>), of AWS Batch
    /// (<c>AWS_BATCH_JOB_ARRAY_INDEX</c> and <c>_SIZE</c>), of a Kubernetes Indexed Job (<c>JOB_COMPLETION_INDEX</c>, which names no number of completions).
    /// <c>DEFECTVISION_SHARDS</c> says of how many parts where the scheduler does not, and where a part of the array is run again.
    /// </summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <exception cref="FormatException">There is none, or it is not whole.</exception>
    public static Shard FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var told = variable(Parts) is { Length: > 0 } parts ? Need(Parts, parts, 1) : (int?)null;
        var (index, count, name) = variable(OfSlurm) is { Length: > 0 } task ? (OfArray(task), told ?? Read("SLURM_ARRAY_TASK_COUNT", 1), OfSlurm)
            : variable(OfBatch) is { Length: > 0 } child ? (Need(OfBatch, child, 0), told ?? Read("AWS_BATCH_JOB_ARRAY_SIZE", 1), OfBatch)
            : variable(OfKubernetes) is { Length: > 0 } completion ? (Need(OfKubernetes, completion, 0), told ?? throw new FormatException($"found {OfKubernetes} and no {Parts}, wanted both: the job does not say how many completions it has"), OfKubernetes)
            : throw new FormatException($"found none of {OfSlurm}, {OfBatch} and {OfKubernetes}, wanted the task of an array job; say the part as k/n");
        return index < count && count <= Most ? new Shard(index + 1, count) : throw new FormatException(FormattableString.Invariant($"found part {index + 1} of {count} by {name}, wanted one of them ({Parts} says of how many)"));

        // Where the number of parts is told, indexes count from 0: a part that is run again alone has an array of its own.
        int OfArray(string task)
        {
            var (id, first, step) = (Need(OfSlurm, task, 0), told is null ? Read("SLURM_ARRAY_TASK_MIN", 0) : 0, told is null ? Read("SLURM_ARRAY_TASK_STEP", 1) : 1);
            return (id - first) / step;
        }

        int Read(string name, int least) => Need(name, variable(name), least);
    }

    /// <summary>The name of the variable by which a scheduler tells its task, where this is one; null elsewhere.</summary>
    /// <inheritdoc cref="FromEnvironment" path="/param"/>
    public static string? ArrayTask(Func<string, string?> variable) => new[] { OfSlurm, OfBatch, OfKubernetes }.FirstOrDefault(name => !string.IsNullOrEmpty(variable(name)));

    /// <summary>Whether a file is of this part: by its lot and item, so an item is never split and another file moves none; without them by its path.</summary>
    public bool Takes(FoundFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = file.Place is { } place ? $"{place.Lot}\n{place.Item}" : file.Path;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)Count == (ulong)(Number - 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static int Need(string name, string? text, int least) =>
        Whole(text, least) ?? throw new FormatException($"{name}: found '{text}', wanted a whole number from {least.ToString(CultureInfo.InvariantCulture)}");

    private static int? Whole(string? text, int least) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : null;
}
