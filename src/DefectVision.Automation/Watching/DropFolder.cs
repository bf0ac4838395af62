using DefectVision.Automation.Telling;
using DefectVision.Automation.Working;

namespace DefectVision.Automation.Watching;

/// <summary>
/// A folder into which shipments are put, each as a folder or a zip. One is inspected when its mark <c>_READY</c> is there, or when none of its files changed
/// for a while; a case each, and in it <c>_DONE</c> when all is written. Nothing is kept but that, so a watcher that is started again goes on where the last one was;
/// a shipment whose files changed since is inspected again. Nothing in the shipments' folders is written.
/// </summary>
public sealed class DropFolder
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MostBetweenLooks = TimeSpan.FromSeconds(30);

    /// <summary>After a try that may end otherwise later.</summary>
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    private const int MostTries = 5;

    private readonly string _folder;
    private readonly string _cases;
    private readonly TimeSpan _rest;
    private readonly Inspect _inspect;
    private readonly TimeProvider _clock;
    private readonly Outbox? _outbox;
    private readonly Action<string> _say;
    private readonly Dictionary<string, (string Digest, DateTimeOffset Since)> _looks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset NotBefore, int Attempts)> _later = new(StringComparer.Ordinal);

    /// <param name="folder">Full path.</param>
    /// <param name="cases">Full path of the folder of the cases, outside <paramref name="folder"/>.</param>
    /// <param name="rest">How long no file may have changed, where there is no mark.</param>
    /// <param name="inspect">Does one.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="outbox">Told of every end; null: nobody is.</param>
    /// <param name="say">Hears of every shipment.</param>
    public DropFolder(string folder, string cases, TimeSpan rest, Inspect inspect, TimeProvider clock, Outbox? outbox, Action<string> say) =>
        (_folder, _cases, _rest, _inspect, _clock, _outbox, _say) = (folder, cases, rest, inspect, clock, outbox, say);

    /// <summary>Watches until it is stopped.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder when it begins. One that goes away later, such as a share that is not mounted, is waited for.</exception>
    public async Task Run(CancellationToken cancel)
    {
        if (!Directory.Exists(_folder))
        {
            throw new DirectoryNotFoundException($"{_folder}: no such folder");
        }

        await Task.Yield();
        while (true)
        {
            // A look goes through all files that were ever put here: where that is long, looks are seldom.
            var begun = _clock.GetTimestamp();
            await Look(cancel);
            var seconds = 10 * _clock.GetElapsedTime(begun).TotalSeconds;
            await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds, BetweenLooks.TotalSeconds, MostBetweenLooks.TotalSeconds)), _clock, cancel);
        }
    }

    /// <summary>Looks once, and inspects what is ready.</summary>
    /// <returns>How many shipments are neither done nor ready.</returns>
    public async Task<int> Look(CancellationToken cancel)
    {
        await Task.Yield();
        var waiting = 0;
        foreach (var path in Entries())
        {
            cancel.ThrowIfCancellationRequested();
            if (Seen.At(path) is not { Files: > 0 } seen)
            {
                continue;
            }

            var name = Path.GetFileName(path);
            var folder = Path.Combine(_cases, name);
            var done = StoredFile.Read<Mark>(Path.Combine(folder, Mark.Done)) ?? StoredFile.Read<Mark>(Beside(name));
            if (done?.Seen == seen.Digest)
            {
                continue;
            }

            if (IsReady(path, seen))
            {
                Do(path, folder, name, seen, done is not null && File.Exists(Path.Combine(folder, Mark.Done)), cancel);
            }
            else
            {
                waiting++;
            }
        }

        return waiting;
    }

    private IEnumerable<string> Entries()
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(_folder).Where(IsShipment).Order(StringComparer.Ordinal)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static bool IsShipment(string path)
    {
        var name = Path.GetFileName(path);
        return !name.StartsWith('.') && (Directory.Exists(path) || (File.Exists(path) && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)));
    }

    private bool IsReady(string path, Seen seen)
    {
        var now = _clock.GetUtcNow();
        if (!_looks.TryGetValue(path, out var look) || look.Digest != seen.Digest)
        {
            _looks[path] = look = (seen.Digest, now);
        }

        if (seen.IsPartial || _later.GetValueOrDefault(path).NotBefore > now)
        {
            return false;
        }

        // A mark is believed; without it nothing may have changed before our eyes, nor by the files' own times. A time in the future says nothing.
        return seen.HasReadyMark || (now - look.Since >= _rest && (seen.Newest > now || now - seen.Newest >= _rest));
    }

    private void Do(string path, string folder, string name, Seen seen, bool isAgain, CancellationToken cancel)
    {
        var shown = string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
        _say($"{shown}: {seen.Files} {(seen.Files == 1 ? "file" : "files")}, begun{(isAgain ? " again, since they changed" : string.Empty)}");
        if (isAgain)
        {
            File.Delete(Path.Combine(folder, Mark.Done));
        }

        var job = new Job(IdOf(name, seen), name, path, folder, _clock.GetUtcNow()) { State = JobState.Running };
        using var activity = Measures.Begin(job);
        var begun = _clock.GetTimestamp();
        var end = _inspect(job, new Progress<JobProgress>(), cancel);
        Measures.Ended(end, _clock.GetElapsedTime(begun), activity);
        if (end.IsPassing && _later.GetValueOrDefault(path).Attempts + 1 is < MostTries and var tries)
        {
            _later[path] = (_clock.GetUtcNow() + BetweenTries, tries);
            _say($"{shown}: {end.Message}; again in a minute");
            return;
        }

        _later.Remove(path);
        _outbox?.Add(Event.Of(job with { End = end, Ended = _clock.GetUtcNow() }));
        WriteMark(folder, name, new Mark(seen.Digest, end.ExitCode, end.Verdict, end.Message));
        _say($"{shown}: {(end.Verdict is { } verdict ? verdict : $"not inspected: {end.Message}")}");
    }

    // Where the case's folder cannot be made, the mark goes beside it, so that nobody waits for it for ever.
    private void WriteMark(string folder, string name, Mark mark)
    {
        try
        {
            StoredFile.Write(Path.Combine(folder, Mark.Done), mark);
        }
        catch (Exception fault) when (mark.Verdict is null && fault is IOException or UnauthorizedAccessException)
        {
            StoredFile.Write(Beside(name), mark);
        }
    }

    private string Beside(string name) => Path.Combine(_cases, name + Mark.Done);

    // The same shipment with the same files is the same event, however often the watcher is stopped before the mark.
    private static string IdOf(string name, Seen seen) =>
        $"{string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_').Take(40))}-{seen.Digest[..16]}";
}
