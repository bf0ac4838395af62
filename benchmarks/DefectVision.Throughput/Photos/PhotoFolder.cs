using System.Globalization;

namespace DefectVision.Throughput.Photos;

/// <summary>Folders of photos to measure on.</summary>
internal static class PhotoFolder
{
    /// <summary>Writes so many synthetic photos.</summary>
    public static void Make(string folder, int count, double megapixels)
    {
        Directory.CreateDirectory(folder);
        Parallel.For(0, count, number => File.WriteAllBytes(Path.Combine(folder, Name(number, ".jpg")), SyntheticPhoto.Jpeg(number, megapixels)));
    }

    /// <summary>
    /// Fills a folder with so many copies of another folder's photos, taken in turn. Behind the end of each stands its number: no two files are the same
    /// bytes, so that none is a duplicate, and every decoder stops before it.
    /// </summary>
    /// <exception cref="FileNotFoundException">The other folder holds no photo.</exception>
    public static void Multiply(string source, string folder, int count)
    {
        var photos = PhotosOf(source);
        Directory.CreateDirectory(folder);
        for (var number = 0; number < count; number++)
        {
            var original = photos[number % photos.Count];
            var copy = Path.Combine(folder, Name(number, Path.GetExtension(original)));
            File.Copy(original, copy);
            File.AppendAllText(copy, string.Create(CultureInfo.InvariantCulture, $"copy {number}"));
        }
    }

    private static List<string> PhotosOf(string folder)
    {
        var photos = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(DefectVision.Imaging.PhotoName.PromisesPhoto)
            .Order(StringComparer.Ordinal)
            .ToList();
        return photos.Count > 0 ? photos : throw new FileNotFoundException($"{folder}: found no photo, wanted at least one");
    }

    private static string Name(int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"photo-{number:00000}{extension}");
}
