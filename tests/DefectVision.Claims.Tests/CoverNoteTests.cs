using DefectVision.Claims.Letters;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: that a letter is a template and no legal advice is for the buyer to read, with what is still blank in each letter and until when to send it.</summary>
public sealed class CoverNoteTests
{
    public static TheoryData<string> Languages => [.. LanguagePack.All.Select(pack => pack.Code)];

    [Theory]
    [InlineData("en", "template", "legal advice")]
    [InlineData("zh", "范本", "法律意见")]
    public void That_it_is_a_template_stands_in_the_cover_note_and_in_no_letter_to_the_supplier(string language, params string[] words)
    {
        var letters = LetterBuilder.All(Make.Claim(Make.Agreement), LetterTexts.In(LanguagePack.Find(language)!));
        Assert.Equal(4, letters.Count(letter => !letter.IsInternal));
        Assert.All(letters.Where(letter => !letter.IsInternal), letter => Assert.All(words, word => Assert.DoesNotContain(word, Printed.Text(letter), StringComparison.Ordinal)));
        Assert.All(words, word => Assert.Contains(word, Printed.Text(letters.Single(letter => letter.Name == "internal/cover-note")), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_letter_is_named_with_its_blanks_in_words(string language)
    {
        var letters = LetterBuilder.All(Make.Claim(Make.Agreement), LetterTexts.In(LanguagePack.Find(language)!));
        var note = letters.Single(letter => letter.Name == "internal/cover-note");
        foreach (var letter in letters.Where(letter => !letter.IsInternal))
        {
            Assert.Contains($"{letter.Name}.{language}.docx", Printed.Text(note), StringComparison.Ordinal);
            Assert.NotEmpty(letter.Blanks);
        }

        var listed = note.Blocks.OfType<LetterBullet>().Select(bullet => bullet.Runs.Single().Text);
        Assert.Equal(letters.Where(letter => !letter.IsInternal).SelectMany(letter => letter.Blanks), listed);
    }

    // Read on 17 September, so the notice is due on the 20th at 08:30.
    [Fact]
    public void Each_letter_has_the_day_by_which_it_is_sent_or_what_that_day_lacks()
    {
        var agreement = Make.Agreement with
        {
            Contract = new Contract { InspectionDays = 30 },
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ArrivalDate = Make.Day("2026-09-10") } },
        };
        var text = Note(agreement);
        Assert.Contains("Send it by 20 September 2026, 08:30 UTC.", text, StringComparison.Ordinal);
        Assert.Contains("which ends on 10 October 2026.", text, StringComparison.Ordinal);
        Assert.Contains("Send it on 12 October 2026 if no answer has come", text, StringComparison.Ordinal);
        Assert.Contains("cannot be counted without: inspection period, day of arrival", Note(Make.Agreement), StringComparison.Ordinal);
    }

    // Due on 20 September at 08:30.
    [Theory]
    [InlineData("2026-09-20T08:30:00Z", false)]
    [InlineData("2026-09-20T08:31:00Z", true)]
    public void A_last_day_that_has_passed_is_said_to_have_passed(string reported, bool isPassed)
    {
        var record = Make.Record(Make.Agreement) with { AsOf = DateTimeOffset.Parse(reported, System.Globalization.CultureInfo.InvariantCulture) };
        var text = Printed.Text(Printed.One(Make.Of(record), "internal/cover-note", "en"));
        Assert.Equal(isPassed, text.Contains("This day had passed when the report was made", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_finding_no_letter_is_for_sending() =>
        Assert.Contains("no letter is for sending", Printed.Text(Printed.One(Make.Claim(Make.Agreement, confirmed: 10), "internal/cover-note", "en")), StringComparison.Ordinal);

    private static string Note(Agreement agreement) => Printed.Text(Printed.One(Make.Claim(agreement), "internal/cover-note", "en"));
}
