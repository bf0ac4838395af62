using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Languages;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rule: in Chinese a defect class has the name that was agreed, otherwise the common word for it; a class that is neither keeps its own.</summary>
public sealed class DefectWordsTests
{
    private static LanguagePack Chinese { get; } = LanguagePack.Find("zh")!;

    [Theory]
    [InlineData("hole", "破洞")]
    [InlineData("broken-yarn", "断纱")]
    [InlineData("Missing_Button", "缺扣")]
    [InlineData("  bent   pin ", "引脚弯曲")]
    [InlineData("class 7", null)]
    [InlineData("", null)]
    public void A_common_word_is_found_however_it_is_joined(string name, string? chinese) => Assert.Equal(chinese, Chinese.DefectWord(name));

    [Fact]
    public void Some_150_words_are_known_each_of_them_once_and_in_Chinese_letters()
    {
        Assert.True(Chinese.DefectWords.Count >= 150);
        Assert.All(Chinese.DefectWords.Keys, word => Assert.Matches("^[\\u4E00-\\u9FFF]+$", Chinese.DefectWord(word)!));
        Assert.Equal(Chinese.DefectWords.Keys.Order(StringComparer.Ordinal), Chinese.DefectWords.Keys);
    }

    [Fact]
    public void The_agreements_word_comes_first()
    {
        var terms = new AgreedTerms(AgreementReader.Read("classes: { hole: { severity: major, zh: 穿孔 }, stain: minor }\n"u8.ToArray(), "agreement.yaml"));
        Assert.Equal(("穿孔", "污渍", null), (terms.ClassNameIn("hole", Chinese), terms.ClassNameIn("stain", Chinese), terms.ClassNameIn("oddity", Chinese)));
    }
}
