using System.Globalization;

namespace DefectVision.Hostile.Running;

/// <summary>What an attack measured, as a small page under <c>benchmarks/results</c>; what is written there is said on stdout, too.</summary>
internal sealed class ResultFile
{
    private readonly List<string> _lines = [];

    /// <param name="title">Of the page.</param>
    /// <param name="what">Was done, in a sentence or two.</param>
    public ResultFile(string title, string what)
    {
        Say($"# {title}");
        Say(string.Empty);
        Say(what);
        Say(string.Empty);
        Say(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, `dotnet run -c Release --project benchmarks/DefectVision.Hostile -- {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}`, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB of memory, {(NormalUser.IsAdministrator ? "the command as the user nobody" : "the command as the user of the shell")}."));
        Say(string.Empty);
    }

    public void Say(FormattableString line) => Say(FormattableString.Invariant(line));

    public void Say(string line)
    {
        Console.WriteLine(line);
        _lines.Add(line);
    }

    /// <summary>Faults, or that there is none.</summary>
    public void SayFaults(IReadOnlyCollection<string> faults)
    {
        Say(string.Empty);
        Say(faults.Count == 0 ? "What did not hold: nothing." : "What did not hold:");
        foreach (var fault in faults.Take(40))
        {
            Say($"- {Printable(fault)}");
        }

        if (faults.Count > 40)
        {
            Say($"- and {faults.Count - 40} more");
        }
    }

    /// <summary>Writes it.</summary>
    /// <param name="name">Of the file, without ending.</param>
    public void Write(string name)
    {
        Directory.CreateDirectory(Place.Results);
        File.WriteAllText(Path.Combine(Place.Results, name + ".md"), string.Join('\n', _lines) + "\n");
    }

    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator ? '\uFFFD' : letter));
}
