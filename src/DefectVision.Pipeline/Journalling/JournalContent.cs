using DefectVision.Inspection;

namespace DefectVision.Pipeline.Journalling;

/// <summary>What a journal says, as far as its lines are as they were written.</summary>
/// <param name="Header">Null where there is not one whole line.</param>
/// <param name="Entries">The last line of each path.</param>
/// <param name="End">Where its last whole line ends, in bytes; what follows was torn off by a kill.</param>
/// <param name="Chain">Chain value that the next line follows.</param>
/// <param name="Faults">Lines that are not as they were written and whose files no later line tells of, a sentence each.</param>
internal sealed record JournalContent(JournalHeader? Header, IReadOnlyDictionary<string, JournalEntry> Entries, long End, string Chain, IReadOnlyList<string> Faults)
{
    /// <exception cref="Intake.IntakeException">It is no journal, one of a later version, or its first line is not as it was written.</exception>
    public static JournalContent Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, Journal.LineEnd) + 1;
        if (whole == 0)
        {
            return new JournalContent(null, new Dictionary<string, JournalEntry>(), 0, ChainedLine.First, []);
        }

        var start = Array.IndexOf(bytes, Journal.LineEnd) + 1;
        var (header, chain) = HeaderOf(bytes.AsSpan(0, start - 1));
        var entries = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        var faults = new List<(string[] Paths, string Sentence)>();
        var (number, pathBefore) = (1, (string?)null);
        while (start < whole)
        {
            number++;
            var end = Array.IndexOf(bytes, Journal.LineEnd, start);
            var line = bytes.AsSpan(start, end - start);
            start = end + 1;
            var entry = JournalJson.Parse<JournalEntry>(line) is { Path: not null } read && (read.Outcome == PhotoOutcome.Scored) == (read.Finding is not null) && double.IsFinite(read.Finding?.Score ?? 0) ? read : null;
            var fault = header.IsChained ? Fault(line, ref chain, number, entry?.Path, pathBefore) : null;
            if (fault is { } found)
            {
                faults.Add(found);
                foreach (var path in found.Paths)
                {
                    entries.Remove(path);
                }
            }
            else if (entry is not null)
            {
                entries[entry.Path] = entry;
            }

            pathBefore = entry?.Path;
        }

        return new JournalContent(header, entries, whole, chain, [.. faults.Where(fault => !(fault.Paths.Length > 0 && fault.Paths.All(entries.ContainsKey))).Select(fault => fault.Sentence)]);
    }

    private static (JournalHeader Header, string Chain) HeaderOf(ReadOnlySpan<byte> line)
    {
        if (JournalJson.Parse<JournalHeader>(line) is not { Limits: not null, IsKnown: true } header)
        {
            throw new Intake.IntakeException(
                $"{Journal.FileName}: found a file that is no journal of this version ('{JournalHeader.CurrentSchema}' wanted); give another --out, or --fresh to begin again");
        }

        var chain = ChainedLine.First;
        return !header.IsChained || Fault(line, ref chain, 1, null, null) is null ? (header, chain)
            : throw new Intake.IntakeException($"{Journal.FileName}: its first line, with the date of the first start and the terms of that day, is not as it was written; give another --out, or --fresh to begin again");
    }

    // Of two lines that do not follow each other either may be the one that was changed.
    private static (string[] Paths, string Sentence)? Fault(ReadOnlySpan<byte> line, ref string chain, int number, string? path, string? before)
    {
        if (ChainedLine.ValuesOf(line) is not var (check, stated))
        {
            return (Known(path), FormattableString.Invariant($"{Journal.FileName}, line {number}{Named(path)}: it has no check value, so nobody can tell whether it is as it was written; what it tells of is read again"));
        }

        var follows = ChainedLine.Chain(chain, check) == stated;
        chain = stated;
        return !ChainedLine.IsAsWritten(line, check) ? (Known(path), FormattableString.Invariant($"{Journal.FileName}, line {number}{Named(path)}: it is not as it was written; what it tells of is read again"))
            : !follows ? ([.. Known(before), .. Known(path)], FormattableString.Invariant($"{Journal.FileName}, lines {number - 1}{Named(before)} and {number}{Named(path)}: they do not follow each other, so one was changed, put in or taken out; what they tell of is read again"))
            : null;
    }

    private static string[] Known(string? path) => path is null ? [] : [path];

    private static string Named(string? path) => path is null ? string.Empty : $" ({path})";
}
