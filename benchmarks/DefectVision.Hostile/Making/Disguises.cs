using System.Text;
using DefectVision.Statistics;

namespace DefectVision.Hostile.Making;

/// <summary>Files that are not what their names say: other endings, garbage, other formats, nothing at all, and the same file many times.</summary>
internal static class Disguises
{
    private static readonly string[] Endings = [".jpg", ".png", ".webp", ".bmp", ".gif", ".tif", ".heic", ".avif", ".txt", ".pdf", "", ".JPG", ".jpeg.exe", ".zip.jpg"];

    // What other formats begin with, and nothing behind it that makes sense.
    private static readonly (string Ending, byte[] Head)[] Heads =
    [
        ("jxl", [0xFF, 0x0A]),
        ("jp2", [0, 0, 0, 12, .. "jP  \r\n\x87\n"u8]),
        ("dng", [.. "II*\0\x08\0\0\0"u8, 0xFF, 0xFF]),
        ("cr3", [0, 0, 0, 0x18, .. "ftypcrx \0\0\0\0crx isom"u8]),
        ("heic", [0, 0, 0, 0x18, .. "ftypheic\0\0\0\0mif1heic"u8]),
        ("avif", [0, 0, 0, 0x18, .. "ftypavif\0\0\0\0mif1avif"u8]),
        ("mp4", [0, 0, 0, 0x18, .. "ftypmp42\0\0\0\0mp42isom"u8]),
        ("psd", [.. "8BPS\0\x01"u8]),
        ("ico", [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0]),
        ("pdf", [.. "%PDF-1.7\n"u8]),
        ("exe", [.. "MZ"u8]),
        ("gz", [0x1F, 0x8B, 8, 0]),
        ("7z", [.. "7z\xBC\xAF\x27\x1C"u8]),
        ("rar", [.. "Rar!\x1A\x07\0"u8]),
        ("svg", [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>"u8]),
        ("mvg", [.. "push graphic-context\nimage over 0,0 0,0 'https://example.com/x.png'\npop graphic-context"u8]),
        ("msl", [.. "<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>"u8]),
        ("html", [.. "<!doctype html><title>404</title>"u8]),
        ("eps", [.. "%!PS-Adobe-3.0\n(/etc/passwd) (r) file"u8]),
    ];

    public static void Put(Shelf shelf, Photos photos, PinnedGenerator random)
    {
        foreach (var form in photos.Forms)
        {
            foreach (var ending in Endings)
            {
                shelf.Put("another ending", $"endings/{form.Name}{ending}", form.Bytes);
            }
        }

        foreach (var (ending, head) in Heads)
        {
            byte[] bytes = [.. head, .. new byte[400]];
            shelf.Put("another format", $"other formats/as itself.{ending}", bytes);
            shelf.Put("another format", $"other formats/{ending} as.jpg", bytes);
            shelf.Put("another format", $"other formats/{ending} with noise.jpg", [.. head, .. Damage.Noise(random, 2000)]);
        }

        foreach (var ending in Endings)
        {
            shelf.Put("empty", $"empty/nothing{ending}", []);
            shelf.Put("zeros", $"empty/zeros{ending}", new byte[4096]);
        }

        for (var number = 0; number < 60; number++)
        {
            shelf.Put("garbage", FormattableString.Invariant($"garbage/{number:00}{Endings[number % Endings.Length]}"), Damage.Noise(random, 1 + random.NextInt(5000)));
        }

        for (var copy = 0; copy < 40; copy++)
        {
            shelf.Put("duplicate", FormattableString.Invariant($"copies/{copy / 10}/{copy:00}_front.jpg"), photos.Original(50));
        }

        foreach (var (name, tail) in new (string, byte[])[]
        {
            ("photo", photos.Original(61)), ("zip", [.. "PK\x03\x04"u8, .. new byte[300]]), ("noise", Damage.Noise(random, 4000)),
            ("zeros", new byte[100_000]), ("page", Encoding.ASCII.GetBytes("<script>alert(1)</script>")), ("markers", [.. Enumerable.Repeat((byte)0xFF, 3000)]),
        })
        {
            foreach (var form in photos.Forms)
            {
                shelf.Put("something behind it", $"tails/{name} behind {form.Name}{form.Ending}", [.. form.Bytes, .. tail]);
            }
        }
    }
}
