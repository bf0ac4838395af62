using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>A buyer's desk: a folder with a tiny model, a shipment, and the command at hand.</summary>
internal sealed class Desk : IDisposable
{
    public const string Model = "tiny.onnx";
    public static readonly string[] Outputs = ["results.jsonl", "summary.json", "defect-log.csv", "analysis-plan.json", "report.html"];
    private readonly TempFolder _temp = new();

    public Desk() => TinyModel.Write(_temp.At(Model));

    public string Root => _temp.Root;

    public string At(string name) => _temp.At(name);

    public string Put(string name, byte[] content) => _temp.Put(name, content);

    public string Put(string name, string text) => _temp.Put(name, text);

    /// <summary>A lot of five whole items, agreed to be the whole lot: accepted. A stain makes it rejected.</summary>
    public void PutLot(string name, bool stained = false, bool sizeKnown = true)
    {
        for (var item = 0; item < 5; item++)
        {
            Put($"shipment/{name}/{item}_front.jpg", stained && item == 2 ? Photos.Stain(item) : Photos.Good(item + name.Length + (100 * name[0])));
        }

        if (sizeKnown)
        {
            File.AppendAllText(At("shipment/agreement.yaml"), $"{(File.Exists(At("shipment/agreement.yaml")) ? string.Empty : "lots:\n")}  {name}: 5\n");
        }
    }

    /// <summary>Runs <c>inspect shipment</c> with the tiny model and what follows.</summary>
    public Task<Answer> Inspect(params string[] more) => Run(["inspect", "shipment", "--model", Model, .. more]);

    public Task<Answer> Run(params string[] arguments) => Command.Run(Root, arguments);

    public Dictionary<string, byte[]> Written(string output) => Outputs.ToDictionary(name => name, name => File.ReadAllBytes(At($"{output}/{name}")));

    public void Dispose() => _temp.Dispose();
}
