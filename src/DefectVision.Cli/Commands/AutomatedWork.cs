namespace DefectVision.Cli.Commands;

/// <summary>Tasks that run until one of them ends.</summary>
internal static class AutomatedWork
{
    /// <summary>Waits for the first to end, stops the others, and fails as it failed.</summary>
    /// <param name="stop">Stops all of them.</param>
    public static async Task Until(CancellationTokenSource stop, params IEnumerable<Task?> tasks)
    {
        List<Task> all = [.. tasks.OfType<Task>()];
        var first = await Task.WhenAny(all);
        await stop.CancelAsync();
        await Task.WhenAll(all.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        await first;
    }
}
