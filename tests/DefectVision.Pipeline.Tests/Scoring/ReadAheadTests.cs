using DefectVision.Pipeline.Scoring;

namespace DefectVision.Pipeline.Tests.Scoring;

/// <summary>Rules: what is read and not done is bounded in bytes; one file that is larger is read alone; nobody waits for a line that has stopped.</summary>
public sealed class ReadAheadTests
{
    private const int Most = 128 << 20;

    [Fact]
    public async Task A_reader_waits_for_bytes_that_are_given_back()
    {
        var ahead = ReadAhead.For(workers: 1);
        ahead.Take(Most);
        var other = Task.Run(() => ahead.Take(1));
        await Task.Delay(50);
        Assert.False(other.IsCompleted);
        ahead.Give(Most);
        await other;
    }

    [Fact]
    public async Task A_file_that_is_larger_than_all_is_read_alone()
    {
        var ahead = ReadAhead.For(workers: 1);
        await Task.Run(() => ahead.Take(Most + 1));
    }

    [Fact]
    public async Task A_line_that_stops_lets_its_readers_go()
    {
        var ahead = ReadAhead.For(workers: 1);
        ahead.Take(Most);
        var other = Task.Run(() => ahead.Take(Most));
        ahead.Close();
        await other;
    }
}
