using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: the intake section of the workflow contract. Every file is found once; nothing outside the folder is read; nothing is lost in silence.</summary>
public sealed class WalkTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Files_are_found_at_any_depth_in_ordinal_path_order()
    {
        _temp.Put("shipment/b/2.jpg", "x");
        _temp.Put("shipment/B/1.jpg", "x");
        _temp.Put("shipment/a.jpg", "x");
        _temp.Put("shipment/b/deep/er/ü.jpg", "x");
        _temp.Put("shipment/b-1/0.jpg", "x");
        Assert.Equal(["B/1.jpg", "a.jpg", "b-1/0.jpg", "b/2.jpg", "b/deep/er/ü.jpg"], Paths());
    }

    [Theory]
    [InlineData("Thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData("~$checklist.xlsx")]
    [InlineData("DESKTOP.INI")]
    [InlineData(".DS_Store")]
    [InlineData("._photo.jpg")]
    [InlineData("__MACOSX/lot/photo.jpg")]
    [InlineData("@eaDir/photo.jpg")]
    [InlineData(".git/deep/photo.jpg")]
    [InlineData("Icon\r")]
    public void What_an_operating_system_leaves_behind_is_named_as_such(string name)
    {
        _temp.Put($"shipment/lot/{name}", "x");
        Assert.Equal(PhotoOutcome.SystemFile, Single().Decided);
    }

    [Theory]
    [InlineData("Thumbs.db.jpg")]
    [InlineData("thumbs.jpg")]
    [InlineData("MACOSX/photo.jpg")]
    public void A_name_that_only_resembles_a_system_file_is_left_to_its_content(string name)
    {
        _temp.Put($"shipment/lot/{name}", "x");
        Assert.Null(Single().Decided);
    }

    [Fact]
    public void A_link_to_a_file_outside_is_listed_and_not_followed()
    {
        Link("shipment/lot/link.jpg", _temp.Put("secret.jpg", "secret"));
        var link = Single();
        Assert.Equal((PhotoOutcome.OutsideAnyLot, 0), (link.Decided, link.Bytes));
        Assert.Contains("leaves the folder", link.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_whose_target_shares_the_first_letters_of_the_folder_is_outside()
    {
        Link("shipment/lot/link.jpg", _temp.Put("shipment-of-others/photo.jpg", "x"));
        Assert.Equal(PhotoOutcome.OutsideAnyLot, Single().Decided);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_to_a_file_inside_is_a_photo_like_any_other(bool relative)
    {
        var photo = _temp.Put("shipment/a/photo.jpg", "four");
        Link("shipment/b/link.jpg", relative ? "../a/photo.jpg" : photo);
        var link = Walk.Files(Shipment, Out).Single(file => file.Path == "b/link.jpg");
        Assert.Null(link.Decided);
        Assert.Equal(4, link.Bytes);
    }

    [Fact]
    public void A_chain_of_links_that_ends_outside_is_outside()
    {
        Link("shipment/lot/first.jpg", _temp.At("shipment/lot/second.jpg"));
        Link("shipment/lot/second.jpg", _temp.Put("outside.jpg", "x"));
        Assert.All(Walk.Files(Shipment, Out), link => Assert.Equal(PhotoOutcome.OutsideAnyLot, link.Decided));
    }

    [Fact]
    public void A_link_that_passes_through_a_linked_folder_to_the_outside_is_outside()
    {
        _temp.Put("others/photo.jpg", "x");
        _temp.Folder("shipment/lot");
        Directory.CreateSymbolicLink(_temp.At("shipment/lot/door"), _temp.At("others"));
        Link("shipment/lot/through.jpg", _temp.At("shipment/lot/door/photo.jpg"));
        Assert.Equal(PhotoOutcome.OutsideAnyLot, Walk.Files(Shipment, Out).Single(file => file.Path == "lot/through.jpg").Decided);
    }

    [Fact]
    public void A_link_to_a_folder_is_one_entry_and_is_not_walked()
    {
        _temp.Put("shipment/lot/photo.jpg", "x");
        Directory.CreateSymbolicLink(_temp.At("shipment/lot/round"), _temp.At("shipment"));
        Assert.Equal(["lot/photo.jpg", "lot/round"], Paths());
        Assert.Equal(PhotoOutcome.OutsideAnyLot, Walk.Files(Shipment, Out)[1].Decided);
    }

    [Theory]
    [InlineData("nowhere.jpg")]
    [InlineData("itself.jpg")]
    public void A_link_to_nothing_is_unreadable(string target)
    {
        Link("shipment/lot/itself.jpg", _temp.At($"shipment/lot/{target}"));
        Assert.Equal(PhotoOutcome.Unreadable, Single().Decided);
    }

    [SkippableFact]
    public void A_folder_that_cannot_be_listed_is_one_outcome_and_the_others_are_found()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs Unix permissions");
        }

        var locked = _temp.Folder("shipment/lot/locked");
        var closed = _temp.Put("shipment/lot/closed.zip", "x");
        _temp.Put("shipment/lot/photo.jpg", "x");
        File.SetUnixFileMode(_temp.Root, Everyone);

        // Once with all allowed: what the walk itself is made of is loaded then.
        Assert.Equal(["lot/closed.zip", "lot/photo.jpg"], Paths());
        File.SetUnixFileMode(locked, UnixFileMode.None);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        try
        {
            Unprivileged.Run(() =>
            {
                Assert.False(CanList(locked), "permissions do not bind this user, and another could not be taken on");
                var files = Walk.Files(Shipment, Out);
                Assert.Equal(["lot/closed.zip", "lot/locked", "lot/photo.jpg"], files.Select(file => file.Path));
                Assert.Equal([PhotoOutcome.Unreadable, PhotoOutcome.OutsideAnyLot, null], files.Select(file => file.Decided));
                Assert.StartsWith("a folder that cannot be listed", files[1].Reason, StringComparison.Ordinal);
                Assert.Equal("the file may not be read (permission denied)", files[0].Reason);
            });
        }
        finally
        {
            File.SetUnixFileMode(locked, Everyone);
        }
    }

    // Reading a folder lists it; only searching it opens what is listed (POSIX.1-2017, 4.5, file access permissions).
    [SkippableFact]
    public void A_folder_that_may_be_listed_and_not_entered_is_one_outcome_and_holds_no_list()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs Unix permissions");
        }

        var folder = _temp.Folder("shipment/lot/names only");
        _temp.Put("shipment/lot/names only/photo.jpg", "x");
        _temp.Put("shipment/lot/names only/confirmed.csv", "x");
        File.SetUnixFileMode(_temp.Root, Everyone);
        Assert.Equal(2, Walk.Files(Shipment, Out).Count);
        Assert.Single(Lists.Below(Shipment, Out));
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        try
        {
            Unprivileged.Run(() =>
            {
                Assert.Equal(("lot/names only", PhotoOutcome.OutsideAnyLot), Walk.Files(Shipment, Out).Select(file => (file.Path, file.Decided!.Value)).Single());
                Assert.Empty(Lists.Below(Shipment, Out));
            });
        }
        finally
        {
            File.SetUnixFileMode(folder, Everyone);
        }
    }

    [SkippableFact]
    public void Names_that_are_no_utf_8_are_read_as_those_of_windows_in_china_and_their_files_can_be_opened()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a file system that takes any bytes for a name");
        _temp.Put("shipment/lot/photo.jpg", "x");

        // 正面_1.jpg and 缺陷/图.jpg in GBK; a lone byte that is no character of it.
        Bytes("printf one > \"$0/$(printf '\\325\\375\\303\\346')_1.jpg\"");
        Bytes("mkdir \"$0/$(printf '\\310\\261\\317\\335')\" && printf two > \"$0/$(printf '\\310\\261\\317\\335')/$(printf '\\315\\274').jpg\"");
        Bytes("printf three > \"$0/x$(printf '\\377').jpg\"");
        try
        {
            var files = Walk.Files(Shipment, Out);
            Assert.Equal(["lot/photo.jpg", "lot/x\uFFFD.jpg", "lot/正面_1.jpg", "lot/缺陷/图.jpg"], files.Select(file => file.Path));
            Assert.Equal([null, null, "lot/%D5%FD%C3%E6_1.jpg", "lot/%C8%B1%CF%DD/%CD%BC.jpg"], files.Select(file => file.NameBytes));
            Assert.All(files.Skip(2), file => Assert.True(NameBytes.AreOf(file.NameBytes!, file.Path, isInArchive: false)));
            Assert.Equal([null, PhotoOutcome.Unreadable, null, null], files.Select(file => file.Decided));
            Assert.Equal("one", File.ReadAllText(ShipmentFile.FullPath(Shipment, Out, files[2].Path)));
            Assert.Equal("two", File.ReadAllText(ShipmentFile.FullPath(Shipment, Out, files[3].Path)));
        }
        finally
        {
            // .NET cannot take away what it cannot name.
            Bytes("rm -rf \"$0\"/*");
        }
    }

    private void Bytes(string command)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", command, _temp.At("shipment/lot")]);
        shell.WaitForExit();
        Skip.If(shell.ExitCode != 0, "needs a file system that takes any bytes for a name");
    }

    [Theory]
    [InlineData("journal.jsonl", "case.json")]
    [InlineData("journal.jsonl", "summary.json")]
    [InlineData("seal.json", "manifest.jsonl", "SHA256SUMS")]
    public void Outputs_of_another_inspection_are_one_entry_and_are_not_walked(params string[] marks)
    {
        _temp.Put("shipment/lot/photo.jpg", "x");
        _temp.Put("shipment/inspections/old/pictures/photo.jpg", "x");
        foreach (var mark in marks)
        {
            _temp.Put($"shipment/inspections/old/{mark}", "{}");
        }

        var files = Walk.Files(Shipment, Out);
        Assert.Equal(["inspections/old", "lot/photo.jpg"], files.Select(file => file.Path));
        Assert.Equal(PhotoOutcome.NotAPhoto, files[0].Decided);
    }

    [Theory]
    [InlineData("journal.jsonl")]
    [InlineData("summary.json", "case.json")]
    public void A_folder_with_a_file_that_is_called_like_an_output_is_walked(params string[] marks)
    {
        foreach (var mark in marks)
        {
            _temp.Put($"shipment/lot/{mark}", "{}");
        }

        Assert.Equal(marks.Length, Paths().Count());
    }

    [Theory]
    [InlineData(".hidden/photo.jpg", PhotoOutcome.OutsideAnyLot)]
    [InlineData(".hidden/deep/photo.HEIC", PhotoOutcome.OutsideAnyLot)]
    [InlineData(".hidden/notes.txt", PhotoOutcome.SystemFile)]
    [InlineData(".hidden/._photo.jpg", PhotoOutcome.SystemFile)]
    [InlineData(".hidden/@eaDir/photo.jpg", PhotoOutcome.SystemFile)]
    [InlineData(".thumbnails/photo.jpg", PhotoOutcome.SystemFile)]
    public void A_photo_in_a_folder_whose_name_begins_with_a_dot_is_named_and_what_a_system_keeps_is_not(string name, PhotoOutcome outcome)
    {
        _temp.Put($"shipment/lot/{name}", "x");
        Assert.Equal(outcome, Single().Decided);
    }

    [Theory]
    [InlineData("photos.rar", "unrar x")]
    [InlineData("photos.7z", "7z x")]
    [InlineData("photos.tar.gz", "tar xzf")]
    public void An_archive_that_is_not_opened_is_named_with_how_to_unpack_it(string name, string how)
    {
        _temp.Put($"shipment/lot/{name}", "x");
        Assert.Equal(PhotoOutcome.UnsupportedFormat, Single().Decided);
        Assert.Contains(how, Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_outputs_is_no_part_of_the_shipment()
    {
        _temp.Put("shipment/lot/photo.jpg", "x");
        _temp.Put("shipment/results/report.html", "x");
        _temp.Put("shipment/results-of-the-lab/photo.jpg", "x");
        Assert.Equal(["lot/photo.jpg", "results-of-the-lab/photo.jpg"], Walk.Files(Shipment, _temp.At("shipment/results")).Select(file => file.Path));
    }

    private const UnixFileMode Everyone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static bool CanList(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder).Length == 0;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string Shipment => _temp.At("shipment");

    private string Out => _temp.At("out");

    private IEnumerable<string> Paths() => Walk.Files(Shipment, Out).Select(file => file.Path);

    private FoundFile Single() => Assert.Single(Walk.Files(Shipment, Out));

    private void Link(string name, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_temp.At(name))!);
        File.CreateSymbolicLink(_temp.At(name), target);
    }
}
