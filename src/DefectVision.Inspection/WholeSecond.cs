namespace DefectVision.Inspection;

/// <summary>A time as the outputs carry it: UTC, whole seconds.</summary>
public static class WholeSecond
{
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
