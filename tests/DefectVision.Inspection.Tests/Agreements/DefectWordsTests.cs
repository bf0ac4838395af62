using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rule: in Chinese a defect class has the name that was agreed, otherwise the common word for it; a class that is neither keeps its own.</summary>
public sealed class DefectWordsTests
{
    [Theory]
    [InlineData("hole", "破洞")]
    [InlineData("broken-yarn", "断纱")]
    [InlineData("Missing_Button", "缺扣")]
    [InlineData("  bent   pin ", "引脚弯曲")]
    [InlineData("class 7", null)]
    [InlineData("", null)]
    public void A_common_word_is_found_however_it_is_joined(string name, string? chinese) => Assert.Equal(chinese, DefectWords.InChinese(name));

    [Fact]
    public void Some_150_words_are_known_each_of_them_once_and_in_Chinese_letters()
    {
        Assert.True(DefectWords.Known.Count >= 150);
        Assert.All(DefectWords.Known, word => Assert.Matches("^[\\u4E00-\\u9FFF]+$", DefectWords.InChinese(word)!));
        Assert.Equal(DefectWords.Known.Order(StringComparer.Ordinal), DefectWords.Known);
    }

    [Fact]
    public void The_agreements_word_comes_first()
    {
        var terms = new AgreedTerms(AgreementReader.Read("classes: { hole: { severity: major, zh: 穿孔 }, stain: minor }\n"u8.ToArray(), "agreement.yaml"));
        Assert.Equal(("穿孔", "污渍", null), (terms.ChineseOf("hole"), terms.ChineseOf("stain"), terms.ChineseOf("oddity")));
    }
}
