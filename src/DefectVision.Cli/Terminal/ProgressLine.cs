using System.Globalization;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>
/// How far a long work has come, on stderr: one line that is drawn over on a terminal, now and then a plain line elsewhere, nothing when quiet.
/// </summary>
internal sealed class ProgressLine(IAnsiConsole log, bool quiet, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private readonly bool drawn = log.Profile.Capabilities.Interactive && log.Profile.Capabilities.Ansi;
    private string step = string.Empty;
    private long stepStart;
    private long lastShown;
    private int startedAt;
    private bool lineOpen;

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

        lock (gate)
        {
            var now = clock.GetTimestamp();
            var changed = name != step;
            if (changed)
            {
                Close();
                (step, stepStart, startedAt) = (name, now, done);
            }

            var finished = total > 0 && done >= total;
            if (!changed && !finished && clock.GetElapsedTime(lastShown, now) < (drawn ? Redraw : PlainPause))
            {
                return;
            }

            lastShown = now;
            Show(Text(done, total, unit, clock.GetElapsedTime(stepStart, now)));
        }
    }

    /// <summary>A receiver of a room's own kind of progress.</summary>
    public IProgress<T> For<T>(Func<T, (string Name, int Done, int Total, string Unit)> read) => new Receiver<T>(this, read);

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    private string Text(int done, int total, string unit, TimeSpan elapsed)
    {
        if (total == 0)
        {
            return step;
        }

        var text = $"{step}: {Number(done)} of {Number(total)} {unit}".TrimEnd();
        var rate = (done - startedAt) / Math.Max(elapsed.TotalSeconds, 1e-3);
        if (elapsed.TotalSeconds < 1 || rate <= 0)
        {
            return text;
        }

        text += string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} a second");
        return total > done ? text + $", {Duration(TimeSpan.FromSeconds((total - done) / rate))} left" : text;
    }

    private void Show(string text)
    {
        if (!drawn)
        {
            log.Profile.Out.Writer.WriteLine(text);
            return;
        }

        log.Profile.Out.Writer.Write($"\r\u001b[K{text[..Math.Min(text.Length, Math.Max(20, log.Profile.Width - 1))]}");
        log.Profile.Out.Writer.Flush();
        lineOpen = true;
    }

    private void Close()
    {
        if (lineOpen)
        {
            log.Profile.Out.Writer.WriteLine();
            lineOpen = false;
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
