using DefectVision.Automation.Working;

namespace DefectVision.Automation.Tests;

/// <summary>Rule: what was taken is done once, in order, however often the program is stopped; what cannot be taken is refused and leaves nothing.</summary>
public sealed class JobQueueTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly List<string> _done = [];
    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Jobs_are_done_in_the_order_in_which_they_were_asked_for()
    {
        using var queue = Queue();
        List<Job> jobs = [.. Enumerable.Range(0, 5).Select(number => queue.Add(Named(queue, $"PO-{number}")))];
        await queue.RunOut(CancellationToken.None);
        Assert.Equal(["PO-0", "PO-1", "PO-2", "PO-3", "PO-4"], _done);
        Assert.All(jobs, job => Assert.Equal((JobState.Done, "accept"), (queue.Find(job.Id)!.State, queue.Find(job.Id)!.End!.Verdict)));
    }

    [Fact]
    public async Task A_job_that_was_stopped_is_begun_again_by_the_next_program_and_one_that_ended_is_not()
    {
        string ended, stopped;
        using (var queue = Queue(job => job.Name == "stop" ? throw new OperationCanceledException() : new JobEnd(0, "accept", null)))
        {
            ended = queue.Add(Named(queue, "first")).Id;
            stopped = queue.Add(Named(queue, "stop")).Id;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.RunOut(CancellationToken.None));
            Assert.Equal(JobState.Running, queue.Find(stopped)!.State);
        }

        using var next = Queue();
        Assert.Equal((JobState.Done, JobState.Queued), (next.Find(ended)!.State, next.Find(stopped)!.State));
        await next.RunOut(CancellationToken.None);
        Assert.Equal(["first", "stop"], _done);
        Assert.Equal(JobState.Done, next.Find(stopped)!.State);
    }

    [Fact]
    public void As_many_wait_as_may_and_no_more()
    {
        using var queue = Queue(most: 2);
        queue.Add(Named(queue, "a"));
        queue.Add(Named(queue, "b"));
        Assert.Throws<QueueFullException>(() => queue.Add(Named(queue, "c")));
        Assert.Equal(2, Directory.GetFiles(_folder.At("jobs")).Length);
    }

    [Fact]
    public void The_same_request_under_one_key_is_one_job_also_for_the_next_program()
    {
        using var queue = Queue();
        var first = queue.Add(Named(queue, "a") with { Key = "k", Request = "1" });
        Assert.Equal(first.Id, queue.Add(Named(queue, "a") with { Key = "k", Request = "1" }).Id);
        Assert.Throws<KeyTakenException>(() => queue.Add(Named(queue, "b") with { Key = "k", Request = "2" }));
        using var next = Queue();
        Assert.Equal(first.Id, next.Add(Named(next, "a") with { Key = "k", Request = "1" }).Id);
        Assert.Single(next.All());
    }

    [Fact]
    public void Ids_differ_and_sort_by_time_also_when_the_clock_stands_or_goes_back()
    {
        using var queue = Queue();
        List<string> ids = [];
        for (var number = 0; number < 50; number++)
        {
            ids.Add(queue.Add(Named(queue, "a")).Id);
            _clock.Now -= TimeSpan.FromSeconds(number % 3);
        }

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        using var next = Queue();
        Assert.DoesNotContain(next.NewId(), ids);
    }

    [Fact]
    public async Task A_shipment_that_cannot_be_inspected_fails_with_why_and_the_next_is_done()
    {
        using var queue = Queue(job => job.Name == "bad" ? new JobEnd(65, null, "no photo") : new JobEnd(1, "reject", null));
        var (bad, good) = (queue.Add(Named(queue, "bad")), queue.Add(Named(queue, "good")));
        await queue.RunOut(CancellationToken.None);
        Assert.Equal((JobState.Failed, "no photo"), (queue.Find(bad.Id)!.State, queue.Find(bad.Id)!.End!.Message));
        Assert.Equal(JobState.Done, queue.Find(good.Id)!.State);
    }

    /// <summary>What OpenTelemetry would be told, heard by .NET's own listeners.</summary>
    [Fact]
    public async Task Ends_are_counted_by_verdict_and_timed()
    {
        var counted = new List<(string Instrument, string? Verdict)>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Meter.Name == Measures.Name)
            {
                heard.EnableMeasurementEvents(instrument);
            }
        };
        void Heard(System.Diagnostics.Metrics.Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (counted)
            {
                counted.Add((instrument.Name, tags.Length > 0 ? tags[0].Value as string : null));
            }
        }

        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Heard(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Heard(instrument, tags));
        listener.Start();
        using var queue = Queue(_ => new JobEnd(2, "hold of this test", null));
        queue.Add(Named(queue, "a"));
        await queue.RunOut(CancellationToken.None);
        Assert.Equal(
            ["defectvision.inspection.duration", "defectvision.inspections"],
            counted.Where(one => one.Verdict == "hold of this test").Select(one => one.Instrument).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_job_is_named_and_passed_over()
    {
        _folder.Put("jobs/broken.json", "{");
        _folder.Put("jobs/empty.json", string.Empty);
        _folder.Put("jobs/bare.json", """{"id":"bare"}""");
        _folder.Put("jobs/other.json", """{"id":"another","name":"a","shipment":"/a","folder":"/b","created":"2026-11-30T09:00:00Z"}""");
        using var queue = Queue();
        Assert.Empty(queue.All());
        Assert.Equal(["bare", "broken", "empty", "other"], _said.Select(line => line.Split('.')[0]));
    }

    /// <summary>A full disk or a case that another run writes: tried later, behind the others, and not for ever.</summary>
    [Fact]
    public async Task What_may_work_later_is_tried_later_and_the_others_do_not_wait_for_it()
    {
        using var queue = Queue(job => job.Name == "busy" ? new JobEnd(75, null, "another run is writing") { IsPassing = true } : new JobEnd(0, "accept", null));
        var (busy, good) = (queue.Add(Named(queue, "busy")), queue.Add(Named(queue, "good")));
        await queue.RunOut(CancellationToken.None);
        Assert.Equal(["busy", "good"], _done);
        Assert.Equal((JobState.Queued, "another run is writing"), (queue.Find(busy.Id)!.State, queue.Find(busy.Id)!.Note));
        Assert.Equal(JobState.Done, queue.Find(good.Id)!.State);
        for (var tries = 1; queue.Find(busy.Id)!.State != JobState.Failed; tries++)
        {
            Assert.InRange(tries, 1, 10);
            _clock.Now += TimeSpan.FromMinutes(10);
            await queue.RunOut(CancellationToken.None);
        }

        Assert.Equal(75, queue.Find(busy.Id)!.End!.ExitCode);
    }

    [Fact]
    public void A_folder_is_worked_in_by_one_program()
    {
        using (FolderLock.Take(_folder.At("out")))
        {
            Assert.Throws<FolderTakenException>(() => FolderLock.Take(_folder.At("out")));
        }

        FolderLock.Take(_folder.At("out")).Dispose();
        _folder.Put("file", "no folder");
        Assert.Contains("cannot be written", Assert.Throws<IOException>(() => FolderLock.Take(_folder.At("file"))).Message, StringComparison.Ordinal);
    }

    private JobQueue Queue(Func<Job, JobEnd>? inspect = null, int most = 100) => new(_folder.At("jobs"), most, (job, _, _) =>
    {
        var end = (inspect ?? (_ => new JobEnd(0, "accept", null)))(job);
        _done.Add(job.Name);
        return end;
    }, _clock, null, _said.Add);

    private Job Named(JobQueue queue, string name) => new(queue.NewId(), name, "/data/" + name, "/cases/" + name, _clock.Now);
}
