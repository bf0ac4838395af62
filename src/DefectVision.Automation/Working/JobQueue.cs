using System.Diagnostics;
using DefectVision.Automation.Telling;

namespace DefectVision.Automation.Working;

/// <summary>
/// Jobs one after the other, in the order in which they were asked for. Every job is a file on the disk before anybody is told of it, so what was asked
/// for is done, however often the program is stopped.
/// </summary>
public sealed class JobQueue : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly string _folder;
    private readonly int _most;
    private readonly Inspect _inspect;
    private readonly TimeProvider _clock;
    private readonly Outbox? _outbox;
    private readonly Action<string> _say;
    private volatile JobProgress? _progress;
    private long _last;

    /// <param name="folder">Full path of the folder of the jobs' files; those that were not ended are begun again.</param>
    /// <param name="most">Jobs that may wait.</param>
    /// <param name="inspect">Does one.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="outbox">Told of every end; null: nobody is.</param>
    /// <param name="say">Hears of files that are no jobs, and of tries that did not end one.</param>
    public JobQueue(string folder, int most, Inspect inspect, TimeProvider clock, Outbox? outbox, Action<string> say)
    {
        (_folder, _most, _inspect, _clock, _outbox, _say) = (folder, most, inspect, clock, outbox, say);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (StoredFile.Read<Job>(file) is { Name: not null, Shipment: not null, Folder: not null } job && job.Id == Path.GetFileNameWithoutExtension(file))
            {
                _jobs[job.Id] = job.State == JobState.Running ? job with { State = JobState.Queued } : job;
            }
            else
            {
                say($"{Path.GetFileName(file)}: found no job as this program writes it; left as it is");
            }
        }

        Measures.Watch(() => Waiting);
    }

    /// <summary>Jobs that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _jobs.Values.Count(job => job.State == JobState.Queued);
            }
        }
    }

    public bool IsFull => Waiting >= _most;

    /// <summary>All, in the order in which they were asked for.</summary>
    public IReadOnlyList<Job> All()
    {
        lock (_lock)
        {
            return [.. _jobs.Values];
        }
    }

    /// <summary>Null where there is none.</summary>
    public Job? Find(string id)
    {
        lock (_lock)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    /// <summary>Of the job that runs; null of every other.</summary>
    public JobProgress? ProgressOf(Job job) => job.State == JobState.Running ? _progress : null;

    /// <summary>An id that sorts behind all before it.</summary>
    public string NewId()
    {
        lock (_lock)
        {
            // Two in one millisecond are told apart, and so are two of a clock that went back.
            _last = Math.Max(_last + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            while (_jobs.ContainsKey(IdOf(_last)))
            {
                _last++;
            }

            return IdOf(_last);
        }
    }

    /// <summary>The job of a key, where one was asked for under it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="request">SHA-256 of the request.</param>
    /// <exception cref="KeyTakenException">It was another request.</exception>
    private Job? OfKey(string? key, string request)
    {
        lock (_lock)
        {
            return key is null || _jobs.Values.FirstOrDefault(job => job.Key == key) is not { } known ? null
                : known.Request == request ? known
                : throw new KeyTakenException($"the key '{key}' was that of another request before ({known.Id}); a new request needs a new key");
        }
    }

    /// <summary>Puts a job behind the others.</summary>
    /// <returns>The job; the one that was there, where its key was used for the same request before.</returns>
    /// <exception cref="QueueFullException">As many wait as may.</exception>
    /// <exception cref="KeyTakenException">Its key was that of another request.</exception>
    /// <exception cref="IOException">Its file cannot be written: it was not taken.</exception>
    public Job Add(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        lock (_lock)
        {
            if (OfKey(job.Key, job.Request ?? string.Empty) is { } known)
            {
                return known;
            }

            if (IsFull)
            {
                throw new QueueFullException(FormattableString.Invariant($"{_most} shipments wait, and no more may; ask again later"));
            }

            Put(job);
        }

        _wake.Release();
        return job;
    }

    /// <summary>Does jobs until it is stopped. The one that runs then is begun again the next time.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await Task.Yield();
        while (true)
        {
            await RunOut(cancel);
            await _wake.WaitAsync(BetweenLooks, cancel);
        }
    }

    /// <summary>Does the jobs that wait, and no more.</summary>
    public async Task RunOut(CancellationToken cancel)
    {
        await Task.Yield();
        while (Next() is { } job)
        {
            cancel.ThrowIfCancellationRequested();
            Do(job, cancel);
        }
    }

    public void Dispose() => _wake.Dispose();

    private static string IdOf(long moment) => FormattableString.Invariant($"{DateTimeOffset.FromUnixTimeMilliseconds(moment):yyyyMMdd-HHmmss-fff}");

    private Job? Next()
    {
        lock (_lock)
        {
            return _jobs.Values.FirstOrDefault(job => job.State == JobState.Queued && !(job.NotBefore > _clock.GetUtcNow()));
        }
    }

    private void Do(Job job, CancellationToken cancel)
    {
        var running = Change(job with { State = JobState.Running });
        using var activity = Measures.Begin(running);
        var begun = Stopwatch.GetTimestamp();
        var end = _inspect(running, new Heard(this), cancel);
        if (end.IsPassing && job.Attempts < Pauses.Length)
        {
            // Behind the others: they are not to wait for what this one waits for.
            var later = _clock.GetUtcNow() + Pauses[job.Attempts];
            _say($"{job.Id}: {end.Message}; again later");
            Change(job with { State = JobState.Queued, Attempts = job.Attempts + 1, NotBefore = later, Note = end.Message });
            _progress = null;
            return;
        }

        Measures.Ended(end, Stopwatch.GetElapsedTime(begun), activity);
        var ended = running with { State = end.IsDone ? JobState.Done : JobState.Failed, End = end, Ended = _clock.GetUtcNow() };

        // Told first: a stop between the two tells it twice, under the same id, rather than never.
        _outbox?.Add(Event.Of(ended));
        Change(ended);
        _progress = null;
    }

    private Job Change(Job job)
    {
        lock (_lock)
        {
            Put(job);
        }

        return job;
    }

    private void Put(Job job)
    {
        StoredFile.Write(Path.Combine(_folder, job.Id + ".json"), job);
        _jobs[job.Id] = job;
    }

    private sealed class Heard(JobQueue queue) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => queue._progress = value;
    }
}
