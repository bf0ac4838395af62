using System.Text.Json;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>A buyer's desk: a folder with a tiny model, a shipment, and the command at hand.</summary>
internal sealed class Desk : IDisposable
{
    public const string Model = "tiny.onnx";
    public static readonly string[] Outputs =
        ["results.jsonl", "summary.json", "defect-log.csv", "to-confirm.csv", "analysis-plan.json", "report.html", "record.json", "case.json"];
    private readonly TempFolder _temp = new();

    public Desk() => TinyModel.Write(_temp.At(Model));

    public string Root => _temp.Root;

    public string At(string name) => _temp.At(name);

    public string Put(string name, byte[] content) => _temp.Put(name, content);

    public string Put(string name, string text) => _temp.Put(name, text);

    /// <summary>A lot of five whole items, agreed to be the whole lot: accepted. A stain that a person confirmed makes it rejected.</summary>
    public void PutLot(string name, bool stained = false, bool sizeKnown = true)
    {
        for (var item = 0; item < 5; item++)
        {
            Put($"shipment/{name}/{item}_front.jpg", stained && item == 2 ? Photos.Stain(item) : Photos.Good(item + name.Length + (100 * name[0])));
        }

        if (stained)
        {
            var isFirst = !File.Exists(At("shipment/confirmed.csv"));
            File.AppendAllText(At("shipment/confirmed.csv"), $"{(isFirst ? "lot,item,confirmed,reader,time\n" : string.Empty)}{name},2,yes,A. Reader,2026-09-16T09:00:00Z\n");
        }

        if (sizeKnown)
        {
            File.AppendAllText(At("shipment/agreement.yaml"), $"{(File.Exists(At("shipment/agreement.yaml")) ? string.Empty : "lots:\n")}  {name}: 5\n");
        }
    }

    /// <summary>Runs <c>inspect shipment</c> with the tiny model and what follows.</summary>
    public Task<Answer> Inspect(params string[] more) => Run(["inspect", "shipment", "--model", Model, .. more]);

    public Task<Answer> Run(params string[] arguments) => Command.Run(Root, arguments);

    /// <summary>Runs a command without a shipment or a model: on a case.</summary>
    public Task<Answer> Of(string command, string folder, params string[] more) => Run([.. command.Split(' '), folder, .. more]);

    public void Pipe(string name) => _temp.Pipe(name);

    public string Text(string name) => File.ReadAllText(At(name));

    public JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(At(name))).RootElement;

    public Dictionary<string, byte[]> Written(string output) => Outputs.ToDictionary(name => name, name => File.ReadAllBytes(At($"{output}/{name}")));

    public void Dispose() => _temp.Dispose();
}
