using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DefectVision.History.Storing;

/// <summary>Sentences to the database, within one transaction or none. Every sentence is a constant of this room; what comes from elsewhere is a parameter.</summary>
internal readonly struct Sql(SqliteConnection connection, SqliteTransaction? turn)
{
    private const string DayForm = "yyyy-MM-dd";

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Rows by what they belong to, each group in the order of the sentence.</summary>
    public ILookup<TKey, T> Lookup<TKey, T>(string sql, Func<SqliteDataReader, (TKey Of, T Entry)> read) => Rows(sql, read).ToLookup(row => row.Of, row => row.Entry);

    public void Do(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    public long Number(string sql)
    {
        using var command = Command(sql, []);
        return (long)command.ExecuteScalar()!;
    }

    public static string? Text(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    public static string? Text(SqliteDataReader read, int at) => read.IsDBNull(at) ? null : read.GetString(at);

    public static long? Number(SqliteDataReader read, int at) => read.IsDBNull(at) ? null : read.GetInt64(at);

    public static double? Share(SqliteDataReader read, int at) => read.IsDBNull(at) ? null : read.GetDouble(at);

    public static DateOnly? Day(SqliteDataReader read, int at) => Text(read, at) is { } day ? DateOnly.ParseExact(day, DayForm, CultureInfo.InvariantCulture) : null;

    public static decimal? Amount(SqliteDataReader read, int at) => Text(read, at) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null;

    public static T? Named<T>(SqliteDataReader read, int at)
        where T : struct, Enum => Text(read, at) is { } name ? Enum.Parse<T>(name) : null;

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = turn;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
