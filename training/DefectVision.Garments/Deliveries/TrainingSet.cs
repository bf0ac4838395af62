using System.Globalization;
using DefectVision.Garments.Defects;

namespace DefectVision.Garments.Deliveries;

/// <summary>The labelled photos: good ones of every style and side, and a folder for each class of defect.</summary>
internal static class TrainingSet
{
    public const string Folder = "garments";
    private const int GoodOfEach = 28;
    private const int DefectiveOfEach = 28;

    public static IEnumerable<PhotoOrder> Orders()
    {
        foreach (var style in GarmentStyle.All)
        {
            foreach (var view in new[] { View.Front, View.Back })
            {
                for (var n = 1; n <= GoodOfEach; n++)
                {
                    yield return Order("good", style, view, n, null);
                }
            }
        }

        foreach (var defect in Defect.All)
        {
            for (var n = 0; n < DefectiveOfEach; n++)
            {
                var round = n / GarmentStyle.All.Count;
                var view = defect.ShowsOn(View.Back) && (round + n) % 2 == 1 ? View.Back : View.Front;
                yield return Order(defect.Name, GarmentStyle.All[n % GarmentStyle.All.Count], view, round + 1, defect);
            }
        }
    }

    private static PhotoOrder Order(string folder, GarmentStyle style, View view, int number, Defect? defect)
    {
        var side = view == View.Front ? "front" : "back";
        var path = string.Create(CultureInfo.InvariantCulture, $"{Folder}/{folder}/{style.Name}-{side}-{number:00}.jpg");
        return new PhotoOrder(path, path, path + "/bolt", style, view, defect);
    }
}
