using System.Text;

namespace DefectVision.Inspection.Tests;

/// <summary>Rule: the bytes of a name stand in a text as RFC 3986, section 2.1 writes them, come back as they were, and give the path that was read from them.</summary>
public sealed class NameBytesTests
{
    // GB 2312: 正 D5FD, 面 C3E6, 缺 C8B1, 陷 CFDD, 图 CDBC.
    private const string Front = "%D5%FD%C3%E6";
    private const string Defect = "%C8%B1%CF%DD";

    [Theory]
    [InlineData("lot/a_1-b.~.jpg", "lot/a_1-b.~.jpg")]
    [InlineData("a b%?\n", "a%20b%25%3F%0A")]
    [InlineData("正.jpg", "%E6%AD%A3.jpg")]
    public void Every_byte_but_the_unreserved_ones_is_written_as_two_digits_and_comes_back(string text, string form)
    {
        Assert.Equal(form, NameBytes.Form(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(Encoding.UTF8.GetBytes(text), NameBytes.Parse(form));
    }

    [Fact]
    public void All_bytes_come_back()
    {
        var all = Enumerable.Range(0, 256).Select(one => (byte)one).ToArray();
        Assert.Equal(all, NameBytes.Parse(NameBytes.Form(all)));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("%d5")]
    [InlineData("%D")]
    [InlineData("%GG")]
    [InlineData("%61")]
    [InlineData("正")]
    public void What_is_not_in_the_form_is_no_name(string text) => Assert.Null(NameBytes.Parse(text));

    [Theory]
    [InlineData("lot/" + Front + "_1.jpg", "lot/正面_1.jpg", false, true)]
    [InlineData("lot/" + Front + "_1.jpg", "lot/正面_2.jpg", false, false)]
    [InlineData("lot/" + Front + "_1.jpg", "other/正面_1.jpg", false, false)]
    [InlineData("lot/" + Front + "_1.jpg", "lot/正面_1.jpg [2]", false, true)]
    [InlineData("%E6%AD%A3/" + Defect + "/%CD%BC.jpg", "正/缺陷/图.jpg", false, true)]
    [InlineData("lot/x%FF.jpg", "lot/xÿ.jpg", false, true)]
    [InlineData("LOT%5C" + Front + ".jpg", "lot-1/LOT/正面.jpg", true, true)]
    [InlineData("lot-1/" + Front + ".jpg", "PO/lot-1/正面.jpg", true, true)]
    [InlineData("top/" + Front + ".jpg", "正面.jpg", true, true)]
    [InlineData("top/" + Front + ".jpg", "正面.jpg", false, false)]
    [InlineData("op/" + Front + ".jpg", "PO/top/正面.jpg", true, false)]
    [InlineData("", "正面.jpg", true, false)]
    public void Bytes_are_those_of_the_path_that_is_read_from_them(string form, string path, bool isInArchive, bool holds) =>
        Assert.Equal(holds, NameBytes.AreOf(form, path, isInArchive));
}
