using DefectVision.Garments.Deliveries;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Garments;

internal static class Program
{
    private const ulong Seed = 118;

    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            Console.Error.WriteLine($"found {arguments.Length} arguments, wanted the folder to write to: {Datasheets.Command}");
            return 2;
        }

        Clear(Path.Combine(folder, TrainingSet.Folder));
        Clear(Path.Combine(folder, Shipment.Folder));
        var orders = TrainingSet.Orders().Concat(Shipment.Orders().Select(shipped => shipped.Order)).ToList();
        var bytes = TakeAll(orders, folder);
        Write(folder, $"{TrainingSet.Folder}/README.md", Datasheets.Training(Seed, bytes));
        Write(folder, $"{Shipment.Folder}.md", Datasheets.Sample(Seed, bytes));
        Write(folder, $"{Shipment.Folder}.truth.csv", Papers.Truth());
        Write(folder, $"{Shipment.Folder}.confirmed.csv", Papers.Confirmed());
        Write(folder, $"{Shipment.Folder}/agreement.yaml", Papers.Agreement());
        foreach (var lot in Shipment.Lots)
        {
            DrawListFile.Write(lot.Draw, Path.Combine(folder, Shipment.Folder, "draw.csv"));
        }

        Console.WriteLine($"{orders.Count} photos, {bytes.Values.Sum()} bytes, in {folder}");
        return 0;
    }

    private static Dictionary<PhotoOrder, int> TakeAll(List<PhotoOrder> orders, string folder)
    {
        var bytes = new int[orders.Count];
        Parallel.For(0, orders.Count, i =>
        {
            var path = Path.Combine(folder, orders[i].Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var jpeg = orders[i].Take(Seed);
            File.WriteAllBytes(path, jpeg);
            bytes[i] = jpeg.Length;
        });
        return orders.Zip(bytes).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static void Write(string folder, string path, string text) => File.WriteAllText(Path.Combine(folder, path), text);

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
