using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics.Sampling;
using Microsoft.Data.Sqlite;

namespace DefectVision.History.Storing;

/// <summary>The one file in which inspections are kept: SQLite, written ahead. Any number of programs may use it at once; a shipment is there whole or not at all.</summary>
public sealed class HistoryFile : IDisposable
{
    /// <summary>Where it is kept unless a person says otherwise.</summary>
    public const string UsualName = "history.db";

    private const int SecondsToWait = 30;
    private const string DayForm = "yyyy-MM-dd";

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

        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
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
    /// <exception cref="HistoryException">Another program uses it; the history is as it was.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public Addition Add(ShipmentEntry shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return Guarded(() =>
        {
            using var turn = _connection.BeginTransaction(deferred: false);
            var known = Rows("SELECT record_sha256, folder FROM shipment WHERE id = $id", read => (Record: read.GetString(0), Folder: read.GetString(1)), turn, ("$id", shipment.Id));
            if (known is [var same] && same == (shipment.RecordSha256, shipment.Folder))
            {
                return Addition.Known;
            }

            // One that was begun anew in the same folder is the same shipment.
            known.AddRange(Rows("SELECT record_sha256, folder FROM shipment WHERE folder = $folder AND id <> $id", read => (read.GetString(0), read.GetString(1)), turn, ("$folder", shipment.Folder), ("$id", shipment.Id)));
            Do(turn, "UPDATE outcome SET shipment = $id WHERE shipment IN (SELECT id FROM shipment WHERE folder = $folder)", ("$id", shipment.Id), ("$folder", shipment.Folder));
            Do(turn, "DELETE FROM shipment WHERE id = $id OR folder = $folder", ("$id", shipment.Id), ("$folder", shipment.Folder));
            Insert(turn, shipment);
            turn.Commit();
            return known.Count == 0 ? Addition.Added : known[0].Record == shipment.RecordSha256 ? Addition.Known : Addition.Replaced;
        });
    }

    /// <summary>Tells what became of the claim of a shipment; what was told before stays where this leaves it open.</summary>
    /// <param name="id">Of a shipment that is kept.</param>
    /// <exception cref="HistoryException">No such shipment is kept, or another program uses the file.</exception>
    /// <exception cref="IOException">It cannot be written; the history is as it was.</exception>
    public void Tell(string id, OutcomeEntry outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Guarded(() =>
        {
            using var turn = _connection.BeginTransaction(deferred: false);
            if (Rows("SELECT 1 FROM shipment WHERE id = $id", read => read.GetInt64(0), turn, ("$id", id)).Count == 0)
            {
                throw new HistoryException($"{Path.GetFileName(_connection.DataSource)}: found no such shipment, wanted it added first");
            }

            Do(turn, "INSERT INTO outcome (shipment, notified, answered, remedy, amount, agreed, received, note) VALUES ($shipment, $notified, $answered, $remedy, $amount, $agreed, $received, $note)",
                ("$shipment", id), ("$notified", Text(outcome.Notified)), ("$answered", Text(outcome.Answered)), ("$remedy", outcome.Remedy?.ToString()),
                ("$amount", outcome.Amount?.ToString(CultureInfo.InvariantCulture)), ("$agreed", Text(outcome.Agreed)), ("$received", Text(outcome.Received)), ("$note", outcome.Note));
            turn.Commit();
            return true;
        });
    }

    /// <summary>Every shipment, in order of its day, then of its name.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<ShipmentEntry> Shipments() => Guarded(() =>
    {
        using var turn = _connection.BeginTransaction(deferred: true);
        var defects = Rows(
            "SELECT shipment, lot, class, severity, cause, items FROM defect ORDER BY shipment, lot, number",
            read => (Lot: (read.GetString(0), read.GetString(1)), Entry: new DefectEntry(Text(read, 2), Named<Severity>(read, 3), Named<Cause>(read, 4), read.GetInt64(5))),
            turn).ToLookup(row => row.Lot, row => row.Entry);
        var sections = Rows(
            "SELECT shipment, lot, kind, answer FROM section",
            read => (Lot: (read.GetString(0), read.GetString(1)), Kind: Enum.Parse<SectionKind>(read.GetString(2)), Answer: Enum.Parse<SectionAnswer>(read.GetString(3))),
            turn).ToLookup(row => row.Lot);
        var readings = Rows(
            "SELECT shipment, lot, severity, aql, level, inspection, acceptance, nonconforming, is_accepted FROM reading ORDER BY shipment, lot, number",
            read => (Lot: (read.GetString(0), read.GetString(1)), Entry: new ReadingEntry(
                read.GetString(2), Aql.Parse(read.GetString(3)), Enum.Parse<InspectionLevel>(read.GetString(4)), Enum.Parse<InspectionSeverity>(read.GetString(5)), read.GetInt32(6), read.GetInt64(7),
                Number(read, 8) is { } accepted ? accepted != 0 : null)),
            turn).ToLookup(row => row.Lot, row => row.Entry);
        var lots = Rows(
            "SELECT shipment, name, size, items, flagged, decided, nonconforming, is_looked_at, verdict, produced, due, shipped, arrived FROM lot",
            read => (Shipment: read.GetString(0), Entry: new LotEntry(
                read.GetString(1), Number(read, 2), read.GetInt64(3), read.GetInt64(4), read.GetInt64(5), read.GetInt64(6), read.GetInt64(7) != 0, Enum.Parse<Verdict>(read.GetString(8)))
            {
                Produced = Day(read, 9),
                Due = Day(read, 10),
                Shipped = Day(read, 11),
                Arrived = Day(read, 12),
                Defects = [.. defects[(read.GetString(0), read.GetString(1))]],
                Readings = [.. readings[(read.GetString(0), read.GetString(1))]],
                Sections = new SortedDictionary<SectionKind, SectionAnswer>(sections[(read.GetString(0), read.GetString(1))].ToDictionary(row => row.Kind, row => row.Answer)),
            }),
            turn).ToLookup(row => row.Shipment, row => row.Entry);
        var outcomes = Rows(
            "SELECT shipment, notified, answered, remedy, amount, agreed, received, note FROM outcome ORDER BY number",
            read => (Shipment: read.GetString(0), Entry: new OutcomeEntry(Day(read, 1), Day(read, 2), Named<Remedy>(read, 3), Amount(read, 4), Day(read, 5), Day(read, 6), Text(read, 7))),
            turn).ToLookup(row => row.Shipment, row => row.Entry);
        var shipments = Rows(
            "SELECT id, name, folder, record_sha256, as_of, verdict, inspected_on, supplier, factory, country, buyer, purchase_order, product, currency, unit_price, model_sha256, asked FROM shipment",
            read => new ShipmentEntry(
                read.GetString(0), read.GetString(1), read.GetString(2), read.GetString(3), DateTimeOffset.Parse(read.GetString(4), CultureInfo.InvariantCulture), Enum.Parse<Verdict>(read.GetString(5)))
            {
                InspectedOn = Day(read, 6),
                Supplier = Text(read, 7),
                Factory = Text(read, 8),
                Country = Text(read, 9),
                Buyer = Text(read, 10),
                PurchaseOrder = Text(read, 11),
                Product = Text(read, 12),
                Currency = Text(read, 13),
                UnitPrice = Amount(read, 14),
                ModelSha256 = Text(read, 15),
                Asked = Amount(read, 16),
                Outcome = outcomes[read.GetString(0)].Aggregate((OutcomeEntry?)null, (known, told) => known?.With(told) ?? told),
                Lots = [.. lots[read.GetString(0)].OrderBy(lot => lot.Name, StringComparer.Ordinal)],
            },
            turn);
        return (IReadOnlyList<ShipmentEntry>)[.. shipments.OrderBy(shipment => shipment.Day).ThenBy(shipment => shipment.Name, StringComparer.Ordinal).ThenBy(shipment => shipment.Id, StringComparer.Ordinal)];
    });

    /// <summary>What is wrong with the file itself, a sentence each; empty where nothing is.</summary>
    /// <exception cref="HistoryException">It cannot be read.</exception>
    public IReadOnlyList<string> Faults() => Guarded(() =>
    {
        var broken = Rows("PRAGMA integrity_check", read => read.GetString(0), null).Where(answer => answer != "ok");
        var loose = Rows("PRAGMA foreign_key_check", read => $"a row of {read.GetString(0)} belongs to nothing in {read.GetString(2)}", null);
        return (IReadOnlyList<string>)[.. broken, .. loose];
    });

    public void Dispose() => _connection.Dispose();

    private void Insert(SqliteTransaction turn, ShipmentEntry shipment)
    {
        Do(turn, """
            INSERT INTO shipment (id, name, folder, record_sha256, as_of, verdict, inspected_on, supplier, factory, country, buyer, purchase_order, product, currency, unit_price, model_sha256, asked)
            VALUES ($id, $name, $folder, $record, $as_of, $verdict, $inspected, $supplier, $factory, $country, $buyer, $order, $product, $currency, $price, $model, $asked)
            """,
            ("$id", shipment.Id), ("$name", shipment.Name), ("$folder", shipment.Folder), ("$record", shipment.RecordSha256), ("$as_of", shipment.AsOf.ToString("O", CultureInfo.InvariantCulture)),
            ("$verdict", $"{shipment.Verdict}"), ("$inspected", Text(shipment.InspectedOn)), ("$supplier", shipment.Supplier), ("$factory", shipment.Factory), ("$country", shipment.Country),
            ("$buyer", shipment.Buyer), ("$order", shipment.PurchaseOrder), ("$product", shipment.Product), ("$currency", shipment.Currency),
            ("$price", shipment.UnitPrice?.ToString(CultureInfo.InvariantCulture)), ("$model", shipment.ModelSha256), ("$asked", shipment.Asked?.ToString(CultureInfo.InvariantCulture)));
        foreach (var lot in shipment.Lots)
        {
            Do(turn, """
                INSERT INTO lot (shipment, name, size, items, flagged, decided, nonconforming, is_looked_at, verdict, produced, due, shipped, arrived)
                VALUES ($shipment, $name, $size, $items, $flagged, $decided, $nonconforming, $looked, $verdict, $produced, $due, $shipped, $arrived)
                """,
                ("$shipment", shipment.Id), ("$name", lot.Name), ("$size", lot.Size), ("$items", lot.Items), ("$flagged", lot.Flagged), ("$decided", lot.Decided), ("$nonconforming", lot.Nonconforming),
                ("$looked", lot.IsLookedAt ? 1L : 0L), ("$verdict", $"{lot.Verdict}"), ("$produced", Text(lot.Produced)), ("$due", Text(lot.Due)), ("$shipped", Text(lot.Shipped)), ("$arrived", Text(lot.Arrived)));
            foreach (var (number, defect) in lot.Defects.Index())
            {
                Do(turn, "INSERT INTO defect (shipment, lot, number, class, severity, cause, items) VALUES ($shipment, $lot, $number, $class, $severity, $cause, $items)",
                    ("$shipment", shipment.Id), ("$lot", lot.Name), ("$number", (long)number), ("$class", defect.Class), ("$severity", defect.Severity?.ToString()), ("$cause", defect.Cause?.ToString()), ("$items", defect.Items));
            }

            foreach (var (number, reading) in lot.Readings.Index())
            {
                Do(turn, """
                    INSERT INTO reading (shipment, lot, number, severity, aql, level, inspection, acceptance, nonconforming, is_accepted)
                    VALUES ($shipment, $lot, $number, $severity, $aql, $level, $inspection, $acceptance, $nonconforming, $accepted)
                    """,
                    ("$shipment", shipment.Id), ("$lot", lot.Name), ("$number", (long)number), ("$severity", reading.Severity), ("$aql", $"{reading.Aql}"), ("$level", $"{reading.Level}"),
                    ("$inspection", $"{reading.Inspection}"), ("$acceptance", (long)reading.AcceptanceNumber), ("$nonconforming", reading.Nonconforming),
                    ("$accepted", reading.IsAccepted is { } accepted ? (accepted ? 1L : 0L) : null));
            }

            foreach (var (kind, answer) in lot.Sections)
            {
                Do(turn, "INSERT INTO section (shipment, lot, kind, answer) VALUES ($shipment, $lot, $kind, $answer)", ("$shipment", shipment.Id), ("$lot", lot.Name), ("$kind", $"{kind}"), ("$answer", $"{answer}"));
            }
        }
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, SqliteTransaction? turn, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, turn, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private void Do(SqliteTransaction turn, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, turn, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, SqliteTransaction? turn, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every sentence is a constant of this file; what comes from elsewhere is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = turn;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

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

    private static string? Text(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    private static string? Text(SqliteDataReader read, int at) => read.IsDBNull(at) ? null : read.GetString(at);

    private static long? Number(SqliteDataReader read, int at) => read.IsDBNull(at) ? null : read.GetInt64(at);

    private static DateOnly? Day(SqliteDataReader read, int at) => Text(read, at) is { } day ? DateOnly.ParseExact(day, DayForm, CultureInfo.InvariantCulture) : null;

    private static decimal? Amount(SqliteDataReader read, int at) => Text(read, at) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null;

    private static T? Named<T>(SqliteDataReader read, int at)
        where T : struct, Enum => Text(read, at) is { } name ? Enum.Parse<T>(name) : null;
}
