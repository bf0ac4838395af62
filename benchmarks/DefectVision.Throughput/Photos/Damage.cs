using System.Globalization;
using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Throughput.Photos;

/// <summary>How many damaged photos are told from whole ones, by kind of damage, and whether any whole photo is called damaged.</summary>
internal static class Damage
{
    private const int LeastBytes = 4096;
    private const int LongSide = 64;

    private static readonly (string Kind, Func<byte[], int, PinnedGenerator, byte[]> Do)[] Kinds =
    [
        ("a bit turned over", (file, from, random) => With(file, changed => changed[Place(file, from, 1, random)] ^= (byte)(1 << random.NextInt(8)))),
        .. new[] { 1, 4, 16, 64 }.Select(count => ($"{count} random bytes in a row", (Func<byte[], int, PinnedGenerator, byte[]>)((file, from, random) => With(file, changed =>
        {
            var at = Place(file, from, count, random);
            for (var one = 0; one < count; one++)
            {
                changed[at + one] = (byte)random.NextInt(256);
            }
        })))),
        ("16 random bytes anywhere", (file, from, random) => With(file, changed =>
        {
            for (var one = 0; one < 16; one++)
            {
                changed[Place(file, from, 1, random)] = (byte)random.NextInt(256);
            }
        })),
        ("512 zeros", (file, from, random) => With(file, changed => changed.AsSpan(Place(file, from, 512, random), 512).Clear())),
        ("a byte lost", (file, from, random) => Place(file, from, 1, random) is var at ? [.. file[..at], .. file[(at + 1)..]] : file),
        ("a byte more", (file, from, random) => Place(file, from, 1, random) is var at ? [.. file[..at], (byte)random.NextInt(256), .. file[at..]] : file),
        ("LF made CRLF", (file, _, _) => [.. file.SelectMany(value => value == '\n' ? new byte[] { (byte)'\r', (byte)'\n' } : [value])]),
        ("cut", (file, from, random) => file[..Place(file, from, 1, random)]),
        ("cut, and an end put to it", (file, from, random) => [.. file[..Place(file, from, 1, random)], 0xFF, 0xD9]),
        ("the rest made zeros", (file, from, random) => With(file, changed => changed.AsSpan(Place(file, from, 64, random)).Clear())),
    ];

    /// <param name="folder">Of whole photos; JPEGs of at least 4 KiB are damaged, one time in each way.</param>
    public static void Measure(string folder)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        var random = new PinnedGenerator(1, 1);
        var found = new int[Kinds.Length];
        var (whole, called, jpegs) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = File.ReadAllBytes(path);
            if (!FormatSniffer.IsRead(FormatSniffer.Sniff(file)))
            {
                continue;
            }

            whole++;
            if (reader.ReadPicture(file, LongSide).Reading is not PhotoReading.Readable)
            {
                called++;
                Console.WriteLine($"called damaged: {path}");
                continue;
            }

            var from = FormatSniffer.Sniff(file) == PhotoFormat.Jpeg ? file.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]) + 14 : file.Length;
            if (file.Length - from < LeastBytes)
            {
                continue;
            }

            jpegs++;
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                found[kind] += reader.ReadPicture(Kinds[kind].Do(file, from, random), LongSide).Reading is PhotoReading.Readable ? 0 : 1;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whole photos: {whole}, of which called damaged: {called}"));
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kinds[kind].Kind,-28} {found[kind]} of {jpegs}, {100.0 * found[kind] / Math.Max(1, jpegs):0.0} %"));
        }
    }

    private static int Place(byte[] file, int from, int length, PinnedGenerator random) => from + random.NextInt(file.Length - 2 - length - from);

    private static byte[] With(byte[] file, Action<byte[]> change)
    {
        var changed = (byte[])file.Clone();
        change(changed);
        return changed;
    }
}
