using System.Threading.Channels;
using DefectVision.Imaging;

namespace DefectVision.Pipeline.Scoring;

/// <summary>
/// Joins three stages by bounded channels; the one file that knows about concurrency, but for the memory that its threads wait for (<see cref="ByteBudget"/>). Few readers keep the disk busy, one worker a core takes what they
/// read, one writer takes what is done. A full channel holds its producer back, so memory does not grow with the number of files.
/// A stage that throws stops the line, and its exception is the line's.
/// </summary>
internal static class ScoringLine
{
    private const int Readers = 2;

    /// <param name="sources">What to do, in order.</param>
    /// <param name="read">First stage; called from <see cref="Readers"/> threads.</param>
    /// <param name="newWorker">Makes a worker of the second stage for one thread.</param>
    /// <param name="write">Last stage; called from one thread, with whether more is waiting.</param>
    /// <param name="workers">Threads of the second stage.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="ahead">What the first stage waits at; closed when the line stops.</param>
    public static async Task RunAsync<TSource, TRead, TDone>(
        IEnumerable<TSource> sources,
        Func<TSource, TRead> read,
        Func<(Func<TRead, TDone> Work, IDisposable Held)> newWorker,
        Action<TDone, bool> write,
        int workers,
        CancellationToken cancel,
        ByteBudget? ahead = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var opened = stop.Token.Register(() => ahead?.Close());
        var todo = Channel.CreateBounded<TSource>(new BoundedChannelOptions(4 * Readers) { SingleWriter = true });
        var open = Channel.CreateBounded<TRead>(2 * workers);
        var done = Channel.CreateBounded<TDone>(new BoundedChannelOptions(16 * workers) { SingleReader = true });

        var feeding = Stage(todo.Writer, () => Feed(sources, todo.Writer, stop.Token));
        var reading = Stage(open.Writer, () => Many(Readers, stop, () => Pass(todo.Reader, read, open.Writer, stop.Token)));
        var working = Stage(done.Writer, () => Many(workers, stop, async () =>
        {
            var (work, held) = newWorker();
            using (held)
            {
                await Pass(open.Reader, work, done.Writer, stop.Token).ConfigureAwait(false);
            }
        }));
        var writing = Stage<TDone>(null, () => Drain(done.Reader, write, stop.Token));

        var all = new[] { feeding, reading, working, writing };
        try
        {
            await Task.WhenAll(all).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What broke first is the reason; that the other stages were cancelled is its consequence.
            var broken = all.Where(stage => stage.IsFaulted).Select(stage => stage.Exception!.InnerException!).FirstOrDefault();
            if (broken is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(broken);
            }

            throw;
        }

        // Every stage runs to its end, be it an early one: only it can complete its channel.
        async Task Stage<T>(ChannelWriter<T>? output, Func<Task> run)
        {
            try
            {
                await Task.Run(run, CancellationToken.None).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                output?.TryComplete();
            }
        }
    }

    // A thread that breaks stops its fellows too: they alone would take the whole input before anybody heard of it.
    private static Task Many(int count, CancellationTokenSource stop, Func<Task> run) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(
        async () =>
        {
            try
            {
                await run().ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        },
        CancellationToken.None)));

    private static async Task Feed<T>(IEnumerable<T> sources, ChannelWriter<T> output, CancellationToken cancel)
    {
        foreach (var source in sources)
        {
            await output.WriteAsync(source, cancel).ConfigureAwait(false);
        }
    }

    private static async Task Pass<TIn, TOut>(ChannelReader<TIn> input, Func<TIn, TOut> stage, ChannelWriter<TOut> output, CancellationToken cancel)
    {
        await foreach (var item in input.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            await output.WriteAsync(stage(item), cancel).ConfigureAwait(false);
        }
    }

    private static async Task Drain<T>(ChannelReader<T> input, Action<T, bool> write, CancellationToken cancel)
    {
        await foreach (var item in input.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            write(item, input.TryPeek(out _));
        }
    }
}
