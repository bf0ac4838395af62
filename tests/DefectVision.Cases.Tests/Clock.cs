namespace DefectVision.Cases.Tests;

/// <summary>It is always the same time.</summary>
internal sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
