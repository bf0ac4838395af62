using DefectVision.Imaging;

namespace DefectVision.Training;

/// <summary>Files under temporary names until all of them are whole and on disk; then each takes its place by a rename, in the order in which they were staged.</summary>
internal sealed class StagedReplacement : IDisposable
{
    private readonly List<(string Path, bool Written)> _files = [];

    /// <param name="path">The final place.</param>
    /// <param name="content">Null: nothing may stand there afterwards.</param>
    public void Stage(string path, byte[]? content)
    {
        PlainFile.CheckPlace(path);
        _files.Add((path, content is not null));
        if (content is null)
        {
            return;
        }

        using var stream = new FileStream(Temporary(path), FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    public void Publish()
    {
        foreach (var (path, written) in _files)
        {
            if (written)
            {
                File.Move(Temporary(path), path, overwrite: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Takes away what was staged and not published.</summary>
    public void Dispose()
    {
        foreach (var (path, _) in _files)
        {
            File.Delete(Temporary(path));
        }
    }

    private static string Temporary(string path) => path + ".partial";
}
