using DefectVision.Imaging.Codes;

namespace DefectVision.Imaging.Tests.Codes;

/// <summary>Rule: photos of goods without labels hold no code. Every twentieth photo of the shared sets, where they are.</summary>
public sealed class SharedPhotosTests
{
    private const int Every = 20;

    [SkippableFact]
    public void Castings_boards_tiles_screws_and_cloth_hold_no_code()
    {
        var photos = Folder() is { } folder
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(PhotoName.PromisesPhoto).Order(StringComparer.Ordinal).Where((_, at) => at % Every == 0).ToList()
            : [];
        Skip.If(photos.Count == 0, "../shared/data is not here");
        var (codes, read) = (new CodeReader(), new List<string>());
        using var reader = new PhotoReader(DecodeLimits.Default);
        foreach (var photo in photos)
        {
            read.AddRange(reader.ReadGrey(File.ReadAllBytes(photo), int.MaxValue) is { } grey ? codes.Read(grey, CodeEffort.Thorough).Select(code => $"{photo}: {code}") : []);
        }

        Assert.Empty(read);
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "shared", "data") is var folder && Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
