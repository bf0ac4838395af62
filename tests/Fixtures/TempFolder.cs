using System.Diagnostics;
using System.Text;

namespace DefectVision.Fixtures;

/// <summary>A folder for one test, taken away afterwards with everything in it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("defectvision");

    public string Root => _root.FullName;

    /// <summary>Full path of a name under the folder; parts joined by '/'.</summary>
    public string At(string name) => Path.Combine(Root, name);

    /// <summary>Writes a file and the folders above it.</summary>
    public string Put(string name, byte[] content)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A folder of that name.</summary>
    public string Folder(string name) => Directory.CreateDirectory(At(name)).FullName;

    /// <summary>A named pipe: whoever opens it to read waits until somebody writes.</summary>
    public void Pipe(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        using var made = Process.Start("mkfifo", [At(name)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
