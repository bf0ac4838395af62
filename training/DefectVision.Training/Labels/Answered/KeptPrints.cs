using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Imaging.Likeness;

namespace DefectVision.Training.Labels.Answered;

/// <summary>What the photos of a set are known by when they come again, kept in a hidden file so that no photo is decoded twice. Without the file they are read anew.</summary>
internal sealed class KeptPrints
{
    private const string FileName = ".fingerprints";

    private readonly string _path;
    private readonly Dictionary<string, byte[]> _prints;

    /// <param name="folder">The set.</param>
    public KeptPrints(string folder)
    {
        _path = Path.Combine(folder, FileName);
        _prints = Read(_path);
    }

    /// <summary>Reads the photos that are not known yet.</summary>
    /// <param name="photos">SHA-256 and file; a file whose bytes are others is left out.</param>
    /// <returns>By SHA-256 why a photo gives no picture.</returns>
    public IReadOnlyDictionary<string, string> Look(IReadOnlyList<(string Sha256, string Path)> photos, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var unknown = photos.Where(photo => !_prints.ContainsKey(photo.Sha256)).DistinctBy(photo => photo.Sha256).ToList();
        var (prints, reasons, done) = (new byte[unknown.Count][], new string?[unknown.Count], 0);
        Parallel.For(
            0,
            unknown.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Reader: new PhotoReader(DecodeLimits.Default), Input: new float[Doctor.Fingerprint.Recipe.Length]),
            (at, _, worker) =>
            {
                (prints[at], reasons[at]) = Print(worker.Reader, worker.Input, unknown[at]);
                progress?.Report(new TrainingProgress("looking at photos", Interlocked.Increment(ref done), unknown.Count));
                return worker;
            },
            worker => worker.Reader.Dispose());
        for (var at = 0; at < unknown.Count; at++)
        {
            if (reasons[at] is null)
            {
                _prints[unknown[at].Sha256] = prints[at];
            }
        }

        return unknown.Zip(reasons).Where(photo => photo.Second is not null).ToDictionary(photo => photo.First.Sha256, photo => photo.Second!, StringComparer.Ordinal);
    }

    /// <summary>Null where the photo was not read, or is one even area.</summary>
    public Fingerprint? Of(string sha256) => Fingerprint.From(_prints.GetValueOrDefault(sha256));

    /// <summary>Keeps those of the photos that are in the set.</summary>
    public void Keep(IReadOnlySet<string> sha256s)
    {
        var unfinished = _path + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            foreach (var (sha256, print) in _prints.Where(print => sha256s.Contains(print.Key)).OrderBy(print => print.Key, StringComparer.Ordinal))
            {
                writer.Write(Convert.FromHexString(sha256));
                writer.Write(print.Length);
                writer.Write(print);
            }
        }

        File.Move(unfinished, _path, overwrite: true);
    }

    private static (byte[] Print, string? Reason) Print(PhotoReader reader, float[] input, (string Sha256, string Path) photo)
    {
        if (!File.Exists(photo.Path))
        {
            return ([], "found no such file, wanted the photo that was labelled");
        }

        var bytes = PlainFile.Bytes(photo.Path);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (found != photo.Sha256)
        {
            return ([], $"found a file of SHA-256 {found[..12]}…, wanted the photo that was labelled, of {photo.Sha256[..12]}…");
        }

        return reader.Read(bytes, Doctor.Fingerprint.Recipe, input) is var reading and not PhotoReading.Readable
            ? ([], $"found a file that gives no picture ({Embeddings.Reason(reading)}), wanted a whole photo")
            : (reader.Look().Print is { } print ? print.Bytes.ToArray() : [], null);
    }

    // It is made again at any time: one that is broken is none.
    private static Dictionary<string, byte[]> Read(string path)
    {
        var prints = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return prints;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            while (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                var sha256 = Convert.ToHexStringLower(reader.ReadBytes(SHA256.HashSizeInBytes));
                prints[sha256] = reader.ReadBytes(reader.ReadInt32());
            }
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentOutOfRangeException)
        {
            prints.Clear();
        }

        return prints;
    }
}
