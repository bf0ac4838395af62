using System.Globalization;
using System.Text;
using DefectVision.Fixtures;

namespace DefectVision.PhoneShipment;

/// <summary>
/// A shipment as inspectors send it, made of clean photos: an iPhone's and a Pixel's files, what messengers made of some, cartons with barcodes, lists from Excel, and
/// photos from a failing card. The same photos and the same number of items give the same files.
/// </summary>
/// <param name="photos">Folder of clean photos, ITEM_front.jpg, of any depth.</param>
/// <param name="folder">Where the shipment is written.</param>
internal sealed class PhoneShipment(string photos, string folder)
{
    /// <summary>So that each kind of trouble comes once.</summary>
    public const int FewestItems = 16;

    private const int Cluster = 4096;
    private const string RightGtin = "4006381333931";
    private const string OtherGtin = "4006381333948";

    private readonly string[] _photos = [.. Directory.GetFiles(photos, "*_front.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    private int _taken;
    private uint _state = 118;

    /// <param name="items">Of both lots together.</param>
    public void Write(int items)
    {
        WriteIphone(items / 2);
        WritePixel(items - (items / 2));
        Put("LOT-B/包装/IMG_2001.jpg", Carton(RightGtin, "L4711B"));
        Put("LOT-B/包装/IMG_2002.jpg", Carton(OtherGtin, "L4711A"));
        Put("Example Inspection Report PO-4711.pdf", "%PDF-1.4\n% a report of another company\n%%EOF\n");
        Put("agreement.yaml", Agreement);
        WriteLists();
    }

    private void WriteIphone(int count)
    {
        for (var item = 0; item < count; item++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"LOT-A/IMG_{1001 + item}");
            using var photo = Next("Apple", "iPhone 15 Pro", item);
            if (item % 3 != 2)
            {
                Put(name + ".HEIC", photo.ToHeif());
            }

            if (item % 3 != 0)
            {
                Put(name + ".JPG", photo.ToJpeg());
            }

            if (item == 2)
            {
                Put("LOT-A/IMG_E1003.JPG", photo.Edited());
                Put("LOT-A/缺陷/IMG_1101.JPG", photo.CloseUp());
            }

            if (item is 1 or 5)
            {
                Put(string.Create(CultureInfo.InvariantCulture, $"LOT-A/IMG-20261120-WA000{item + 2}.jpg"), photo.Messaged());
            }
        }

        Put("LOT-A/IMG_1001.MOV", Film("qt  "));
        Put("LOT-A/IMG_1003.AAE", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict/></plist>\n");
    }

    private void WritePixel(int count)
    {
        for (var item = 0; item < count; item++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"LOT-B/PXL_20261120_0915{item:00}{101 + item}");
            using var photo = Next("Google", "Pixel 8", item);
            var jpeg = photo.ToJpeg();
            switch (count - item)
            {
                case 1:
                    Put(name + ".jpg", []);
                    break;
                case 2:
                    Put(name + ".jpg", jpeg[..(jpeg.Length * 3 / 5)]);
                    break;
                case 3:
                    Put(name + ".jpg", WithCluster(jpeg, random: true));
                    break;
                case 4:
                    Put(name + ".jpg", WithCluster(jpeg, random: false));
                    break;
                default:
                    Put(item % 2 == 0 ? name + ".MP.jpg" : name + ".jpg", item % 2 == 0 ? [.. jpeg, .. Film("mp42")] : jpeg);
                    break;
            }
        }

        Put("LOT-B/VID_20261120_092011.mp4", Film("mp42"));
    }

    // Excel in Germany separates by semicolons where it saves text; Excel in China leaves the columns as they are and answers in Chinese.
    private void WriteLists()
    {
        Put("measurements.csv", "\uFEFFlot;item;point;value;unit;nominal;tolerance;date\r\nLOT-A;IMG_1001;chest;54,3;cm;54,0;1,0;20.11.2026\r\nLOT-A;IMG_1002;chest;55,4;cm;54,0;1,0;20.11.2026\r\n");
        Put("third-party.xlsx", Workbook.Of([
            ["lot", "item", "verdict", "inspector", "report_number", "date"],
            ["LOT-A", "IMG_1001", "bestanden", "Example Inspection", "4711-1", Workbook.Date(2026, 11, 20)],
            ["LOT-A", "IMG_1003", "nicht bestanden", "Example Inspection", "4711-1", Workbook.Date(2026, 11, 20)],
        ]));
        Put("confirmed.xlsx", Workbook.Of([
            ["批次", "件号", "确认", "检验员", "时间", "缺陷类别"],
            ["LOT-A", "IMG_1003", "是", "王芳", "2026-11-20T14:05:00+08:00", "stain"],
            ["LOT-A", "IMG_1001", "否", "王芳", "2026-11-20T14:06:00+08:00", string.Empty],
        ]));
        Put("tests.xlsx", Workbook.Of([
            ["批次", "检测项目", "检测类型", "检测结果", "检测机构", "日期"],
            ["LOT-A", "色牢度", "laboratory", "合格", "示例检测中心", "2026年11月20日"],
            ["LOT-B", "色牢度", "laboratory", "不合格", "示例检测中心", "2026年11月20日"],
        ]));
    }

    private PhonePhoto Next(string make, string model, int second) =>
        PhonePhoto.Taken(_photos[_taken++ % _photos.Length], make, model, string.Create(CultureInfo.InvariantCulture, $"2026:11:20 09:15:{second:00}"));

    // A carton's label: an EAN of the article and a Code 128 of the lot.
    private static byte[] Carton(string gtin, string lot) => PhonePhoto.Label(Bars.Ean13(gtin), Bars.Code128(lot));

    private byte[] WithCluster(byte[] jpeg, bool random)
    {
        var from = jpeg.Length / 2 / Cluster * Cluster;
        for (var at = from; at < from + Cluster && at < jpeg.Length - Cluster; at++)
        {
            _state = (_state * 1664525) + 1013904223;
            jpeg[at] = random ? (byte)(_state >> 24) : (byte)0;
        }

        return jpeg;
    }

    // ISO/IEC 14496-12: a file type, and data that no player is asked to play.
    private static byte[] Film(string brand) => [0, 0, 0, 20, .. Encoding.ASCII.GetBytes("ftyp" + brand), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(brand), 0, 0, 4, 8, .. "mdat"u8, .. new byte[1024]];

    private void Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    private void Put(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private const string Agreement = $$"""
        purchase_order: PO-4711
        product: Men's knitted polo shirt
        supplier: Example Garment Works Co., Ltd.
        buyer: Example Imports GmbH
        standard: ISO 2859-1:1999
        inspection_level: S-4
        inspection: { date: 2026-11-20, place: Ningbo, inspector: Example Inspection Co. }
        sampling: random
        unit_price: 12.50
        currency: EUR
        aql: { critical: not allowed, major: 2.5, minor: 4.0 }
        lots:
          LOT-A: { size: 400, codes: L4711A, gtin: {{OtherGtin}} }
          LOT-B: { size: 400, codes: L4711B, gtin: {{RightGtin}} }
        classes:
          hole: { severity: major, cause: material }
          stain: { severity: minor, cause: process }
          broken-yarn: { severity: major, cause: material }
          skipped-stitch: { severity: minor, cause: workmanship }
          missing-button: { severity: major, cause: workmanship }
          misprint: { severity: major, cause: process }
        """;
}
