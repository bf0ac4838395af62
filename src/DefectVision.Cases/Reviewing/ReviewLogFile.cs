using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>
/// <c>reviews.jsonl</c>: a header and a line for each act of a reader, only ever appended to. Every line holds the SHA-256 of the line before it, so that none can be changed, taken out
/// or put in between without a trace; a line is on the disk before its reader is told so. A killed run leaves at worst a torn last line, of which nobody was told; it is cut off.
/// </summary>
internal sealed class ReviewLogFile : IDisposable
{
    private const string Lock = "reviews.lock";
    private const string Previous = "previous";
    private const byte LineEnd = (byte)'\n';

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly List<ReviewEntry> _entries;
    private string _last;

    private ReviewLogFile(FileStream held, FileStream file, ReviewHeader header, IEnumerable<ReviewEntry> entries, string last)
    {
        (_lock, _file, Header, _entries, _last) = (held, file, header, [.. entries], last);
    }

    public ReviewHeader Header { get; }

    /// <summary>In order.</summary>
    public IReadOnlyList<ReviewEntry> Entries => _entries;

    /// <summary>Opens the log of a case for this run alone, or begins one.</summary>
    /// <param name="folder">Of the case.</param>
    /// <param name="header">Of a new log; one that is there keeps its own.</param>
    /// <exception cref="ReviewBusyException">Another run writes it.</exception>
    /// <exception cref="CaseException">A line of it was changed.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static ReviewLogFile Open(string folder, ReviewHeader header)
    {
#pragma warning disable CA2000 // The log disposes them.
        var held = Held(folder);
        FileStream? file = null;
        try
        {
            file = new FileStream(Path.Combine(folder, ReviewLog.FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
#pragma warning restore CA2000
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (Parsed(bytes) is not { } found)
            {
                file.SetLength(0);
                var begun = new ReviewLogFile(held, file, header, [], string.Empty);
                begun.Begin();
                return begun;
            }

            file.SetLength(found.End);
            file.Position = found.End;
            return new ReviewLogFile(held, file, found.Header, found.Entries, found.Last);
        }
        catch
        {
            file?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>The log of a case as it is now, whoever writes it, without a torn last line; null where nobody reviewed.</summary>
    /// <param name="folder">Of the case.</param>
    /// <exception cref="CaseException">A line of it was changed.</exception>
    public static ReviewLog? Read(string folder)
    {
        var path = Path.Combine(folder, ReviewLog.FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        if (Parsed(bytes) is not { } found)
        {
            return null;
        }

        if (found.End < bytes.Length)
        {
            Cut(folder, found.End);
        }

        return new ReviewLog(StoredJson.Sha256(bytes[..(int)found.End]), found.Header.Protocol, found.Entries);
    }

    /// <summary>Everything so far.</summary>
    public ReviewLog Log()
    {
        var bytes = new byte[_file.Length];
        var at = _file.Position;
        _file.Position = 0;
        _file.ReadExactly(bytes);
        _file.Position = at;
        return new ReviewLog(StoredJson.Sha256(bytes), Header.Protocol, [.. _entries]);
    }

    /// <summary>Appends acts; all are on the disk when this returns, or none counts.</summary>
    /// <param name="entries">Numbered on from the last one.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Append(IReadOnlyList<ReviewEntry> entries)
    {
        var (end, last) = (_file.Length, _last);
        try
        {
            foreach (var entry in entries)
            {
                Write(JsonSerializer.SerializeToNode(entry, Form)!.AsObject());
            }

            _file.Flush(flushToDisk: true);
        }
        catch
        {
            _file.SetLength(end);
            _file.Position = end;
            _last = last;
            throw;
        }

        _entries.AddRange(entries);
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    // So that the file is what its digest is of. While another run writes it, that run cuts it.
    private static void Cut(string folder, long end)
    {
        try
        {
            using var held = Held(folder);
            using var file = new FileStream(Path.Combine(folder, ReviewLog.FileName), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.SetLength(end);
        }
        catch (Exception fault) when (fault is ReviewBusyException or IOException or UnauthorizedAccessException)
        {
        }
    }

    private void Begin()
    {
        Write(JsonSerializer.SerializeToNode(Header, Form)!.AsObject());
        _file.Flush(flushToDisk: true);
    }

    private void Write(JsonObject line)
    {
        if (_last.Length > 0)
        {
            line[Previous] = _last;
        }

        var bytes = Encoding.UTF8.GetBytes(line.ToJsonString(Form));
        _file.Write(bytes);
        _file.WriteByte(LineEnd);
        _last = StoredJson.Sha256(bytes);
    }

    private static FileStream Held(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new ReviewBusyException($"{Path.GetFileName(folder)}: another run reviews this case; use the page that it opened, or end it", fault);
        }
    }

    // Null: nothing was written whole.
    private static (ReviewHeader Header, IReadOnlyList<ReviewEntry> Entries, string Last, long End)? Parsed(byte[] bytes)
    {
        ReviewHeader? header = null;
        var entries = new List<ReviewEntry>();
        var (start, number, last) = (0, 0, string.Empty);
        for (int end; (end = Array.IndexOf(bytes, LineEnd, start)) >= 0; start = end + 1)
        {
            var line = bytes[start..end];
            number++;
            try
            {
                var parsed = JsonNode.Parse(line)?.AsObject() ?? throw new JsonException("found no object");
                var previous = (string?)parsed[Previous] ?? string.Empty;
                parsed.Remove(Previous);
                if (previous != last)
                {
                    throw Changed(number, $"found '{previous}' as the digest of the line before, wanted '{last}'");
                }

                if (header is null)
                {
                    header = parsed.Deserialize<ReviewHeader>(Form);
                    if (header is not { Schema: ReviewHeader.CurrentSchema, Protocol: not null })
                    {
                        throw Changed(number, $"found schema '{header?.Schema}', wanted '{ReviewHeader.CurrentSchema}'");
                    }
                }
                else
                {
                    entries.Add(Sound(parsed.Deserialize<ReviewEntry>(Form), entries.Count + 1) ?? throw Changed(number, "found no act of a reader, wanted one, numbered on from the line before"));
                }
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
            {
                throw Changed(number, fault.Message);
            }

            last = StoredJson.Sha256(line);
        }

        return header is null ? null : (header, entries, last, start);
    }

    private static ReviewEntry? Sound(ReviewEntry? entry, int number) =>
        entry is { Reader: not null, Lot: not null, Item: not null } && entry.Number == number && (entry.Act != ReviewAct.Answer || entry.Word is not null) ? entry : null;

    private static CaseException Changed(int line, string fault) =>
        new($"{ReviewLog.FileName}, line {line}: {fault}. It was changed after it was written: put the file back as it was, or move it away to review without it");
}
