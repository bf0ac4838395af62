namespace DefectVision.Hostile.Making;

/// <summary>Files that grow, shrink, vanish, and turn into something else while they are read, until it is disposed.</summary>
internal sealed class Restless : IDisposable
{
    private const long MostBytes = 32 << 20;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _movers;

    /// <param name="folder">Where they live; it is made.</param>
    /// <param name="photos">What they are in turn.</param>
    /// <param name="outside">Full path of a photo outside, which a link leads to.</param>
    public Restless(string folder, Photos photos, string outside)
    {
        Directory.CreateDirectory(folder);
        var (one, other) = (photos.Original(3), photos.Original(4));
        var spare = Path.Combine(Path.GetDirectoryName(outside)!, "spare");
        Directory.CreateDirectory(spare);
        Paths = [.. Names.Select(name => Path.Combine(folder, name))];
        File.WriteAllBytes(At("grows_a.jpg"), one);
        File.WriteAllBytes(At("shrinks_a.jpg"), one);
        _movers =
        [
            Moving(() => Append(At("grows_a.jpg"), one)),
            Moving(() => File.WriteAllBytes(At("shrinks_a.jpg"), one), () => SetLength(At("shrinks_a.jpg"), one.Length / 3), () => SetLength(At("shrinks_a.jpg"), 0)),
            Moving(() => File.WriteAllBytes(At("vanishes_a.jpg"), one), () => File.Delete(At("vanishes_a.jpg"))),
            Moving(() => Put("replaced_a.jpg", path => File.WriteAllBytes(path, one)), () => Put("replaced_a.jpg", path => File.WriteAllBytes(path, other))),
            Moving(() => Put("pipe_a.jpg", path => File.WriteAllBytes(path, one)), () => Put("pipe_a.jpg", Libc.MakePipe)),
            Moving(() => Put("pipe.zip", path => File.WriteAllBytes(path, one)), () => Put("pipe.zip", Libc.MakePipe)),
            Moving(() => Put("pipe.txt", path => File.WriteAllBytes(path, one)), () => Put("pipe.txt", Libc.MakePipe)),
            Moving(() => Put("link_a.jpg", path => File.WriteAllBytes(path, one)), () => Put("link_a.jpg", path => File.CreateSymbolicLink(path, outside))),
            Moving(() => Put("zero_a.jpg", path => File.WriteAllBytes(path, one)), () => Put("zero_a.jpg", path => File.CreateSymbolicLink(path, "/dev/zero"))),
            Moving(() => File.WriteAllBytes(At("folder_a.jpg"), one), () => File.Delete(At("folder_a.jpg")), () => Directory.CreateDirectory(At("folder_a.jpg")), () => Directory.Delete(At("folder_a.jpg"))),
        ];

        string At(string name) => Path.Combine(folder, name);

        void Put(string name, Action<string> make)
        {
            var made = Path.Combine(spare, name);
            File.Delete(made);
            make(made);
            File.Move(made, At(name), overwrite: true);
        }
    }

    private static string[] Names => ["grows_a.jpg", "shrinks_a.jpg", "vanishes_a.jpg", "replaced_a.jpg", "pipe_a.jpg", "pipe.zip", "pipe.txt", "link_a.jpg", "zero_a.jpg", "folder_a.jpg"];

    /// <summary>Full paths; at any moment a file may not be there.</summary>
    public IReadOnlyList<string> Paths { get; }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WaitAll(_movers);
        _stop.Dispose();
    }

    private Task Moving(params Action[] moves) => Task.Run(() =>
    {
        for (var step = 0; !_stop.IsCancellationRequested; step++)
        {
            moves[step % moves.Length]();
            Thread.Sleep(1);
        }
    });

    private static void Append(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek(0, SeekOrigin.End);
        file.Write(bytes);
        if (file.Length > MostBytes)
        {
            file.SetLength(bytes.Length);
        }
    }

    private static void SetLength(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }
}
