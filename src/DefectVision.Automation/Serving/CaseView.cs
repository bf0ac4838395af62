using DefectVision.Automation.Working;

namespace DefectVision.Automation.Serving;

/// <summary>What others are told of a case: how far it is, and where the rest is.</summary>
/// <param name="Id">By which it is asked for.</param>
/// <param name="Name">Of the shipment.</param>
/// <param name="State">How far it is.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Links">By name, the addresses of what is there.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Verdict">accept, reject or hold.</param>
/// <param name="ExitCode">Of the command inspect.</param>
/// <param name="Message">Why there is no verdict, or none yet.</param>
/// <param name="Progress">While it runs.</param>
internal sealed record CaseView(
    string Id, string Name, JobState State, DateTimeOffset Created, IReadOnlyDictionary<string, string> Links, DateTimeOffset? Ended = null, string? Verdict = null, int? ExitCode = null, string? Message = null, JobProgress? Progress = null)
{
    public static CaseView Of(Job job, JobProgress? progress)
    {
        var self = ApiServer.Cases + "/" + job.Id;
        var links = new Dictionary<string, string> { ["self"] = self };
        if (job.State == JobState.Done)
        {
            foreach (var part in (string[])["summary", "results", "report", "packet"])
            {
                links[part] = $"{self}/{part}";
            }
        }

        return new CaseView(job.Id, job.Name, job.State, job.Created, links, job.Ended, job.End?.Verdict, job.End?.ExitCode, job.End?.Message ?? job.Note, progress);
    }
}
