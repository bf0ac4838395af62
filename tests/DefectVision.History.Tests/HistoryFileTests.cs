using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DefectVision.Fixtures;
using DefectVision.History.Storing;
using DefectVision.Inspection.Agreements;
using Microsoft.Data.Sqlite;

namespace DefectVision.History.Tests;

/// <summary>Rules: a shipment is kept once, whole or not at all, whoever writes beside it; what is no history is left as it is.</summary>
public sealed class HistoryFileTests : IDisposable
{
    private static readonly JsonSerializerOptions WhatIsKept = new() { IgnoreReadOnlyProperties = true };
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void What_was_kept_is_read_back_as_it_was()
    {
        Add(Make.Full);
        Assert.Equal(Text(Make.Full), Text(Assert.Single(Kept())));
    }

    [Fact]
    public void Added_again_it_is_known_changed_it_is_replaced_and_moved_it_is_found_where_it_is_now()
    {
        Assert.Equal(Addition.Added, Add(Make.Full));
        Assert.Equal(Addition.Known, Add(Make.Full));
        Assert.Equal(Addition.Known, Add(Make.Full with { Folder = "/elsewhere/PO-7" }));
        Assert.Equal("/elsewhere/PO-7", Assert.Single(Kept()).Folder);
        Assert.Equal(Addition.Replaced, Add(Make.Full with { RecordSha256 = new string('c', 64), Lots = [Make.Lot("B", 1, 5)] }));
        Assert.Equal("B", Assert.Single(Assert.Single(Kept()).Lots).Name);
    }

    [Fact]
    public void One_that_was_begun_anew_in_the_same_folder_replaces_the_one_before()
    {
        Add(Make.Full);
        Assert.Equal(Addition.Replaced, Add(Make.Shipment(8, "Supplier Ltd") with { Folder = Make.Full.Folder, RecordSha256 = new string('c', 64) }));
        Assert.Equal("PO-8", Assert.Single(Kept()).Name);
    }

    // An inspection that is repeated, or begun anew, has the same claim.
    [Fact]
    public void What_became_of_a_claim_is_added_up_and_stays_when_the_shipment_is_replaced()
    {
        Add(Make.Full);
        var (one, other) = (new OutcomeEntry(new DateOnly(2026, 2, 1), null, null, null, null, null, "told"), new OutcomeEntry(null, new DateOnly(2026, 2, 7), Remedy.Refund, 400m, null, null, null));
        Tell(Make.Full, one);
        Tell(Make.Full, other);
        var known = Assert.Single(Kept()).Outcome!;
        Assert.Equal(new OutcomeEntry(one.Notified, other.Answered, Remedy.Refund, 400m, null, null, "told"), known);
        Assert.Equal(6, known.DaysToAnswer);
        Tell(Make.Full, new OutcomeEntry(null, null, null, 410.25m, null, null, null));

        Add(Make.Full with { RecordSha256 = new string('c', 64) });
        Add(Make.Shipment(8, "Supplier Ltd") with { Folder = Make.Full.Folder, RecordSha256 = new string('d', 64) });
        Assert.Equal(known with { Amount = 410.25m }, Assert.Single(Kept()).Outcome);
        Assert.Empty(Faults());
    }

    [Fact]
    public void They_come_in_order_of_the_day_of_the_inspection_else_of_the_outputs()
    {
        Add(Make.Shipment(3, "S"));
        Add(Make.Shipment(1, "S"));
        Add(Make.Shipment(9, "S") with { InspectedOn = new DateOnly(2026, 1, 3) });
        Assert.Equal(["PO-1", "PO-9", "PO-3"], Kept().Select(shipment => shipment.Name));
    }

    // The second lot has the name of the first, which the file refuses after it has taken the first.
    [Fact]
    public void One_that_fails_in_the_middle_leaves_what_was_there()
    {
        Add(Make.Full);
        var broken = Make.Full with { RecordSha256 = new string('c', 64), Lots = [Make.Lot("B", 1, 5), Make.Lot("B", 1, 5)] };
        Assert.Throws<HistoryException>(() => Add(broken));
        Assert.Equal(Text(Make.Full), Text(Assert.Single(Kept())));
        Assert.Empty(Faults());
    }

    [Fact]
    public void A_program_that_is_gone_in_the_middle_leaves_what_was_there()
    {
        Add(Make.Full);
        using (var connection = new SqliteConnection($"Data Source={_temp.At("h.db")};Pooling=False"))
        {
            connection.Open();
            var turn = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM shipment";
            command.ExecuteNonQuery();
        }

        Assert.Single(Kept());
    }

    [Fact]
    public async Task Programs_that_add_at_once_lose_and_double_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var file = HistoryFile.Open(_temp.At("h.db"), create: true);
            for (var number = 0; number < 12; number++)
            {
                file.Add(Make.Shipment((10 * (worker % 2)) + number, "S", Make.Lot("A", 1, 9)), PhotoPrints.None);
            }
        })));
        Assert.Equal(22, Kept().Count);
        Assert.All(Kept(), shipment => Assert.Single(shipment.Lots));
        Assert.Empty(Faults());
    }

    [Fact]
    public void What_is_something_else_is_refused_and_left_alone()
    {
        _temp.Put("text.db", "no database, and longer than the header of one, which is a hundred bytes long: so that it is read, and found to be none");
        using (var other = new SqliteConnection($"Data Source={_temp.At("other.db")};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE stamps (country TEXT)";
            command.ExecuteNonQuery();
        }

        Assert.Contains("text.db: it is no history", Refusal("text.db"), StringComparison.Ordinal);
        Assert.Contains("other.db: it is a database of something else", Refusal("other.db"), StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => HistoryFile.Open(_temp.At("none.db"), create: false));
        Assert.False(File.Exists(_temp.At("none.db")));
        Assert.Contains("cannot be opened", Assert.Throws<IOException>(() => HistoryFile.Open(_temp.At("no/such/folder/h.db"), create: true)).Message, StringComparison.Ordinal);

        Add(Make.Full);
        using (var later = new SqliteConnection($"Data Source={_temp.At("h.db")};Pooling=False"))
        {
            later.Open();
            using var command = later.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("found version 99, this program reads up to 2", Refusal("h.db"), StringComparison.Ordinal);
    }

    // The same photos under the same name, inspected into another folder: counted once.
    [Fact]
    public void A_shipment_that_is_inspected_into_another_folder_is_the_same_shipment()
    {
        var prints = new PhotoPrints(["A/1.jpg"], [.. Enumerable.Range(0, 32).Select(at => (byte)at)], new byte[64]);
        var again = Make.Shipment(9, "S") with { Name = "PO-1" };
        using (var file = Open())
        {
            Assert.Equal(Addition.Added, file.Add(Make.Shipment(1, "S"), prints));
            file.Tell(Make.Shipment(1, "S"), prints, new OutcomeEntry(null, null, null, 12m, null, null, null), null);
            Assert.Equal(Addition.Replaced, file.Add(again, prints));
            file.Add(Make.Shipment(2, "S"), prints);
        }

        Assert.Equal([(again.Id, 12m), (Make.Shipment(2, "S").Id, (decimal?)null)], Kept().OrderByDescending(shipment => shipment.Id).Select(shipment => (shipment.Id, shipment.Outcome?.Amount)).Reverse().OrderBy(one => one.Amount is null));
        Assert.Empty(Faults());
    }

    [Fact]
    public void An_outcome_that_was_told_by_mistake_is_taken_back()
    {
        Tell(Make.Full, new OutcomeEntry(null, null, null, 400m, null, null, null));
        Tell(Make.Full, new OutcomeEntry(null, null, null, 4m, null, null, null));
        using (var file = Open())
        {
            Assert.True(file.TakeBack(Make.Full));
        }

        Assert.Equal(400m, Assert.Single(Kept()).Outcome!.Amount);
        using var rest = Open();
        Assert.True(rest.TakeBack(Make.Full));
        Assert.False(rest.TakeBack(Make.Full));
    }

    [Fact]
    public void An_emptied_file_is_no_empty_history()
    {
        _temp.Put("cut.db", "");
        Assert.Contains("cut.db: found an empty file", Refusal("cut.db"), StringComparison.Ordinal);
        Assert.Throws<HistoryException>(() => HistoryFile.Open(_temp.At("cut.db"), create: false));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-02", null, null, null)]
    [InlineData("2026-03-01", "2026-02-28", null, null, "answered 2026-02-28 lies before notified, 2026-03-01")]
    [InlineData("2026-02-19", null, null, null, "notified 2026-02-19 lies before the inspection, 2026-02-20")]
    [InlineData("2026-02-20", null, "2026-02-20", "2026-02-19", "received 2026-02-19 lies before agreed, 2026-02-20")]
    [InlineData(null, null, null, "2026-04-02", "received 2026-04-02 lies after today, 2026-04-01")]
    [InlineData(null, null, null, "2026-04-01", null)]
    public void Days_that_cannot_be_are_told(string? notified, string? answered, string? agreed, string? received, string? fault)
    {
        var outcome = new OutcomeEntry(Day(notified), Day(answered), null, null, Day(agreed), Day(received), null);
        Assert.Equal(fault, outcome.Fault(new DateOnly(2026, 2, 20), new DateOnly(2026, 4, 1)));

        static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    // Its digest was taken when it was released.
    [Fact]
    public void A_step_that_was_released_is_never_changed() =>
        Assert.Equal("f010071329dea345af3733cac9a3f7c82edbfaf74f5741d26c9145eef47c5c11", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Migrations.Steps[0].ReplaceLineEndings("\n")))));

    [Fact]
    public void A_file_of_the_first_version_is_brought_up_and_keeps_what_it_held()
    {
        using (var first = new SqliteConnection($"Data Source={_temp.At("h.db")};Pooling=False"))
        {
            first.Open();
            using var command = first.CreateCommand();
#pragma warning disable CA2100 // A constant of the program.
            command.CommandText = Migrations.Steps[0] + $"""
                ;PRAGMA application_id = {Migrations.Application}; PRAGMA user_version = 1;
                INSERT INTO shipment (id, name, folder, record_sha256, as_of, verdict, supplier) VALUES ('1', 'PO-1', '/cases/PO-1', 'aa', '2026-01-01T00:00:00.0000000+00:00', 'Reject', 'Supplier Ltd');
                INSERT INTO lot (shipment, name, items, flagged, decided, nonconforming, is_looked_at, verdict) VALUES ('1', 'A', 20, 3, 20, 2, 1, 'Reject');
                INSERT INTO outcome (shipment, remedy, amount) VALUES ('1', 'Refund', '12.50');
                """;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        var kept = Assert.Single(Kept());
        Assert.Equal(("Supplier Ltd", 12.50m, 2L), (kept.Supplier, kept.Outcome!.Amount, Assert.Single(kept.Lots).Nonconforming));
        Assert.Empty(kept.Deadlines);
        Assert.Empty(Faults());
    }

    // Both are kept in one turn; one that is begun anew stays the replacement.
    [Fact]
    public void The_shipment_that_came_in_place_of_another_is_known_by_it()
    {
        var (bad, good) = (Make.Shipment(1, "S"), Make.Shipment(2, "S"));
        Tell(bad, new OutcomeEntry(null, null, Remedy.Replacement, null, null, null, null), good);
        Assert.Equal(good.Id, Kept()[0].Outcome!.Replacement);
        Add(Make.Shipment(3, "S") with { Folder = good.Folder });
        Assert.Equal(Make.Shipment(3, "S").Id, Kept()[0].Outcome!.Replacement);
        Assert.Empty(Faults());
    }

    [Fact]
    public void Photos_are_known_by_path_digest_and_sketch_and_lessons_add_up()
    {
        var prints = new PhotoPrints(["A/1\n.jpg", "A/2.jpg"], [.. Enumerable.Range(0, 64).Select(at => (byte)at)], [.. Enumerable.Range(0, 128).Select(at => (byte)at)]);
        using (var file = Open())
        {
            file.Learn(Make.Full, prints, new LessonEntry("worn needle", null, null, "Li", new DateOnly(2026, 3, 1), null));
            file.Learn(Make.Full, prints, new LessonEntry(null, "needle changed each shift", "ask for the log", null, null, "/post"));
            var kept = Assert.Single(file.Prints());
            Assert.Equal(Make.Full.Id, kept.Key);
            Assert.Equal(prints.Paths, kept.Value.Paths);
            Assert.Equal(prints.Digests, kept.Value.Digests);
            Assert.Equal(prints.Sketches, kept.Value.Sketches);
        }

        Assert.Equal(new LessonEntry("worn needle", "needle changed each shift", "ask for the log", "Li", new DateOnly(2026, 3, 1), "/post"), Assert.Single(Kept()).Lesson);
    }

    private static string Text(ShipmentEntry shipment) => JsonSerializer.Serialize(shipment, WhatIsKept);

    private string Refusal(string name) => Assert.Throws<HistoryException>(() => HistoryFile.Open(_temp.At(name), create: true).Dispose()).Message;

    private HistoryFile Open() => HistoryFile.Open(_temp.At("h.db"), create: true);

    private IReadOnlyList<string> Faults()
    {
        using var file = Open();
        return file.Faults();
    }

    private void Tell(ShipmentEntry shipment, OutcomeEntry outcome, ShipmentEntry? replacement = null)
    {
        using var file = Open();
        file.Tell(shipment, PhotoPrints.None, outcome, replacement is null ? null : (replacement, PhotoPrints.None));
    }

    private Addition Add(ShipmentEntry shipment)
    {
        using var file = Open();
        return file.Add(shipment, PhotoPrints.None);
    }

    private IReadOnlyList<ShipmentEntry> Kept()
    {
        using var file = Open();
        return file.Shipments();
    }
}
