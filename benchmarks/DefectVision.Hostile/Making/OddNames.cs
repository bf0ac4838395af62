using System.Globalization;
using System.Text;

namespace DefectVision.Hostile.Making;

/// <summary>Whole photos under names that break lists, terminals, pages and file systems.</summary>
internal static class OddNames
{
    private static readonly string[] Names =
    [
        "批次 丙_正面.jpg", "صورة_أمام.jpg", "📷😀_a.jpg", "new\nline_a.jpg", "return\rline_a.jpg", "tab\t_a.jpg", "\u001b[31mred_a.jpg", "\u001b]0;title\u0007_a.jpg", "\u0001\u0002_a.jpg", "\u007f_a.jpg",
        "-rf_a.jpg", "--help_a.jpg", "--out=x_a.jpg", "=1+1_a.jpg", "=cmd|' C calc'!A0_a.jpg", "@SUM(1)_a.jpg", "+1_a.jpg", "<script>alert(1)<_a.jpg", "<img src=x onerror=alert(1)>_a.jpg", "\"quoted\"_a.jpg",
        "'single'_a.jpg", "a&b_a.jpg", "\u202egpj.exe_a.jpg", "\u2028line_a.jpg", "\ufeffmark_a.jpg", "\u200b_a.jpg", " before_a.jpg", "behind_a.jpg ", "dots..._a.jpg", "..._a.jpg",
        "CON_a.jpg", "nul.jpg", "a,b;c_a.jpg", "back\\slash_a.jpg", "%00_a.jpg", "%2e%2e_a.jpg", "..%2f_a.jpg", "$(id)_a.jpg", "`id`_a.jpg", "{{7*7}}_a.jpg", "${x}_a.jpg", "[bold]x[red]_a.jpg", "[link=http:x]l_a.jpg",
        "a]b[_a.jpg", "\u0085next_a.jpg", "\u009b31m_a.jpg", "_.jpg", "_a.jpg", "a_.jpg", "__a.jpg", "photos.csv.jpg", "item_a_b_c.jpg", "]]>_a.jpg", "<!--_a.jpg", "-->_a.jpg", "~_a.jpg", "#_a.jpg", "a'b\"c`d_a.jpg",
        "e\u0301_a.jpg", "\u00e9_a.jpg", "\u1112\u1161\u11ab_a.jpg", "\ud55c_a.jpg", "Foto_b.jpg", "foto_b.jpg", "FOTO_b.jpg", "foto_B.jpg", "foto_b.JPG", "ſoto_b.jpg", "ｆｏｔｏ_b.jpg",
        ".hidden.jpg", "._companion.jpg", ".DS_Store", "Thumbs.db", "desktop.ini", "~$open.docx", "seal.json", "journal.jsonl", "record.json",
    ];

    private static readonly byte[][] RawNames =
    [
        [0xB1, 0xEA, 0xC7, 0xA9, .. "_a.jpg"u8], [0xB1, 0xEA, 0xC7, 0xAA, .. "_a.jpg"u8], [0xD5, 0xFD, 0xC3, 0xE6, .. ".jpg"u8], [0xFF, 0xFE, .. "_a.jpg"u8], [0xC3, 0x28, .. "_a.jpg"u8],
        [0xED, 0xA0, 0x80, .. "_a.jpg"u8], [0xF0, 0x9F, .. "_a.jpg"u8], [0xFF, 0xFD, .. "_a.jpg"u8],
    ];

    private static readonly string[] Lots = ["=lot", "<b>lot<", "lot\nline", "-lot", "批次", "lot \"x\"", "\u001b[31mlot", " lot ", "lot.", "..lot", "~", "#", "%2e%2e", "con"];

    public static void Put(Shelf shelf, Photos photos)
    {
        var number = 0;
        foreach (var name in Names)
        {
            shelf.Put("odd name", $"names/{name}", photos.Fresh(number++));
        }

        shelf.Put("odd name", $"names/{new string('a', 251)}.jpg", photos.Fresh(number++));
        shelf.Put("odd name", $"names/{string.Concat(Enumerable.Repeat("é", 125))}.jpg", photos.Fresh(number++));
        shelf.Put("odd name", $"names/{string.Concat(Enumerable.Repeat("😀", 62))}.jpg", photos.Fresh(number++));
        foreach (var name in RawNames)
        {
            shelf.PutRaw("name that is no UTF-8", "raw names", name, photos.Fresh(number++));
        }

        foreach (var lot in Lots)
        {
            shelf.Put("odd folder", $"{lot}/001_front.jpg", photos.Fresh(number++));
        }

        // Every character below space, and every one that a line can end with.
        foreach (var character in Enumerable.Range(1, 31).Concat([0x7F, 0x85, 0xA0, 0xAD, 0x200E, 0x200F, 0x202A, 0x202D, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF]))
        {
            shelf.Put("odd name", string.Create(CultureInfo.InvariantCulture, $"characters/{character:X4} {new Rune(character)} x_a.jpg"), photos.Fresh(number++));
        }
    }
}
