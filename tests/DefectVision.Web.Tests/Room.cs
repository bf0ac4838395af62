using System.Globalization;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cases.Reviewing;
using DefectVision.Evidence.Languages;
using DefectVision.Fixtures;
using DefectVision.Inference;

namespace DefectVision.Web.Tests;

/// <summary>A case of small photos, its review, and the page on a free port.</summary>
internal sealed class Room : IAsyncDisposable
{
    public const string Model = "tiny.onnx";

    private readonly TempFolder _temp = new();
    private ReviewDesk? _desk;
    private ReviewServer? _server;

    public string Root => _temp.Root;

    public string Case => _temp.At("case");

    public ReviewDesk Desk => _desk!;

    public ReviewServer Server => _server!;

    public bool IsOpen => _server is not null;

    public string At(string name) => _temp.At(name);

    public string Put(string name, byte[] content) => _temp.Put(name, content);

    public string Put(string name, string text) => _temp.Put(name, text);

    /// <summary>A lot of so many items of two views each; of the first ones the front shows a stain.</summary>
    public void PutLot(string lot, int items, int stained)
    {
        var start = 1000 * (1 + lot.Sum(letter => letter));
        for (var item = 1; item <= items; item++)
        {
            var name = item.ToString("000", CultureInfo.InvariantCulture);
            Put($"shipment/{lot}/{name}_front.jpg", item <= stained ? Photos.Stain(start + item) : Photos.Good(start + item));
            Put($"shipment/{lot}/{name}_back.jpg", Photos.Good(start + 500 + item));
        }
    }

    /// <summary>Inspects the shipment with a model that gives heat maps.</summary>
    public void Inspect(Language? language = null)
    {
        if (!File.Exists(At(Model)))
        {
            Put(Model, ModelWriter.Bind(TinyModel.GraphWithHeatMap(), TinyModel.Contract with { Anomaly = new AnomalyScale(-1, 0, 0) }));
        }

        Casework.Inspect(new InspectRequest(At("shipment"), Case) { Model = At(Model), Settings = new CaseSettings { HasPdf = false, Language = language } }, Context());
    }

    /// <summary>Opens the review and the page.</summary>
    public async Task Open()
    {
        _desk = Casework.Review(new ReviewRequest(Case), Context());
        _server = await ReviewServer.Start(_desk, null);
    }

    /// <summary>One without photos.</summary>
    public static Room Empty() => new();

    /// <summary>Two lots, inspected and opened.</summary>
    public static async Task<Room> Opened(Action<Room>? put = null, Language? language = null)
    {
        var room = new Room();
        if (put is null)
        {
            room.PutLot("A", 4, 2);
            room.PutLot("B", 3, 0);
        }
        else
        {
            put(room);
        }

        room.Inspect(language);
        await room.Open();
        return room;
    }

    /// <summary>Ends the review: the page is gone, its log is free.</summary>
    public async Task Close()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _desk?.Dispose();
        (_server, _desk) = (null, null);
    }

    /// <summary>A browser that has opened an address; null: no reader has said his name.</summary>
    public async Task<Visitor> Visit(string? reader = "Li Wei")
    {
        var visitor = new Visitor(Server.Port);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Get(new Uri(Server.NewAddress()).PathAndQuery)).StatusCode);
        if (reader is not null)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Post("/api/reader", new { name = reader })).StatusCode);
        }

        return visitor;
    }

    public static CaseContext Context() => new(TimeProvider.System, _ => { }, null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Close();
        _temp.Dispose();
    }
}
