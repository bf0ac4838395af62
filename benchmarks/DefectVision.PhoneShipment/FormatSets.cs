namespace DefectVision.PhoneShipment;

/// <summary>The same photos in several forms, a lot for each, to hold their scores against each other.</summary>
internal static class FormatSets
{
    /// <param name="photos">Folder of photos, of any depth and format.</param>
    /// <param name="folder">Where the lots are written: as they are, as JPEG, as AVIF, and in a wide colour space with and without its profile.</param>
    public static void Write(string photos, string folder)
    {
        foreach (var (path, number) in Directory.GetFiles(photos, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select((path, at) => (path, at + 1)))
        {
            var name = FormattableString.Invariant($"{number:0000}");
            Put($"as it is/{name}{Path.GetExtension(path)}", File.ReadAllBytes(path));
            using var photo = PhonePhoto.Taken(path, "Apple", "iPhone 15 Pro", "2026:11:20 09:15:00");
            Put($"jpeg/{name}.jpg", photo.ToJpeg());
            Put($"avif/{name}.avif", photo.ToHeif());
            Put($"wide/{name}.jpg", photo.ToWideColours(keepsProfile: true));
            Put($"wide without profile/{name}.jpg", photo.ToWideColours(keepsProfile: false));
        }

        void Put(string name, byte[] content)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }
}
