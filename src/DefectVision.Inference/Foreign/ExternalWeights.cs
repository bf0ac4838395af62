using System.Globalization;
using System.Security.Cryptography;
using DefectVision.Inference.Graph.Format;
using DefectVision.Inference.Loading;
using Google.Protobuf;

namespace DefectVision.Inference.Foreign;

/// <summary>Weights that lie in files beside the ONNX file, as PyTorch writes them, are taken in: a model is one file. Source: ONNX, "External Data".</summary>
internal static class ExternalWeights
{
    private const int External = 1;

    /// <returns>The files that were read, in the order of their first use.</returns>
    /// <exception cref="ModelException">A file is not there, lies elsewhere than beside, or is too short.</exception>
    public static IReadOnlyList<WeightsFile> TakeIn(ModelProto model, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var read = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var tensor in model.Graph.Initializer.Where(tensor => tensor.DataLocation == External))
        {
            var location = Told(tensor, "location") ?? string.Empty;

            // A file must not make us read whatever it likes.
            if (location.Length == 0 || location != Path.GetFileName(location))
            {
                throw Refused($"weights in '{location}'", "them in a file beside it");
            }

            if (!read.TryGetValue(location, out var bytes))
            {
                var file = Path.Combine(folder, location);
                read[location] = bytes = !File.Exists(file) ? throw Refused($"no file '{location}' beside it", "it there: it holds the weights")
                    : new FileInfo(file).LinkTarget is not null ? throw Refused($"a link in place of '{location}'", "the file itself beside it")
                    : NetworkFile.Bytes(file);
            }

            var offset = Number(tensor, "offset") ?? 0;
            var length = Number(tensor, "length") ?? bytes.Length - offset;
            if (!(offset >= 0 && length >= 0 && offset <= bytes.Length - length))
            {
                throw Refused(FormattableString.Invariant($"{bytes.Length} bytes in '{location}'"), FormattableString.Invariant($"{length} from byte {offset} on, for '{tensor.Name}'"));
            }

            tensor.RawData = ByteString.CopyFrom(bytes, (int)offset, (int)length);
            tensor.ExternalData.Clear();
            tensor.ClearDataLocation();
        }

        return [.. read.Select(entry => new WeightsFile(entry.Key, Convert.ToHexStringLower(SHA256.HashData(entry.Value))))];

        ModelException Refused(string found, string wanted) => new($"{Path.GetFileName(path)}: found {found}, wanted {wanted}");
    }

    private static string? Told(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static long? Number(TensorProto tensor, string key) =>
        long.TryParse(Told(tensor, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
