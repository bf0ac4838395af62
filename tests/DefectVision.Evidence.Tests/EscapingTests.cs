using System.Globalization;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Tests;

/// <summary>A supplier chooses the file names: none of them becomes markup, style or an illusion.</summary>
public sealed class EscapingTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("</title></bdi></td>&lt;&#60;")]
    [InlineData("\"; } body { display:none } @import url(//evil); /*")]
    public void A_hostile_name_adds_no_element_and_no_attribute(string name)
    {
        using var hostile = new WrittenEvidence(Shipments.Named(name).Record());
        using var plain = new WrittenEvidence(Shipments.Named("plain").Record());
        Assert.Equal(Shape(plain), Shape(hostile));
        Assert.Contains(name, hostile.Visible, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u200F')]
    [InlineData('\u200B')]
    [InlineData('\uFEFF')]
    [InlineData('\n')]
    [InlineData('\u0001')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFE')]
    public void What_cannot_be_seen_is_printed_as_its_code_point(char letter)
    {
        using var written = new WrittenEvidence(Shipments.Named("a" + letter + "b").Record());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"a[U+{(int)letter:X4}]b"), written.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("a" + letter + "b", written.Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("批次-丙 C")]
    [InlineData("emoji 😀, family 👩‍👧")]
    [InlineData("שלום")]
    [InlineData("é, e\u0301")]
    public void Letters_of_any_script_stay_as_they_are(string name) => Assert.Equal(name, PlainText.Of(name));

    [Fact]
    public void Text_in_a_stylesheet_is_a_string_that_it_cannot_leave()
    {
        Assert.Equal("\"a\\22 \\3B \\7D \\3C \\2F style\\3E 批\"", CssString.Of("a\";}</style>批"));
        Assert.Throws<ArgumentException>(() => new Html(TextWriter.Null).Stylesheet("a{}</style>"));
    }

    [Fact]
    public void The_name_of_an_element_or_attribute_cannot_carry_markup()
    {
        var html = new Html(TextWriter.Null);
        Assert.Throws<ArgumentException>(() => html.Void("img src=x"));
        Assert.Throws<ArgumentException>(() => html.Void("img", ("a>b", "")));
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("PO-4711/LOT-A", 6, "…LOT-A")]
    [InlineData("批次丙", 6, "批次丙")]
    [InlineData("批次丙", 5, "…次丙")]
    public void A_long_label_keeps_its_end_and_a_Chinese_letter_takes_two_columns(string name, int columns, string label) =>
        Assert.Equal(label, LabelFit.End(name, columns));

    private static List<string> Shape(WrittenEvidence written) =>
        [.. written.Page.Descendants().Select(element => element.Name + " " + string.Join(' ', element.Attributes().Select(attribute => attribute.Name)))];
}
