using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DefectVision.Hostile.Running;

namespace DefectVision.Hostile.Attacks;

/// <summary>A shipment of very many photos, in parts one after the other and merged: memory and speed of each, with the search for shared shots.</summary>
internal static class ShardsRun
{
    private const int PhotosPerLot = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <param name="photos">In all.</param>
    /// <param name="parts">How many.</param>
    /// <param name="both">Also inspects it in one run, and compares.</param>
    /// <returns>Whether all of it held.</returns>
    public static bool Run(int photos, int parts, bool both)
    {
        var result = new ResultFile("A shipment in parts", "Photos of the sample and of the garments, each under a comment of its own, so that no two files have the same bytes; shared shots are searched for. The parts are inspected one after the other, two workers each.");
        using var place = new Workplace();
        var sources = Directory.GetFiles(Path.Combine(Place.Root, "datasets"), "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        for (var number = 0; number < photos; number++)
        {
            var path = Path.Combine(place.Shipment, string.Create(CultureInfo.InvariantCulture, $"LOT-{1 + (number / PhotosPerLot):000}"), string.Create(CultureInfo.InvariantCulture, $"{number:000000}_front.jpg"));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Commented(sources[number % sources.Count], number));
        }

        place.Give();
        result.Say($"{photos} photos made of {sources.Count}, {PhotosPerLot} a lot.");
        result.Say(string.Empty);
        result.Say("| run | exit code | files | peak memory, MB | seconds | photos a second |");
        result.Say("|---|---|---|---|---|---|");
        var faults = new List<string>();
        var total = TimeSpan.Zero;
        for (var part = 1; part <= parts; part++)
        {
            var end = (place.Dated("parts", "--no-pdf", "--workers", "2", "--shard", FormattableString.Invariant($"{part}/{parts}")) with { Longest = Patience }).Run();
            var files = end.Answer.Split(' ').SkipWhile(word => word != "done:").Skip(1).Select(word => long.Parse(word, CultureInfo.InvariantCulture)).FirstOrDefault();
            total += end.Time;
            Say(FormattableString.Invariant($"part {part}/{parts}"), end, files);
            if (end.Code != 0)
            {
                faults.Add(FormattableString.Invariant($"part {part}: exit code {end.Code}, {end.LastWord}"));
            }
        }

        var merge = (new Child(["merge", Path.Combine(place.Out, "parts"), "--quiet"]) { Temporary = place.Temporary, Longest = Patience }).Run();
        Say("merge", merge, photos);
        if (!merge.IsDone)
        {
            faults.Add(FormattableString.Invariant($"merge: exit code {merge.Code}, {merge.LastWord}"));
        }

        if (both && faults.Count == 0)
        {
            var one = (place.Dated("one", "--no-pdf", "--workers", "2") with { Longest = Patience }).Run();
            Say("one run", one, photos);
            faults.AddRange(Outputs.Differing(Outputs.Of(Path.Combine(place.Out, "one")), Outputs.Of(Path.Combine(place.Out, "parts"))).Where(path => !path.Contains("part-", StringComparison.Ordinal)).Select(path => $"other bytes than those of one run: {path}"));
        }

        result.Say(string.Empty);
        result.Say($"All parts: {total.TotalSeconds:0} s, {photos / total.TotalSeconds:0.0} photos a second.");
        result.SayFaults(faults);
        result.Write("shards");
        return faults.Count == 0;

        void Say(string name, ChildEnd end, long files) => result.Say($"| {name} | {end.Code} | {files} | {end.Peak / 1e6:0} | {end.Time.TotalSeconds:0} | {files / end.Time.TotalSeconds:0.0} |");
    }

    // A segment for comments (ITU-T T.81, B.2.4.5) behind the mark that begins the picture.
    private static byte[] Commented(byte[] jpeg, int number)
    {
        var text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"photo {number}"));
        var segment = new byte[4 + text.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, 0xFFFE);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(2 + text.Length));
        text.CopyTo(segment, 4);
        return [.. jpeg.AsSpan(0, 2), .. segment, .. jpeg.AsSpan(2)];
    }
}
