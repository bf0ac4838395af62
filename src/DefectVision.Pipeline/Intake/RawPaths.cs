using System.Text;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Where names of a shipment are no UTF-8: the bytes of its paths.</summary>
/// <param name="root">Full path of the shipment's folder.</param>
internal sealed class RawPaths(string root)
{
    private readonly int _start = Encoding.UTF8.GetByteCount(root) + 1;
    private readonly Dictionary<string, byte[]> _entries = new(StringComparer.Ordinal);

    /// <summary>By the full path of a copy the bytes of the full path that it was copied from.</summary>
    public Dictionary<string, byte[]> Copied { get; } = new(StringComparer.Ordinal);

    /// <param name="entries">By the full path of an unpacked file the bytes of its entry's name.</param>
    public void Add(IReadOnlyDictionary<string, byte[]> entries)
    {
        foreach (var (path, bytes) in entries)
        {
            _entries[path] = bytes;
        }
    }

    /// <summary>The bytes of a file's path under the shipment's folder, or of its entry's name, as the record has them; null where all is UTF-8.</summary>
    /// <param name="path">The full path where it is opened.</param>
    public string? Of(string path) =>
        Copied.TryGetValue(path, out var copied) ? NameBytes.Form(copied.AsSpan(_start))
        : _entries.TryGetValue(path, out var entry) ? NameBytes.Form(entry)
        : null;
}
