using System.Globalization;
using System.Text.Json;
using DefectVision.Automation.Working;

namespace DefectVision.Automation.Telling;

/// <summary>What others are told of a job that ended: counts and the verdict, no photo and no path.</summary>
/// <param name="Id">The same in every attempt, so that it can be told twice and count once.</param>
/// <param name="Type"><c>inspection.completed</c> or <c>inspection.failed</c>.</param>
/// <param name="Payload">The bytes that are signed, as text.</param>
public sealed record Event(string Id, string Type, string Payload)
{
    /// <summary>Attempts that were not taken.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before then.</summary>
    public DateTimeOffset Due { get; init; }

    /// <param name="job">Ended.</param>
    public static Event Of(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var end = job.End!;
        var type = end.IsDone ? "inspection.completed" : "inspection.failed";
        var payload = JsonSerializer.Serialize(
            new
            {
                type,
                timestamp = job.Ended!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                data = new { id = job.Id, name = job.Name, verdict = end.Verdict, end.ExitCode, end.Message, end.Lots, end.LotsRejected, end.LotsHeld },
            },
            StoredFile.Line);
        return new Event($"msg_{job.Id}", type, payload) { Due = job.Ended.Value };
    }
}
