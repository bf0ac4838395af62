using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DefectVision.Automation.Working;

/// <summary>Counts and times of jobs under the name <see cref="Name"/>, for whatever listens to .NET's own metrics and traces, such as OpenTelemetry.</summary>
public static class Measures
{
    /// <summary>Of the meter and of the source of activities.</summary>
    public const string Name = "DefectVision";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Counter<long> Inspections = Meter.CreateCounter<long>("defectvision.inspections", "{inspection}", "inspections that ended, by verdict");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("defectvision.inspection.duration", "s", "from the start of an inspection to its end");
    private static readonly Counter<long> Hooks = Meter.CreateCounter<long>("defectvision.webhooks", "{attempt}", "attempts to tell an end, by outcome");
    private static Func<int> Waiting { get; set; } = () => 0;

    static Measures() => Meter.CreateObservableGauge("defectvision.queue.length", () => Waiting(), "{inspection}", "inspections that wait");

    internal static void Watch(Func<int> count) => Waiting = count;

    internal static Activity? Begin(Job job) => Source.StartActivity("inspection")?.SetTag("defectvision.case", job.Id);

    internal static void Ended(JobEnd end, TimeSpan time, Activity? activity)
    {
        var verdict = new KeyValuePair<string, object?>("verdict", end.Verdict ?? "failed");
        Inspections.Add(1, verdict);
        Seconds.Record(time.TotalSeconds, verdict);
        activity?.SetTag("defectvision.verdict", end.Verdict).SetTag("defectvision.exit_code", end.ExitCode);
        if (!end.IsDone)
        {
            activity?.SetStatus(ActivityStatusCode.Error, end.Message);
        }
    }

    internal static void Told(bool isTaken) => Hooks.Add(1, new KeyValuePair<string, object?>("outcome", isTaken ? "taken" : "refused"));
}
