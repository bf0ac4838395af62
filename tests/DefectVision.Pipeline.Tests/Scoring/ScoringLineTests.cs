using DefectVision.Pipeline.Scoring;

namespace DefectVision.Pipeline.Tests.Scoring;

/// <summary>Rules of the one file that knows about concurrency: everything once, memory flat, what broke first is what is said.</summary>
public sealed class ScoringLineTests
{
    private const int Readers = 2;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    [InlineData(1000, 1)]
    [InlineData(1000, 4)]
    public async Task Every_source_comes_out_once(int count, int workers)
    {
        var written = new List<int>();
        await Run(Enumerable.Range(0, count), value => value, value => -value, (value, _) => written.Add(value), workers);
        Assert.Equal(Enumerable.Range(0, count), written.Select(value => -value).Order());
    }

    [Fact]
    public async Task The_writer_is_told_when_nothing_more_is_waiting()
    {
        var last = true;
        await Run(Enumerable.Range(0, 100), value => value, value => value, (_, more) => last = more, 2);
        Assert.False(last);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("work")]
    [InlineData("write")]
    [InlineData("new worker")]
    [InlineData("sources")]
    public async Task A_stage_that_throws_stops_the_line_with_its_own_exception(string broken)
    {
        var fault = new InvalidDataException(broken);
        T Pass<T>(string stage, T value, bool now) => stage == broken && now ? throw fault : value;
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => ScoringLine.RunAsync<int, int, int>(
            Enumerable.Range(0, 500).Select(value => Pass("sources", value, value == 20)),
            value => Pass("read", value, value == 20),
            () => Pass<(Func<int, int>, IDisposable)>("new worker", (value => Pass("work", value, value == 20), new Held()), true),
            (value, _) => Pass("write", value, value == 20),
            2,
            CancellationToken.None));
        Assert.Same(fault, thrown);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("work")]
    public async Task One_thread_of_a_stage_that_throws_stops_its_fellows_too(string broken)
    {
        const int Count = 100_000;
        var written = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => Run(
            Enumerable.Range(0, Count),
            value => broken == "read" && value == 20 ? throw new InvalidDataException() : value,
            value => broken == "work" && value == 20 ? throw new InvalidDataException() : value,
            (_, _) => written++,
            4));
        Assert.InRange(written, 0, Count / 2);
    }

    // Two readers hold one each, the channel to the workers 2 a worker, workers one each, the channel to the writer 16 a worker, the writer one.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_slow_writer_holds_everything_before_it_back(int workers)
    {
        var bound = Readers + (2 * workers) + workers + (16 * workers) + 1;
        var (inFlight, most) = (0, 0);
        await Run(
            Enumerable.Range(0, 600),
            value =>
            {
                var now = Interlocked.Increment(ref inFlight);
                InterlockedMax(ref most, now);
                return value;
            },
            value => value,
            (_, _) =>
            {
                Thread.Yield();
                Thread.SpinWait(2000);
                Interlocked.Decrement(ref inFlight);
            },
            workers);
        Assert.InRange(most, 1, bound);
    }

    [Fact]
    public async Task Cancelling_ends_the_line_and_frees_its_workers()
    {
        using var stop = new CancellationTokenSource();
        using var held = new Held();
        var written = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScoringLine.RunAsync<int, int, int>(
            Endless(),
            value => value,
            () => (value => value, held),
            (_, _) =>
            {
                if (++written == 50)
                {
                    stop.Cancel();
                }
            },
            2,
            stop.Token));
        Assert.Equal(2, held.Freed);
        Assert.InRange(written, 50, 50 + (16 * 2) + 1);
    }

    [Fact]
    public async Task A_line_that_is_cancelled_before_it_starts_writes_nothing()
    {
        var written = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScoringLine.RunAsync<int, int, int>(
            Endless(), value => value, () => (value => value, new Held()), (_, _) => written++, 2, new CancellationToken(canceled: true)));
        Assert.Equal(0, written);
    }

    private static Task Run(IEnumerable<int> sources, Func<int, int> read, Func<int, int> work, Action<int, bool> write, int workers) =>
        ScoringLine.RunAsync(sources, read, () => (work, new Held()), write, workers, CancellationToken.None);

    private static IEnumerable<int> Endless()
    {
        for (var value = 0; ; value++)
        {
            yield return value;
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private sealed class Held : IDisposable
    {
        private int _freed;

        public int Freed => _freed;

        public void Dispose() => Interlocked.Increment(ref _freed);
    }
}
