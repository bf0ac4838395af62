using DefectVision.Automation.Watching;
using DefectVision.Automation.Working;

namespace DefectVision.Automation.Tests;

/// <summary>Rule: a shipment begins when it is said to be complete or has rested, never while a file is being copied; once, unless it changes; _DONE comes last.</summary>
public sealed class DropFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly List<string> _inspected = [];
    private JobEnd _end = new(0, "accept", null);
    private DropFolder _drop;

    public DropFolderTests()
    {
        _folder.Folder("in");
        _drop = Drop();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_shipment_with_its_mark_begins_at_once()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        Assert.Equal(0, await _drop.Look(CancellationToken.None));
        Assert.Equal(["PO-1"], _inspected);
        Assert.Contains("\"verdict\": \"accept\"", File.ReadAllText(_folder.At("out/PO-1/_DONE")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipment_without_a_mark_begins_when_nothing_changed_for_a_while()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        await After(0, waiting: 1);
        await After(29, waiting: 1);
        Photo("in/PO-1/LOT-A/2.jpg");
        await After(2, waiting: 1);
        await After(29, waiting: 1);
        Assert.Empty(_inspected);
        await After(1, waiting: 0);
        Assert.Equal(["PO-1"], _inspected);
    }

    [Theory]
    [InlineData("1.jpg.part")]
    [InlineData("1.jpg.filepart")]
    [InlineData("1.jpg.crdownload")]
    [InlineData(".1.jpg.Xy12Z9")]
    [InlineData("~$list.xlsx")]
    public async Task A_file_that_is_being_copied_is_waited_for_whatever_the_mark_says(string name)
    {
        Photo("in/PO-1/LOT-A/0.jpg");
        Photo("in/PO-1/_READY");
        Photo("in/PO-1/LOT-A/" + name);
        await After(1000, waiting: 1);
        Assert.Empty(_inspected);
        File.Delete(_folder.At("in/PO-1/LOT-A/" + name));
        await After(0, waiting: 0);
        Assert.Equal(["PO-1"], _inspected);
    }

    [Fact]
    public async Task A_shipment_is_inspected_once_also_by_the_next_watcher_and_again_when_it_changed()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        await After(0, waiting: 0);
        _drop = Drop();
        await After(1000, waiting: 0);
        Assert.Single(_inspected);
        Photo("in/PO-1/LOT-A/2.jpg");
        await After(0, waiting: 0);
        Assert.Equal(["PO-1", "PO-1"], _inspected);
    }

    [Fact]
    public async Task A_watcher_that_is_stopped_leaves_no_mark_and_the_next_goes_on()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        var stopped = Drop(_ => throw new OperationCanceledException());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.Look(CancellationToken.None));
        Assert.False(File.Exists(_folder.At("out/PO-1/_DONE")));
        await After(0, waiting: 0);
        Assert.Equal(["PO-1"], _inspected);
    }

    [Fact]
    public async Task What_cannot_be_inspected_is_marked_with_why_and_what_may_work_later_is_tried_later()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        _end = new JobEnd(75, null, "another run is writing") { IsPassing = true };
        await After(0, waiting: 0);
        Assert.False(File.Exists(_folder.At("out/PO-1/_DONE")));
        await After(30, waiting: 1);
        Assert.Single(_inspected);
        _end = new JobEnd(65, null, "found no photo that could be read");
        await After(31, waiting: 0);
        Assert.Contains("found no photo", File.ReadAllText(_folder.At("out/PO-1/_DONE")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_never_works_is_marked_after_some_tries_beside_the_case_where_its_folder_cannot_be()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        _folder.Put("out/PO-1", "a file where the case is to be");
        _end = new JobEnd(74, null, "already exists") { IsPassing = true };
        for (var tries = 0; tries < 5; tries++)
        {
            await _drop.Look(CancellationToken.None);
            _clock.Now += TimeSpan.FromMinutes(2);
        }

        Assert.Equal(5, _inspected.Count);
        Assert.Contains("already exists", File.ReadAllText(_folder.At("out/PO-1_DONE")), StringComparison.Ordinal);
        await After(1000, waiting: 0);
        Assert.Equal(5, _inspected.Count);
    }

    [Fact]
    public async Task Zips_are_shipments_and_other_files_empty_and_hidden_folders_are_none()
    {
        Photo("in/PO-2.ZIP");
        Photo("in/notes.txt");
        Photo("in/.stversions/LOT/1.jpg");
        _folder.Folder("in/empty");
        await After(0, waiting: 1);
        await After(30, waiting: 0);
        Assert.Equal(["PO-2.ZIP"], _inspected);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_folder_that_is_watched()
    {
        Photo("in/PO-1/LOT-A/1.jpg");
        Photo("in/PO-1/_READY");
        var before = Directory.GetFileSystemEntries(_folder.At("in"), "*", SearchOption.AllDirectories);
        await After(0, waiting: 0);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.At("in"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_is_gone_for_a_while_is_waited_for()
    {
        Directory.Move(_folder.At("in"), _folder.At("unmounted"));
        await After(0, waiting: 0);
        Directory.Move(_folder.At("unmounted"), _folder.At("in"));
        Photo("in/PO-1/_READY");
        await After(0, waiting: 0);
        Assert.Equal(["PO-1"], _inspected);
    }

    private DropFolder Drop(Func<Job, JobEnd>? inspect = null) => new(_folder.At("in"), _folder.At("out"), TimeSpan.FromSeconds(30), (job, _, _) =>
    {
        if (inspect is not null)
        {
            return inspect(job);
        }

        Assert.False(File.Exists(Path.Combine(job.Folder, Mark.Done)));
        _inspected.Add(job.Name);
        return _end;
    }, _clock, null, _ => { });

    private async Task After(int seconds, int waiting)
    {
        _clock.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(waiting, await _drop.Look(CancellationToken.None));
    }

    // Written at the hand clock's time.
    private void Photo(string name) => File.SetLastWriteTimeUtc(_folder.Put(name, $"{name} {_clock.Now:O}"), _clock.Now.UtcDateTime);
}
