using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection;

/// <summary>One inspection, whole: everything that the outputs are written from. Two runs over the same files give equal records.</summary>
/// <param name="Name">Name of the shipment's folder.</param>
/// <param name="AsOf">The date the outputs carry (UTC): that of the first start, or as told.</param>
/// <param name="Product">Name and version of the program, for the report's foot.</param>
/// <param name="Terms">What was agreed, with the defaults where nothing was.</param>
/// <param name="Model">The model that scored; null when none was named: then nothing is flagged.</param>
/// <param name="Files">Every file found, in ordinal path order.</param>
/// <param name="MissingPhotos">Photos that the manifest names and the folder does not hold.</param>
/// <param name="Lots">In ordinal order of name.</param>
/// <param name="Layout">How lots and items were told apart, in sentences.</param>
/// <param name="Notes">What a person should know of the whole run.</param>
public sealed record InspectionRecord(
    string Name,
    DateTimeOffset AsOf,
    string Product,
    AgreedTerms Terms,
    ModelUsed? Model,
    IReadOnlyList<InspectedFile> Files,
    IReadOnlyList<string> MissingPhotos,
    IReadOnlyList<LotJudgement> Lots,
    IReadOnlyList<FormattableString> Layout,
    IReadOnlyList<FormattableString> Notes)
{
    /// <summary>What was agreed; absent values are null.</summary>
    public Agreement Agreement => Terms.Agreement;

    /// <summary>The zip that the shipment was given as; null where it was a folder.</summary>
    public ShipmentArchive? GivenAs { get; init; }

    /// <summary>Zips of the shipment that were unpacked, in ordinal path order.</summary>
    public IReadOnlyList<ShipmentArchive> Archives { get; init; } = [];

    /// <summary>By the path of a file the bytes of its name, as <see cref="Inspection.NameBytes"/> writes them, where they are no UTF-8; null where all are.</summary>
    public IReadOnlyDictionary<string, string>? NameBytes { get; init; }

    /// <summary>Of missing photos those of the shipment whose names are nearest; null where none is missing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? NearestPhotos { get; init; }

    /// <summary>The zip that a file came out of; null for a file of a folder.</summary>
    /// <param name="path">Of the file.</param>
    public ShipmentArchive? ArchiveOf(string path) => Archives.FirstOrDefault(archive => archive.Held(path)) ?? GivenAs;

    /// <summary>What was to be stated, fixed before scoring; null where nothing was planned.</summary>
    public AnalysisPlan? Plan { get; init; }

    /// <summary>The digest of the plan that stood when scoring began, where it is not that of <see cref="Plan"/>: what is stated now was not planned then.</summary>
    public string? PlanAtStart { get; init; }

    /// <summary>Terms that changed after scoring began and that guaranteed statements rest on.</summary>
    public IReadOnlyList<TermsChange> Changes { get; init; } = [];

    /// <summary>How photos that no model judges were put in an order to look in; null where none was made.</summary>
    public LookOrder? Order { get; init; }

    /// <summary>What readers said; null when nobody looked.</summary>
    public ConfirmedList? Confirmed { get; init; }

    /// <summary>The review that answers in <see cref="Confirmed"/> come from; null where nobody reviewed.</summary>
    public ReviewsUsed? Reviews { get; init; }

    /// <summary>What was drawn before the goods were opened; null when no list was given.</summary>
    public DrawList? Draw { get; init; }

    /// <summary>Dimensions measured elsewhere; null when no list was given.</summary>
    public MeasurementList? Measured { get; init; }

    /// <summary>Tests made elsewhere; null when no list was given.</summary>
    public TestList? Tests { get; init; }

    /// <summary>A third party's report; null when none was given.</summary>
    public ThirdPartyReport? ThirdParty { get; init; }

    /// <summary>All of the four lists above.</summary>
    public GivenEvidence Given => new(Confirmed, Measured, Tests, ThirdParty);

    /// <summary>That report compared with ours; null when none was given.</summary>
    public ThirdPartyAgreement? Compared => ThirdParty is null ? null : ThirdPartyComparison.Of(ThirdParty, [.. Lots.Select(judged => judged.Lot)]);

    /// <summary>Whether photos were searched for barcodes and two-dimensional codes. Where not, that none is named says nothing.</summary>
    public bool SearchedForCodes { get; init; }

    /// <summary>How many files ended as each outcome; every outcome has an entry.</summary>
    public IReadOnlyDictionary<PhotoOutcome, int> Accounting { get; } =
        Enum.GetValues<PhotoOutcome>().ToDictionary(outcome => outcome, outcome => Files.Count(file => file.Outcome == outcome));

    /// <summary>Photos that were read whole, scored or not.</summary>
    public int PhotosRead => Accounting[PhotoOutcome.Scored] + Accounting[PhotoOutcome.Read];

    /// <summary>The worst answer: Reject before Hold before Accept. Files outside any lot hold the whole: nobody has judged them.</summary>
    public Verdict Verdict => VerdictOf(Lots.Select(lot => lot.Verdict), Accounting[PhotoOutcome.OutsideAnyLot]);

    /// <param name="lots">Verdict of each.</param>
    /// <param name="outside">Files outside any lot.</param>
    public static Verdict VerdictOf(IEnumerable<Verdict> lots, long outside)
    {
        var known = lots.ToHashSet();
        return known.Contains(Verdict.Reject) ? Verdict.Reject
            : known.Count == 0 || outside > 0 || known.Contains(Verdict.Hold) ? Verdict.Hold
            : Verdict.Accept;
    }
}
