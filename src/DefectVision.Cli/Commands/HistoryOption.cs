using System.CommandLine;
using System.Globalization;
using DefectVision.Cases;
using DefectVision.Cases.Remembering;
using DefectVision.Cli.Terminal;
using DefectVision.History;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary>The file in which inspections are kept.</summary>
internal static class HistoryOption
{
    private const int MostNamed = 5;

    public static Option<string> Build() => new("--history") { Description = "the file in which inspections are kept", DefaultValueFactory = _ => HistoryFile.UsualName };

    /// <summary>Of a command that keeps the case when its own work is done.</summary>
    public static Option<string?> ToKeep() => new("--history") { Description = "keep the inspection in this file, too, as history add does" };

    /// <summary>An option that is a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = $"{description}, such as 2026-12-01",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name}: found '{result.Tokens[0].Value}', wanted a day such as 2026-12-01");
            return null;
        },
    };

    /// <summary>Keeps the case where a person asked for it.</summary>
    /// <param name="folder">Full path of the case.</param>
    public static void Keep(ParseResult parsed, Option<string?> option, string folder, SessionContext context)
    {
        if (parsed.GetValue(option) is { } path)
        {
            var kept = Casework.Keep([folder], path, context.Case())[0];
            context.Say($"{ShownPath.Of(path)}: {Word(kept)}");
            Say(kept.Reuse, context);
        }
    }

    /// <summary>Names photos that were among those of other shipments; said even where quiet was asked for, since a claim may rest on them.</summary>
    public static void Say(Reuse reuse, SessionContext context)
    {
        foreach (var shipment in reuse.Photos.GroupBy(photo => (photo.Shipment, photo.Day)))
        {
            var photos = shipment.ToList();
            context.Streams.Say(FormattableString.Invariant(
                $"photos that were in {Plain.Text(shipment.Key.Shipment)} ({shipment.Key.Day:yyyy-MM-dd}), too: {string.Join("; ", photos.Take(MostNamed).Select(photo => $"{Plain.Text(photo.Path)} = {Plain.Text(photo.OtherPath)} ({How(photo)})"))}{(photos.Count > MostNamed ? FormattableString.Invariant($" and {photos.Count - MostNamed} more") : string.Empty)}"));
        }

        SayNotCompared(reuse, context);
    }

    /// <summary>In what it is the same.</summary>
    public static string How(ReusedPhoto photo) => photo.IsSameFile ? "the same file" : "the same shot";

    /// <summary>Names shipments whose photos could not be compared.</summary>
    public static void SayNotCompared(Reuse reuse, SessionContext context)
    {
        if (reuse.NotCompared.Count > 0)
        {
            context.Say($"no longer there, so that only files which are the same byte for byte are found among their photos: {string.Join(", ", reuse.NotCompared.Select(Plain.Text))}");
        }
    }

    /// <summary>What became of a case.</summary>
    public static string Word(KeptCase kept) => kept.Addition switch
    {
        Addition.Added => "added",
        Addition.Replaced => "replaced",
        _ => "kept already",
    };
}
