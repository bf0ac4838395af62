using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Loading;

/// <summary>
/// The options of one thread's runs, which end a run that does not: a graph may hold a loop without an end. The runtime looks at them between two steps of a graph.
/// </summary>
internal sealed class RunLimit : IDisposable
{
    /// <summary>For one photo on one thread; the models of this product take less than a second.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    private readonly RunOptions _options = new();
    private readonly TimeSpan _most;
    private readonly Timer _timer;
    private readonly string _what;
    private volatile bool _isOver;

    /// <param name="what">Runs, as a message begins.</param>
    /// <param name="most">That a run may take; null: <see cref="Most"/>.</param>
    public RunLimit(string what, TimeSpan? most = null)
    {
        (_what, _most) = (what, most ?? Most);
        _timer = new Timer(_ => End());
    }

    /// <summary>Runs a graph.</summary>
    /// <exception cref="ModelException">It took too long, and was ended.</exception>
    /// <exception cref="OnnxRuntimeException">The runtime failed.</exception>
    public T Within<T>(Func<RunOptions, T> run)
    {
        _timer.Change(_most, Timeout.InfiniteTimeSpan);
        try
        {
            return run(_options);
        }
        catch (OnnxRuntimeException fault) when (_isOver)
        {
            throw new ModelException(FormattableString.Invariant($"{_what}: found no answer to one photo after {_most.TotalSeconds:0.#} s, wanted a network that comes to an end"), fault);
        }
        finally
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc cref="Within{T}"/>
    public void Within(Action<RunOptions> run) => Within(options =>
    {
        run(options);
        return true;
    });

    public void Dispose()
    {
        // A call of the timer that has begun must not reach options that are gone.
        using var done = new ManualResetEvent(false);
        if (_timer.Dispose(done))
        {
            done.WaitOne();
        }

        _options.Dispose();
    }

    private void End()
    {
        _isOver = true;
        _options.Terminate = true;
    }
}
