using System.Security.Cryptography;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Answered;

/// <summary>
/// Photos on their way into a set. They are copied whole into a hidden folder; then the list takes their names up, in one rename; then each is renamed into its place. What is
/// interrupted before the list is written leaves the set as it was, and what is interrupted after it is finished by the next addition.
/// </summary>
/// <param name="folder">The set.</param>
internal sealed class StagedPhotos(string folder) : IDisposable
{
    private const string Staging = ".adding";

    private bool _isListed;

    /// <summary>Copies a photo.</summary>
    /// <exception cref="IOException">It cannot be written, or is no longer the one that was looked at.</exception>
    public void Stage(string source, string name, string sha256)
    {
        Directory.CreateDirectory(Path.Combine(folder, Staging));
        var bytes = PlainFile.Bytes(source);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
        {
            throw new IOException($"{source}: found a file that changed while it was added, wanted it as it was: run the same command again");
        }

        Put(Path.Combine(folder, Staging, name), bytes);
    }

    /// <summary>Writes the list, from then on all of it holds, and puts the photos in their places.</summary>
    public void Publish(IReadOnlyList<AnswerLine> lines)
    {
        Put(Path.Combine(folder, AnswerList.FileName), AnswerList.Bytes(lines));
        _isListed = true;
        Finish(folder);
    }

    /// <summary>Photos that the list has taken up and that are not in their places, since an addition was interrupted.</summary>
    public static IReadOnlyList<string> Waiting(string folder, IEnumerable<AnswerLine> lines)
    {
        var staging = Path.Combine(folder, Staging);
        var listed = lines.Select(line => line.Name).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(staging) ? [.. Directory.EnumerateFiles(staging).Select(file => Path.GetFileName(file)).Where(listed.Contains).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Finishes an addition that was interrupted, or takes away what it left.</summary>
    public static void Finish(string folder)
    {
        var staging = Path.Combine(folder, Staging);
        if (!Directory.Exists(staging))
        {
            return;
        }

        var lines = AnswerList.Read(folder);
        var places = lines.DistinctBy(line => line.Name).ToDictionary(line => line.Name, line => line.Path, StringComparer.Ordinal);
        var before = SetPath.Photos(folder).ToLookup(AnswerLine.NameOf, StringComparer.Ordinal);
        foreach (var name in Waiting(folder, lines))
        {
            var place = Path.Combine(folder, places[name]);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(staging, name), place, overwrite: true);
            foreach (var old in before[name].Where(path => path != places[name]))
            {
                File.Delete(Path.Combine(folder, old));
            }
        }

        Directory.Delete(staging, recursive: true);
    }

    /// <summary>Takes away what was staged and not listed.</summary>
    public void Dispose()
    {
        var staging = Path.Combine(folder, Staging);
        if (!_isListed && Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static void Put(string path, byte[] bytes)
    {
        using var file = new StagedReplacement();
        file.Stage(path, bytes);
        file.Publish();
    }
}
