using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Imaging.Keeping;

/// <summary>
/// Small JPEGs of photos, in files named by the SHA-256 of the photo's bytes: a picture is found without its photo, and never shows
/// another one. A comment in the file (ITU-T T.81, B.2.4.5) says whose picture it is and what bytes it has, so one that was changed, renamed or put in from
/// elsewhere is none.
/// </summary>
/// <param name="folder">Where <see cref="FolderName"/> lies or will lie.</param>
public sealed partial class PictureStore(string folder)
{
    public const string FolderName = "pictures";

    private const string Unfinished = ".part";
    private static readonly byte[] Start = [0xFF, 0xD8];
    private static readonly byte[] End = [0xFF, 0xD9];
    private static readonly byte[] Comment = [0xFF, 0xFE];

    private readonly string _folder = Path.Combine(folder, FolderName);

    /// <summary>Whether a picture is there, whole and as it was kept.</summary>
    /// <param name="sha256">Of the photo, 64 lower-case hex digits.</param>
    /// <param name="kind">What it shows.</param>
    public bool Holds(string sha256, PictureKind kind) => Find(sha256, kind) is not null;

    /// <summary>The JPEG as it was kept; null when there is none, not all of it, or another.</summary>
    /// <param name="sha256">Of the photo, 64 lower-case hex digits.</param>
    /// <param name="kind">What it shows.</param>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    public byte[]? Find(string sha256, PictureKind kind)
    {
        var path = PathOf(sha256, kind);
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: > 6 } file || !IsWhole(file) || !file.AsSpan(2).StartsWith(Comment))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        if (length < 2 || 4 + length > file.Length)
        {
            return null;
        }

        byte[] jpeg = [.. Start, .. file.AsSpan(4 + length)];
        return file.AsSpan(6, length - 2).SequenceEqual(Told(sha256, kind, jpeg)) ? jpeg : null;
    }

    /// <summary>Stores a picture, in place of an earlier one: under its name stands the one or the other, whole.</summary>
    /// <param name="sha256">Of the photo, 64 lower-case hex digits.</param>
    /// <param name="kind">What it shows.</param>
    /// <param name="jpeg">A JPEG.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">It is no whole JPEG.</exception>
    public void Keep(string sha256, PictureKind kind, byte[] jpeg)
    {
        ArgumentNullException.ThrowIfNull(jpeg);
        var path = PathOf(sha256, kind);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!IsWhole(jpeg))
        {
            throw new ArgumentException("found bytes that are no whole JPEG, wanted one", nameof(jpeg));
        }

        var told = Told(sha256, kind, jpeg);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(length.Length + told.Length));
        File.WriteAllBytes(path + Unfinished, [.. Start, .. Comment, .. length, .. told, .. jpeg.AsSpan(Start.Length)]);
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Copies the pictures of another store.</summary>
    /// <param name="other">The folder that its <see cref="FolderName"/> lies in; one without pictures gives none.</param>
    /// <exception cref="IOException">One cannot be read or written.</exception>
    public void TakeFrom(string other)
    {
        var from = Path.Combine(other, FolderName);
        foreach (var file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*.jpg", SearchOption.AllDirectories).Where(file => Name().IsMatch(Path.GetFileName(file))) : [])
        {
            var target = Path.Combine(_folder, Path.GetFileName(file)[..2], Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target + Unfinished, overwrite: true);
            File.Move(target + Unfinished, target, overwrite: true);
        }
    }

    /// <summary>Deletes every other picture, and what an interrupted run left unfinished. Files of other names stay.</summary>
    /// <param name="kept">SHA-256 of the photo, and what the picture shows.</param>
    public void KeepOnly(IEnumerable<(string Sha256, PictureKind Kind)> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (!Directory.Exists(_folder))
        {
            return;
        }

        var paths = kept.Select(picture => PathOf(picture.Sha256, picture.Kind)).ToHashSet(StringComparer.Ordinal);
        foreach (var part in Directory.GetDirectories(_folder).Append(_folder))
        {
            foreach (var file in Directory.GetFiles(part).Where(file => Name().IsMatch(Path.GetFileName(file)) && !paths.Contains(file)))
            {
                File.Delete(file);
            }

            if (!Directory.EnumerateFileSystemEntries(part).Any())
            {
                Directory.Delete(part);
            }
        }
    }

    // A power cut can leave a file of its full length without its content.
    private static bool IsWhole(ReadOnlySpan<byte> jpeg) => jpeg.StartsWith(Start) && jpeg.EndsWith(End);

    private static byte[] Told(string sha256, PictureKind kind, byte[] jpeg) =>
        Encoding.ASCII.GetBytes($"picture of {sha256}: {WordOf(kind)} {Convert.ToHexStringLower(SHA256.HashData(jpeg))}");

    private static string WordOf(PictureKind kind) => kind switch
    {
        PictureKind.HeatMap => "heat",
        PictureKind.CloseUp => "close",
        _ => "thumb",
    };

    private string PathOf(string sha256, PictureKind kind) => Digest().IsMatch(sha256)
        ? Path.Combine(_folder, sha256[..2], $"{sha256}.{WordOf(kind)}.jpg")
        : throw new ArgumentException($"found '{sha256}', expected a SHA-256 of 64 lower-case hex digits", nameof(sha256));

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();

    [GeneratedRegex("^[0-9a-f]{64}\\.(thumb|heat|close)\\.jpg(\\.part)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
