using System.Globalization;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cases.Reviewing;
using DefectVision.Fixtures;
using DefectVision.ReviewPage;
using DefectVision.Web;

// requests N: the times of requests with N items in the queue. photos: from the key to a 12-megapixel photo on the screen.
var folder = Directory.CreateTempSubdirectory("defectvision");
try
{
    if (arguments() is not { } work)
    {
        Console.Error.WriteLine("wanted: requests N, or photos");
        return 64;
    }

    await work();
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

Func<Task>? arguments() => args switch
{
    ["requests", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var items) && items > 0 => () => Requests(items),
    ["photos"] => BigPhotos,
    _ => null,
};

async Task Requests(int items)
{
    Put(items, number => number % 50 == 0 ? Photos.Stain(number) : Photos.Good(number));
    using var desk = Open();
    await using var server = await ReviewServer.Start(desk, null);
    await new RequestTimes(server).Run(items);
}

async Task BigPhotos()
{
    const int Side = 3464;
    Put(12, number => Photos.Plain(number % 3 == 0 ? Photos.Dark : Photos.Bright, number, Side));
    using var desk = Open();
    await using var server = await ReviewServer.Start(desk, null);
    await PhotoTimes.Run(server);
}

void Put(int items, Func<int, byte[]> photo)
{
    var lot = Directory.CreateDirectory(Path.Combine(folder.FullName, "shipment", "A")).FullName;
    for (var number = 1; number <= items; number++)
    {
        File.WriteAllBytes(Path.Combine(lot, $"{number.ToString("00000", CultureInfo.InvariantCulture)}_front.jpg"), photo(number));
    }

    TinyModel.Write(Path.Combine(folder.FullName, "tiny.onnx"));
}

ReviewDesk Open()
{
    var context = new CaseContext(TimeProvider.System, _ => { }, null, CancellationToken.None);
    var place = Path.Combine(folder.FullName, "case");
    Casework.Inspect(new InspectRequest(Path.Combine(folder.FullName, "shipment"), place) { Model = Path.Combine(folder.FullName, "tiny.onnx"), Workers = Environment.ProcessorCount, Settings = new CaseSettings { HasPdf = false, HasCodes = false } }, context);
    return Casework.Review(new ReviewRequest(place), context);
}
