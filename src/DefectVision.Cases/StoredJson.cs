using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DefectVision.Imaging;

namespace DefectVision.Cases;

/// <summary>Small JSON files of a case: written under a temporary name and renamed.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LanguageCode(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] Bytes<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Form) + "\n");

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write<T>(string path, T value)
    {
        var unfinished = path + ".part";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Bytes(value));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="CaseException">It is not what it should be.</exception>
    public static T? Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(PlainFile.Bytes(path), Form);
        }
        catch (JsonException fault)
        {
            throw new CaseException($"{Path.GetFileName(path)}: it cannot be read ({fault.Message}); inspect again with --fresh", fault);
        }
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Sha256OfFile(string path)
    {
        using var stream = PlainFile.Opened(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
