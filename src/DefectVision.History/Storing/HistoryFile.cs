using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DefectVision.History.Storing;

/// <summary>The one file in which inspections are kept: SQLite, written ahead. Any number of programs may use it at once; a shipment is there whole or not at all.</summary>
public sealed class HistoryFile : IDisposable
{
    /// <summary>Where it is kept unless a person says otherwise.</summary>
    public const string UsualName = "history.db";

    private const int SecondsToWait = 30;
    private const int LooksAtEmptyFile = 40;
    private const int MillisecondsBetweenLooks = 50;

    private readonly SqliteConnection _connection;

    private HistoryFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a history; one of an earlier version is brought up to this one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Whether it is made where there is none.</param>
    /// <exception cref="FileNotFoundException">There is none, and none is to be made.</exception>
    /// <exception cref="HistoryException">It is no history, a later version wrote it, or another program uses it.</exception>
    /// <exception cref="IOException">It cannot be opened for writing, or the disk is full.</exception>
    public static HistoryFile Open(string path, bool create)
    {
        if (!create && !File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: no such file; history add makes it");
        }

        if (IsEmptied(path))
        {
            throw new HistoryException($"{Path.GetFileName(path)}: found an empty file, wanted a history; it was cut off, or never was one: put back a copy, or delete it to begin anew");
        }

        try
        {
            return Opened(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, path);
        }
        catch (IOException) when (!create)
        {
            return Beside(path);
        }
    }

    // One that may be read and not written is read as it lies, without what another program may be writing beside it.
    private static HistoryFile Beside(string path)
    {
        try
        {
            return Opened(path, SqliteOpenMode.ReadOnly, $"file:{string.Join('/', Path.GetFullPath(path).Split('/').Select(Uri.EscapeDataString))}?immutable=1");
        }
        catch (IOException fault)
        {
            throw new HistoryException($"{Path.GetFileName(path)}: found a file that cannot be read, wanted a history ({fault.Message})", fault);
        }
    }

    // Another program that begins one just now makes an empty file first.
    private static bool IsEmptied(string path)
    {
        for (var look = 0; look < LooksAtEmptyFile; look++)
        {
            if (!File.Exists(path) || new FileInfo(path).Length > 0)
            {
                return false;
            }

            Thread.Sleep(MillisecondsBetweenLooks);
        }

        return true;
    }

    private static HistoryFile Opened(string path, SqliteOpenMode mode, string source)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = mode,
                ForeignKeys = true,
                DefaultTimeout = SecondsToWait,
                Pooling = false,
            }.ToString());
            connection.Open();
            Migrations.Apply(connection, Path.GetFileName(path));
            return new HistoryFile(connection);
        }
        catch (SqliteException fault)
        {
            connection?.Dispose();
            throw Wrong(path, fault);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Keeps a shipment. What was kept of an earlier inspection of it is replaced.</summary>
    /// <param name="prints">By what its photos are known; none: nobody looked.</param>
    /// <exception cref="HistoryException">Another program uses it; the history is as it was.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public Addition Add(ShipmentEntry shipment, PhotoPrints prints)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(prints);
        return InTurn(sql => Add(sql, shipment, prints));
    }

    /// <summary>Keeps a shipment with what became of its claim; what was told before stays where this leaves it open.</summary>
    /// <param name="replacement">The shipment that came in its place, to be kept, too; null where none is told.</param>
    /// <exception cref="HistoryException">Another program uses the file; the history is as it was.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public Addition Tell(ShipmentEntry shipment, PhotoPrints prints, OutcomeEntry outcome, (ShipmentEntry Shipment, PhotoPrints Prints)? replacement)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(prints);
        ArgumentNullException.ThrowIfNull(outcome);
        return InTurn(sql =>
        {
            if (replacement is { } other)
            {
                Add(sql, other.Shipment, other.Prints);
            }

            var addition = Add(sql, shipment, prints);
            sql.Do("INSERT INTO outcome (shipment, notified, answered, remedy, amount, agreed, received, note, replacement) VALUES ($shipment, $notified, $answered, $remedy, $amount, $agreed, $received, $note, $replacement)",
                ("$shipment", shipment.Id), ("$notified", Sql.Text(outcome.Notified)), ("$answered", Sql.Text(outcome.Answered)), ("$remedy", outcome.Remedy?.ToString()),
                ("$amount", Sql.Text(outcome.Amount)), ("$agreed", Sql.Text(outcome.Agreed)), ("$received", Sql.Text(outcome.Received)), ("$note", outcome.Note), ("$replacement", replacement?.Shipment.Id));
            return addition;
        });
    }

    /// <summary>Takes back what was told last of the claim of a shipment.</summary>
    /// <param name="shipment">By its id or its folder.</param>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="HistoryException">Another program uses the file; the history is as it was.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public bool TakeBack(ShipmentEntry shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return InTurn(sql =>
        {
            var last = sql.Rows(
                "SELECT max(number) FROM outcome WHERE shipment IN (SELECT id FROM shipment WHERE id = $id OR folder = $folder)", read => Sql.Number(read, 0), ("$id", shipment.Id), ("$folder", shipment.Folder)) is [{ } number] ? number : (long?)null;
            sql.Do("DELETE FROM outcome WHERE number = $number", ("$number", last));
            return last is not null;
        });
    }

    /// <summary>Keeps a shipment with what was learned from it; what was told before stays where this leaves it open.</summary>
    /// <exception cref="HistoryException">Another program uses the file; the history is as it was.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public Addition Learn(ShipmentEntry shipment, PhotoPrints prints, LessonEntry lesson)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(prints);
        ArgumentNullException.ThrowIfNull(lesson);
        return InTurn(sql =>
        {
            var addition = Add(sql, shipment, prints);
            sql.Do("INSERT INTO lesson (shipment, root_cause, action, lesson, person, day, folder) VALUES ($shipment, $cause, $action, $lesson, $person, $day, $folder)",
                ("$shipment", shipment.Id), ("$cause", lesson.RootCause), ("$action", lesson.Action), ("$lesson", lesson.Lesson), ("$person", lesson.Person), ("$day", Sql.Text(lesson.Day)), ("$folder", lesson.Folder));
            return addition;
        });
    }

    /// <summary>Every shipment, in order of its day, then of its name.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<ShipmentEntry> Shipments() => Guarded(() =>
    {
        using var turn = _connection.BeginTransaction(deferred: true);
        return (IReadOnlyList<ShipmentEntry>)
        [
            .. ShipmentRows.All(new Sql(_connection, turn)).OrderBy(shipment => shipment.Day).ThenBy(shipment => shipment.Name, StringComparer.Ordinal).ThenBy(shipment => shipment.Id, StringComparer.Ordinal),
        ];
    });

    /// <summary>By what the photos of every shipment are known, by its id; those of which nobody looked are left out.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyDictionary<string, PhotoPrints> Prints() => Guarded(() => new Sql(_connection, null).Rows(
        "SELECT shipment, paths, digests, sketches FROM print",
        read => (Shipment: read.GetString(0), Prints: new PhotoPrints(JsonSerializer.Deserialize<string[]>(read.GetString(1))!, read.GetFieldValue<byte[]>(2), read.GetFieldValue<byte[]>(3)))).ToDictionary(row => row.Shipment, row => row.Prints, StringComparer.Ordinal));

    /// <summary>What is wrong with the file itself, a sentence each; empty where nothing is.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<string> Faults() => Guarded(() =>
    {
        var sql = new Sql(_connection, null);
        var broken = sql.Rows("PRAGMA integrity_check", read => read.GetString(0)).Where(answer => answer != "ok");
        var loose = sql.Rows("PRAGMA foreign_key_check", read => $"a row of {read.GetString(0)} belongs to nothing in {read.GetString(2)}");
        return (IReadOnlyList<string>)[.. broken, .. loose];
    });

    public void Dispose() => _connection.Dispose();

    private static Addition Add(Sql sql, ShipmentEntry shipment, PhotoPrints prints)
    {
        var known = sql.Rows("SELECT record_sha256 FROM shipment WHERE id = $id", read => read.GetString(0), ("$id", shipment.Id));

        // One that was begun anew in the same folder is the same shipment, and so is one of the same name and the same photos.
        var before = sql.Rows(
            "SELECT id FROM shipment WHERE id <> $id AND (folder = $folder OR (name = $name AND id IN (SELECT shipment FROM print WHERE digests = $digests)))",
            read => read.GetString(0), ("$folder", shipment.Folder), ("$id", shipment.Id), ("$name", shipment.Name), ("$digests", prints.Digests));
        foreach (var id in before)
        {
            sql.Do("UPDATE outcome SET shipment = $id WHERE shipment = $before", ("$id", shipment.Id), ("$before", id));
            sql.Do("UPDATE outcome SET replacement = $id WHERE replacement = $before", ("$id", shipment.Id), ("$before", id));
            sql.Do("UPDATE lesson SET shipment = $id WHERE shipment = $before", ("$id", shipment.Id), ("$before", id));
            sql.Do("DELETE FROM shipment WHERE id = $before", ("$before", id));
        }

        sql.Do("DELETE FROM shipment WHERE id = $id", ("$id", shipment.Id));
        ShipmentRows.Insert(sql, shipment);
        if (prints.Paths.Count > 0)
        {
            sql.Do("INSERT INTO print (shipment, paths, digests, sketches) VALUES ($shipment, $paths, $digests, $sketches)",
                ("$shipment", shipment.Id), ("$paths", JsonSerializer.Serialize(prints.Paths)), ("$digests", prints.Digests), ("$sketches", prints.Sketches));
        }

        return known is [var same] ? (same == shipment.RecordSha256 ? Addition.Known : Addition.Replaced) : before.Count > 0 ? Addition.Replaced : Addition.Added;
    }

    private T InTurn<T>(Func<Sql, T> work) => Guarded(() =>
    {
        using var turn = _connection.BeginTransaction(deferred: false);
        var answer = work(new Sql(_connection, turn));
        turn.Commit();
        return answer;
    });

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw Wrong(_connection.DataSource, fault);
        }
    }

    private static Exception Wrong(string path, SqliteException fault)
    {
        var name = Path.GetFileName(path);
        return fault.SqliteErrorCode switch
        {
            SqliteErrors.NotADatabase => new HistoryException($"{name}: it is no history of inspections", fault),
            SqliteErrors.Busy or SqliteErrors.Locked => new HistoryException(FormattableString.Invariant($"{name}: another program has used it for {SecondsToWait} seconds; try again"), fault) { IsBusy = true },
            SqliteErrors.Full => new IOException($"{name}: the disk is full; what was to be kept is not there", fault),
            SqliteErrors.InputOutput => new IOException($"{name}: the disk refuses to read or write beside it: it may be full; what was kept before is still there", fault),
            SqliteErrors.ReadOnly or SqliteErrors.CannotOpen => new IOException($"{name}: it cannot be opened for writing", fault),
            _ => new HistoryException($"{name}: SQLite: {fault.Message}", fault),
        };
    }
}
