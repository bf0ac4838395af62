using Microsoft.Data.Sqlite;

namespace DefectVision.History.Storing;

/// <summary>The steps from one form of the file to the next; the file says how many it has taken. A step that was released is never changed.</summary>
internal static class Migrations
{
    /// <summary>"DVHi": a database of anything else is no history.</summary>
    private const long Application = 0x44564869;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE shipment (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, folder TEXT NOT NULL, record_sha256 TEXT NOT NULL, as_of TEXT NOT NULL, verdict TEXT NOT NULL, inspected_on TEXT,
            supplier TEXT, factory TEXT, country TEXT, buyer TEXT, purchase_order TEXT, product TEXT, currency TEXT, unit_price TEXT, model_sha256 TEXT, asked TEXT
        ) STRICT;
        CREATE TABLE lot (
            shipment TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE, name TEXT NOT NULL, size INTEGER, items INTEGER NOT NULL, flagged INTEGER NOT NULL, decided INTEGER NOT NULL,
            nonconforming INTEGER NOT NULL, is_looked_at INTEGER NOT NULL, verdict TEXT NOT NULL, produced TEXT, due TEXT, shipped TEXT, arrived TEXT,
            PRIMARY KEY (shipment, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE defect (
            shipment TEXT NOT NULL, lot TEXT NOT NULL, number INTEGER NOT NULL, class TEXT, severity TEXT, cause TEXT, items INTEGER NOT NULL,
            PRIMARY KEY (shipment, lot, number), FOREIGN KEY (shipment, lot) REFERENCES lot (shipment, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reading (
            shipment TEXT NOT NULL, lot TEXT NOT NULL, number INTEGER NOT NULL, severity TEXT NOT NULL, aql TEXT NOT NULL, level TEXT NOT NULL, inspection TEXT NOT NULL, acceptance INTEGER NOT NULL,
            nonconforming INTEGER NOT NULL, is_accepted INTEGER,
            PRIMARY KEY (shipment, lot, number), FOREIGN KEY (shipment, lot) REFERENCES lot (shipment, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE outcome (
            number INTEGER PRIMARY KEY, shipment TEXT NOT NULL REFERENCES shipment (id) DEFERRABLE INITIALLY DEFERRED, notified TEXT, answered TEXT, remedy TEXT, amount TEXT, agreed TEXT, received TEXT, note TEXT
        ) STRICT;
        CREATE INDEX outcome_of ON outcome (shipment);
        CREATE TABLE section (
            shipment TEXT NOT NULL, lot TEXT NOT NULL, kind TEXT NOT NULL, answer TEXT NOT NULL,
            PRIMARY KEY (shipment, lot, kind), FOREIGN KEY (shipment, lot) REFERENCES lot (shipment, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <param name="connection">Open.</param>
    /// <param name="name">Of the file, for errors.</param>
    /// <exception cref="HistoryException">It is something else, or a later version wrote it.</exception>
    public static void Apply(SqliteConnection connection, string name)
    {
        // What is whole already is only read.
        if ((Number(connection, null, "PRAGMA user_version"), Number(connection, null, "PRAGMA application_id")) == (Steps.Length, Application))
        {
            return;
        }

        using var turn = connection.BeginTransaction(deferred: false);
        var taken = Number(connection, turn, "PRAGMA user_version");
        var application = Number(connection, turn, "PRAGMA application_id");
        if (application != Application && (application != 0 || Number(connection, turn, "SELECT count(*) FROM sqlite_master") > 0))
        {
            throw new HistoryException($"{name}: it is a database of something else, wanted a history of inspections");
        }

        if (taken > Steps.Length)
        {
            throw new HistoryException(FormattableString.Invariant($"{name}: found version {taken}, this program reads up to {Steps.Length}; a later version of it wrote the file"));
        }

        for (var step = (int)taken; step < Steps.Length; step++)
        {
            Do(connection, turn, Steps[step]);
        }

        Do(connection, turn, FormattableString.Invariant($"PRAGMA application_id = {Application}"));
        Do(connection, turn, FormattableString.Invariant($"PRAGMA user_version = {Steps.Length}"));
        turn.Commit();
        Do(connection, null, "PRAGMA journal_mode = WAL");
    }

    private static long Number(SqliteConnection connection, SqliteTransaction? turn, string sql)
    {
        using var command = Command(connection, turn, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static void Do(SqliteConnection connection, SqliteTransaction? turn, string sql)
    {
        using var command = Command(connection, turn, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction? turn, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every sentence is a constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = turn;
        return command;
    }
}
