using System.Security.Cryptography;
using System.Text;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Tests;

/// <summary>Composes records from photos and answers; the lots are judged as in the product.</summary>
internal sealed class ShipmentRecord
{
    private const int ScoreDigits = 2;

    private readonly List<InspectedFile> _files = [];
    private readonly List<LotJudgement> _lots = [];

    public string Name { get; init; } = "shipment-0711";

    public Agreement Agreement { get; init; } = Agreement.None;

    public bool IsCalibrated { get; init; } = true;

    /// <summary>A model was named, and scored.</summary>
    public bool HasModel { get; init; } = true;

    /// <summary>Of the model; null: it cannot tell goods that it does not know.</summary>
    public double? MostStrange { get; init; } = 0.13;

    /// <summary>What may be said was planned, so that there are claims.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>What persons and others said.</summary>
    public GivenEvidence Evidence { get; init; } = GivenEvidence.None;

    public AgreedTerms Terms => new(Agreement);

    public List<string> Missing { get; } = [];

    public List<string> Notes { get; } = [];

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A photo that was scored.</summary>
    /// <param name="place">lot, item and view.</param>
    /// <param name="path">Path in the shipment.</param>
    /// <param name="score">At 0.87 and above it is flagged.</param>
    /// <param name="defectClass">What the model names it.</param>
    /// <param name="sha256">Of the file.</param>
    /// <param name="heat">Of its heat map.</param>
    public InspectedFile Scored(PhotoPlace place, string path, double score, string? defectClass = null, string? sha256 = null, HeatReading? heat = null)
    {
        score = Math.Round(score, ScoreDigits);
        var standing = Math.Abs(score - 0.87) < 0.005 ? Standing.TooCloseToCall : score >= 0.87 ? Standing.Flagged : Standing.Clear;
        var finding = new Finding(score, standing, IsCalibrated ? Math.Round(1 / (1 + Math.Exp(2 - (3 * score))), 6) : null, standing == Standing.Flagged ? defectClass : null) { Heat = heat };
        var file = new InspectedFile(path, 204_800, sha256 ?? Digest(path), PhotoOutcome.Scored, null, place, new PhotoFacts("jpeg", 4032, 3024, 6), finding, null);
        _files.Add(file);
        return file;
    }

    /// <summary>The same photo unlike those that the model learned from, in the way that is named, or so strange that it may show other goods.</summary>
    public InspectedFile Unlike(InspectedFile file, string? outside, double strangeness = 0.05)
    {
        var other = file with { Finding = file.Finding! with { OutsideTrainedRange = outside, Strangeness = strangeness } };
        _files[_files.IndexOf(file)] = other;
        return other;
    }

    /// <summary>A photo that was read, and scored by no model.</summary>
    /// <param name="place">lot, item and view.</param>
    /// <param name="path">Path in the shipment.</param>
    public InspectedFile Read(PhotoPlace place, string path)
    {
        var file = new InspectedFile(path, 204_800, Digest(path), PhotoOutcome.Read, null, place, new PhotoFacts("jpeg", 4032, 3024, 6), null, null);
        _files.Add(file);
        return file;
    }

    public InspectedFile Odd(string path, PhotoOutcome outcome, string reason, PhotoPlace? place = null, string? sameAs = null)
    {
        var opened = outcome is not (PhotoOutcome.SystemFile or PhotoOutcome.OutsideAnyLot);
        var file = new InspectedFile(path, 1_234, opened ? Digest(path) : null, outcome, reason, place, null, null, sameAs);
        _files.Add(file);
        return file;
    }

    /// <summary>A file kept with an item or a lot.</summary>
    public void Attached(string path, string content, PhotoPlace? place) =>
        _files.Add(new InspectedFile(path, content.Length, Digest(content), PhotoOutcome.Attachment, "a document", place, null, null, null));

    /// <summary>An item as its photos show it; what others say of it is added by <see cref="Lot"/>.</summary>
    public Item Item(string name, params InspectedFile[] photos) => ItemJudge.Judge(name, photos, Terms);

    /// <summary>Judges a lot by all evidence.</summary>
    /// <param name="name">Its whole name.</param>
    /// <param name="size">Null: nobody said.</param>
    /// <param name="items">As photographed.</param>
    /// <param name="drawn">The names on the draw list; null: there is none.</param>
    /// <param name="remarks">Besides those of the judge.</param>
    public LotJudgement Lot(string name, long? size, IReadOnlyList<Item> items, IReadOnlyList<string>? drawn = null, params IReadOnlyList<FormattableString> remarks)
    {
        var judged = Judged(Evidence);
        judged = judged with
        {
            Remarks = [.. judged.Remarks, .. remarks],
            Failed = judged.Verdict == Verdict.Reject ? FirstFailure.Of(Evidence, name, Judged) : null,
        };
        _lots.Add(judged);
        return judged;

        LotJudgement Judged(GivenEvidence known) => LotJudge.Judge(Known(name, size, items, drawn, known), Terms, Model(), known);
    }

    private Lot Known(string name, long? size, IReadOnlyList<Item> items, IReadOnlyList<string>? drawn, GivenEvidence evidence)
    {
        var against = evidence.Against(name, Terms);
        var readings = (evidence.Confirmed?.Readings ?? []).Where(reading => reading.Lot == name).ToLookup(reading => reading.Item, StringComparer.Ordinal);
        var known = items.ToDictionary(item => item.Name, Reviewed, StringComparer.Ordinal);
        return drawn is null
            ? new Lot(name, size, ItemSource.FileNames, [.. known.Values])
            : new Lot(name, size, ItemSource.FileNames, [.. drawn.Select(item => known.GetValueOrDefault(item) ?? Reviewed(Item(item)))])
            {
                NotDrawn = [.. known.Values.Where(item => !drawn.Contains(item.Name))],
                Draw = new DrawCheck(new LotDraw(name, [.. drawn], (int?)size, drawn.Count, 7, null, null, null), [.. drawn.Where(item => !known.ContainsKey(item))], [.. known.Keys.Except(drawn)]),
            };

        Item Reviewed(Item item) => item.Review is not null ? item : ItemJudge.Judge(item.Name, item.Photos, Terms, ItemReview.Of([.. readings[item.Name]]), item.Context, Terms.RequiredViewsOf(name)) with { ByFact = [.. against[item.Name]] };
    }

    public InspectionRecord Record()
    {
        var lots = _lots.OrderBy(lot => lot.Lot.Name, StringComparer.Ordinal).ToList();
        var plan = IsPlanned ? AnalysisPlan.Of(Name, Terms, Model(), null, lots.Select(lot => lot.Lot.Name)) : null;
        return new InspectionRecord(
            Name,
            new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero),
            "DefectVision 0.1.0",
            Terms,
            Model(),
            [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Missing,
            [.. lots.Select(lot => plan is null ? lot : lot with { Claim = new ClaimChain(Terms, plan, Model()).Of(lot) })],
            [$"Lots are the folders that hold photos.", $"Items are told by the file name: the text before the last “_” is the item, the rest is the view."],
            [.. Notes.Select(note => (FormattableString)$"{note}")])
        {
            Plan = plan,
            Confirmed = Evidence.Confirmed,
            Measured = Evidence.Measured,
            Tests = Evidence.Tests,
            ThirdParty = Evidence.ThirdParty,
        };
    }

    private ModelUsed? Model() => !HasModel ? null : new(
        "circuit-board-1",
        Digest("model"),
        "circuit-board photos, training part",
        new SortedDictionary<string, int>(StringComparer.Ordinal) { ["good"] = 40, ["hole"] = 12, ["bent pin"] = 9 },
        ["bent pin", "hole"],
        "input recipe 1, 512 x 512 pixels, area average",
        0.87,
        ScoreDigits,
        0.005,
        0.025,
        new Tally(19, 21),
        new Tally(39, 40),
        "cross-fitting, five folds: each photo was scored by a model that had not seen it",
        IsCalibrated ? "Platt, fitted on the cross-fitted scores of 61 photos" : "none: too few photos to fit one, so no probability is printed",
        "8 golden vectors scored at load, largest difference 0.000001",
        "CPU",
        ["Photos smaller than 512 pixels on the short side were not among those it learned from.", "It has not seen goods under other light than daylight."])
    {
        MostStrange = MostStrange,
    };
}
