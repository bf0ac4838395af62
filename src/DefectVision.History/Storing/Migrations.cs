using Microsoft.Data.Sqlite;

namespace DefectVision.History.Storing;

/// <summary>The steps from one form of the file to the next; the file says how many it has taken. A step that was released is never changed.</summary>
internal static class Migrations
{
    /// <summary>"DVHi": a database of anything else is no history.</summary>
    internal const long Application = 0x44564869;

    internal static readonly string[] Steps =
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
        """
        ALTER TABLE shipment ADD COLUMN region TEXT;
        ALTER TABLE shipment ADD COLUMN packet_root TEXT;
        ALTER TABLE lot ADD COLUMN value TEXT;
        ALTER TABLE lot ADD COLUMN lower REAL;
        ALTER TABLE lot ADD COLUMN upper REAL;
        ALTER TABLE lot ADD COLUMN is_guaranteed INTEGER;
        ALTER TABLE outcome ADD COLUMN replacement TEXT REFERENCES shipment (id) DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX outcome_by ON outcome (replacement);
        CREATE TABLE mark (
            shipment TEXT NOT NULL, lot TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (shipment, lot, number), FOREIGN KEY (shipment, lot) REFERENCES lot (shipment, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE exhibit (
            shipment TEXT NOT NULL, lot TEXT NOT NULL, number INTEGER NOT NULL, item TEXT NOT NULL, class TEXT, severity TEXT, cause TEXT, photo TEXT, network TEXT, place BLOB,
            PRIMARY KEY (shipment, number), FOREIGN KEY (shipment, lot) REFERENCES lot (shipment, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX exhibit_of ON exhibit (shipment, lot);
        CREATE TABLE deadline (
            shipment TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE, number INTEGER NOT NULL, kind TEXT NOT NULL, lot TEXT, day TEXT NOT NULL,
            PRIMARY KEY (shipment, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE print (
            shipment TEXT PRIMARY KEY REFERENCES shipment (id) ON DELETE CASCADE, paths TEXT NOT NULL, digests BLOB NOT NULL, sketches BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reused (
            shipment TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE, number INTEGER NOT NULL, path TEXT NOT NULL, other TEXT NOT NULL, day TEXT NOT NULL, other_path TEXT NOT NULL, is_same_file INTEGER NOT NULL,
            PRIMARY KEY (shipment, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lesson (
            number INTEGER PRIMARY KEY, shipment TEXT NOT NULL REFERENCES shipment (id) DEFERRABLE INITIALLY DEFERRED, root_cause TEXT, action TEXT, lesson TEXT, person TEXT, day TEXT, folder TEXT
        ) STRICT;
        CREATE INDEX lesson_of ON lesson (shipment);
        """,
    ];

    /// <param name="connection">Open.</param>
    /// <param name="name">Of the file, for errors.</param>
    /// <exception cref="HistoryException">It is something else, or a later version wrote it.</exception>
    public static void Apply(SqliteConnection connection, string name)
    {
        // What is whole already is only read.
        var reading = new Sql(connection, null);
        if ((reading.Number("PRAGMA user_version"), reading.Number("PRAGMA application_id")) == (Steps.Length, Application))
        {
            return;
        }

        using var turn = connection.BeginTransaction(deferred: false);
        var sql = new Sql(connection, turn);
        var taken = sql.Number("PRAGMA user_version");
        var application = sql.Number("PRAGMA application_id");
        if (application != Application && (application != 0 || sql.Number("SELECT count(*) FROM sqlite_master") > 0))
        {
            throw new HistoryException($"{name}: it is a database of something else, wanted a history of inspections");
        }

        if (taken > Steps.Length)
        {
            throw new HistoryException(FormattableString.Invariant($"{name}: found version {taken}, this program reads up to {Steps.Length}; a later version of it wrote the file"));
        }

        for (var step = (int)taken; step < Steps.Length; step++)
        {
            sql.Do(Steps[step]);
        }

        sql.Do(FormattableString.Invariant($"PRAGMA application_id = {Application}"));
        sql.Do(FormattableString.Invariant($"PRAGMA user_version = {Steps.Length}"));
        turn.Commit();
        reading.Do("PRAGMA journal_mode = WAL");
    }
}
