using DefectVision.Cases.Reviewing;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Web.Guarding;

namespace DefectVision.Web.Pages;

/// <summary>What a page is written for: a case, and one reader with his language.</summary>
/// <param name="Desk">The review.</param>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Reader">His name; empty until he has said it.</param>
internal sealed record PageView(ReviewDesk Desk, PageTexts Texts, string Reader)
{
    public static PageView Of(ReviewDesk desk, ReaderSession session) => new(desk, PageTexts.Of(session.Language), session.Reader);

    public string Shipment => Desk.Shipment;

    /// <summary>A class of defect, as the reader calls it.</summary>
    public string ClassName(string name) => Spoken.DefectClass(name, Desk.Terms, Texts.Language);

    /// <summary>A word of the glossary.</summary>
    public string Word(Enum word) => Say($"{new Word(word)}");

    /// <summary>A sentence that the report has, too.</summary>
    public string Say(FormattableString sentence) => Spoken.Say(sentence, Desk.Terms, Texts.Language);
}
