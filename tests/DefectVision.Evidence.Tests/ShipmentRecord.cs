using System.Security.Cryptography;
using System.Text;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Tests;

/// <summary>Composes records by hand, as the rooms below would have made them.</summary>
internal sealed class ShipmentRecord
{
    private const int ScoreDigits = 2;

    private readonly List<InspectedFile> _files = [];
    private readonly List<LotJudgement> _lots = [];

    public string Name { get; init; } = "shipment-0711";

    public Agreement Agreement { get; init; } = Agreement.None;

    public bool IsCalibrated { get; init; } = true;

    public List<string> Missing { get; } = [];

    public List<string> Notes { get; } = [];

    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A photo that was scored.</summary>
    /// <param name="place">lot, item and view.</param>
    /// <param name="path">Path in the shipment.</param>
    /// <param name="score">At 0.87 and above it is flagged.</param>
    /// <param name="defectClass">What the model names it.</param>
    /// <param name="sha256">Of the file.</param>
    public InspectedFile Scored(PhotoPlace place, string path, double score, string? defectClass = null, string? sha256 = null)
    {
        score = Math.Round(score, ScoreDigits);
        var standing = Math.Abs(score - 0.87) < 0.005 ? Standing.TooCloseToCall : score >= 0.87 ? Standing.Flagged : Standing.Clear;
        var finding = new Finding(score, standing, IsCalibrated ? Math.Round(1 / (1 + Math.Exp(2 - (3 * score))), 6) : null, standing == Standing.Flagged ? defectClass : null);
        var file = new InspectedFile(path, 204_800, sha256 ?? Digest(path), PhotoOutcome.Scored, null, place, new PhotoFacts("jpeg", 4032, 3024, 6), finding, null);
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

    public Item Item(string name, params InspectedFile[] photos)
    {
        var flagged = photos.Where(photo => photo.Finding?.Standing == Standing.Flagged).ToList();
        var worst = flagged.OrderByDescending(photo => Severity(photo.Finding?.DefectClass)).ThenByDescending(photo => photo.Finding?.Score).FirstOrDefault();
        var standing = worst is not null ? ItemStanding.Flagged
            : photos.Any(photo => photo.Finding?.Standing == Standing.TooCloseToCall) ? ItemStanding.TooCloseToCall
            : photos.Any(photo => photo.Finding is null) || photos.Length == 0 ? ItemStanding.Incomplete
            : ItemStanding.Clear;
        return new Item(name, photos, standing, worst?.Finding?.DefectClass, worst is null ? null : Severity(worst.Finding?.DefectClass))
        {
            Cause = worst?.Finding?.DefectClass is { } named && Agreement.Classes.TryGetValue(named, out var agreed) ? agreed.Cause : null,
        };
    }

    public LotJudgement Lot(string name, long? size, Verdict verdict, IReadOnlyList<Item> items, FlaggedShare? share, IReadOnlyList<FormattableString> reasons, params IReadOnlyList<FormattableString> remarks)
    {
        var undecided = items.Count(item => item.Standing is ItemStanding.Incomplete or ItemStanding.TooCloseToCall);
        var counts = Enum.GetValues<Severity>().ToDictionary(
            severity => severity,
            severity =>
            {
                var flagged = items.Count(item => item.Severity == severity);
                return new SeverityCount(flagged, flagged + undecided);
            });
        var tally = new LotTally(items.Count, items.Sum(item => item.Photos.Count), items.Count(item => item.Standing == ItemStanding.Flagged), undecided, counts);
        var readings = Enum.GetValues<Severity>().OrderDescending().Select(severity => Reading(severity, size, counts[severity], items.Count)).ToList();
        var judged = new LotJudgement(new Lot(name, size, ItemSource.FileNames, items), tally, share, readings, verdict, reasons, remarks);
        _lots.Add(judged);
        return judged;
    }

    public InspectionRecord Record() => new(
        Name,
        new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero),
        "DefectVision 0.1.0",
        Agreement,
        Model(),
        [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)],
        Missing,
        [.. _lots.OrderBy(lot => lot.Lot.Name, StringComparer.Ordinal)],
        [$"Lots are the folders that hold photos.", $"Items are told by the file name: the text before the last “_” is the item, the rest is the view."],
        [.. Notes.Select(note => (FormattableString)$"{note}")]);

    private Severity Severity(string? defectClass) =>
        defectClass is not null && Agreement.Classes.TryGetValue(defectClass, out var agreed) ? agreed.Severity ?? Inspection.Severity.Major : Inspection.Severity.Major;

    private static PlanReading Reading(Severity severity, long? size, SeverityCount count, int items)
    {
        var (accept, aql) = severity switch { Inspection.Severity.Critical => (0, (decimal?)null), Inspection.Severity.Major => (1, 2.5m), _ => (2, 4.0m) };
        if (size is null)
        {
            return new PlanReading(severity, aql, null, null, null, null, count, PlanAnswer.Information, $"The lot's size is not given, so no plan applies.");
        }

        const int sample = 20;
        var answer = items < sample ? PlanAnswer.TooFewItems : count.AtLeast > accept ? PlanAnswer.Rejects : count.AtMost > accept ? PlanAnswer.Undecided : PlanAnswer.Accepts;
        return new PlanReading(
            severity,
            aql,
            $"ISO 2859-1:1999, level II, single sampling, normal inspection, code letter F, n = 20",
            sample,
            accept,
            accept + 1,
            count,
            answer,
            $"{count.AtLeast} flagged {severity.ToString().ToLowerInvariant()} against Ac {accept}.")
       ;
    }

    private ModelUsed Model() => new(
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
        ["Photos smaller than 512 pixels on the short side were not among those it learned from.", "It has not seen goods under other light than daylight."]);
}
