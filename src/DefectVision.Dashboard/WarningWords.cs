using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard;

/// <summary>In what a lot stood out: the same words on a page and on the terminal.</summary>
public static class WarningWords
{
    public static FormattableString Of(LotAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return (alarm.Point.IsSignal, alarm.IsWorse) switch
        {
            (true, true) => $"worse than its limits",
            (true, false) => $"better than its limits",
            (false, true) => $"moving average above its limit: worse",
            _ => $"moving average below its limit: better",
        };
    }
}
