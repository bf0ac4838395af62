using System.Globalization;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>
/// How far a long work has come, on stderr: one line that is drawn over on a terminal, now and then a plain line elsewhere, nothing when quiet.
/// </summary>
internal sealed class ProgressLine(IAnsiConsole log, bool quiet, TimeProvider clock)
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly bool _drawn = log.Profile.Capabilities.Interactive && log.Profile.Capabilities.Ansi;
    private string _step = string.Empty;
    private long _stepStart;
    private long _lastShown;
    private int _startedAt;
    private bool _lineOpen;

    /// <summary>May be called from any thread.</summary>
    /// <param name="name">The step, in words.</param>
    /// <param name="done">Units done.</param>
    /// <param name="total">Units in all; 0 for a step that has no units.</param>
    /// <param name="unit">What is counted.</param>
    public void Report(string name, int done, int total, string unit)
    {
        if (quiet)
        {
            return;
        }

        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var changed = name != _step;
            if (changed)
            {
                Close();
                (_step, _stepStart, _startedAt) = (name, now, done);
            }

            var finished = total > 0 && done >= total;
            if (!changed && !finished && clock.GetElapsedTime(_lastShown, now) < (_drawn ? Redraw : PlainPause))
            {
                return;
            }

            _lastShown = now;
            Show(Text(done, total, unit, clock.GetElapsedTime(_stepStart, now)));
        }
    }

    /// <summary>A receiver of a room's own kind of progress.</summary>
    public IProgress<T> For<T>(Func<T, (string Name, int Done, int Total, string Unit)> read) => new Receiver<T>(this, read);

    /// <summary>So that something else may be said.</summary>
    public void EndLine()
    {
        lock (_gate)
        {
            Close();
        }
    }

    private string Text(int done, int total, string unit, TimeSpan elapsed)
    {
        if (total == 0)
        {
            return _step;
        }

        var text = $"{_step}: {Number(done)} of {Number(total)} {unit}".TrimEnd();
        var rate = (done - _startedAt) / Math.Max(elapsed.TotalSeconds, 1e-3);
        if (elapsed.TotalSeconds < 1 || rate <= 0)
        {
            return text;
        }

        text += string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} a second");
        return total > done ? text + $", {Duration(TimeSpan.FromSeconds((total - done) / rate))} left" : text;
    }

    private void Show(string text)
    {
        if (!_drawn)
        {
            log.Profile.Out.Writer.WriteLine(text);
            return;
        }

        log.Profile.Out.Writer.Write($"\r\u001b[K{text[..Math.Min(text.Length, Math.Max(20, log.Profile.Width - 1))]}");
        log.Profile.Out.Writer.Flush();
        _lineOpen = true;
    }

    private void Close()
    {
        if (_lineOpen)
        {
            log.Profile.Out.Writer.WriteLine();
            _lineOpen = false;
        }
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min")
        : span.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s");

    private sealed class Receiver<T>(ProgressLine line, Func<T, (string Name, int Done, int Total, string Unit)> read) : IProgress<T>
    {
        public void Report(T value)
        {
            var (name, done, total, unit) = read(value);
            line.Report(name, done, total, unit);
        }
    }
}
