using System.Security.Cryptography;
using System.Text;
using DefectVision.Inspection;

namespace DefectVision.History;

/// <summary>What is kept of one inspected shipment.</summary>
/// <param name="Id">The same for every inspection of it: of its name and the date of the first inspection.</param>
/// <param name="Name">Of the shipment's folder.</param>
/// <param name="Folder">Full path of the case.</param>
/// <param name="RecordSha256">Of its record, lower-case hex.</param>
/// <param name="AsOf">The date its outputs carry (UTC).</param>
/// <param name="Verdict">Of the whole shipment.</param>
public sealed record ShipmentEntry(string Id, string Name, string Folder, string RecordSha256, DateTimeOffset AsOf, Verdict Verdict)
{
    /// <summary>The day the goods were inspected; null where nobody gave it.</summary>
    public DateOnly? InspectedOn { get; init; }

    /// <summary>As the agreement names it; null where it names none.</summary>
    public string? Supplier { get; init; }

    public string? Factory { get; init; }

    /// <summary>Two letters of ISO 3166-1, of the factory, else of the supplier.</summary>
    public string? Country { get; init; }

    /// <summary>Province or region, as the agreement names it, of the factory, else of the supplier.</summary>
    public string? Region { get; init; }

    public string? Buyer { get; init; }

    public string? PurchaseOrder { get; init; }

    public string? Product { get; init; }

    /// <summary>Three letters of ISO 4217.</summary>
    public string? Currency { get; init; }

    public decimal? UnitPrice { get; init; }

    /// <summary>Lower-case hex; null where no model scored.</summary>
    public string? ModelSha256 { get; init; }

    /// <summary>The refund that its claim asks, with what stands beside it; null where nothing is asked, or a price is not agreed.</summary>
    public decimal? Asked { get; init; }

    /// <summary>Of the Merkle tree of its packet, lower-case hex; null where no packet lay in the case.</summary>
    public string? PacketRoot { get; init; }

    /// <summary>In order of their days.</summary>
    public IReadOnlyList<DeadlineEntry> Deadlines { get; init; } = [];

    /// <summary>Photos that were among those of earlier shipments, in path order.</summary>
    public IReadOnlyList<ReusedEntry> Reused { get; init; } = [];

    /// <summary>What became of its claim; null where nobody told.</summary>
    public OutcomeEntry? Outcome { get; init; }

    /// <summary>What was learned from it; null where nobody told.</summary>
    public LessonEntry? Lesson { get; init; }

    /// <summary>What the goods cost: the price of every lot of which size and price are known; null where none is.</summary>
    public decimal? Value => Lots.Any(lot => lot.Value is not null) ? Lots.Sum(lot => lot.Value ?? 0) : null;

    /// <summary>The day by which the supplier's answer is due, as the claim counts it: from the day on which he was told, else from the last day of the notice. Null without a rejected lot.</summary>
    public DateOnly? AnswerDue => Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineEntry.Answer)?.Day;

    /// <summary>How far its claim has come.</summary>
    public ClaimState ClaimState => Outcome switch
    {
        { Received: not null } or { Amount: 0 } => ClaimState.Settled,
        { Agreed: not null } or { Amount: not null } or { Remedy: not null } => ClaimState.Agreed,
        { Answered: not null } => ClaimState.Answered,
        { Notified: not null } => ClaimState.Sent,
        _ => Asked > 0 || Verdict == Verdict.Reject ? ClaimState.NotSent : ClaimState.None,
    };

    /// <summary>In ordinal order of name.</summary>
    public IReadOnlyList<LotEntry> Lots { get; init; } = [];

    /// <summary>The day it stands for in time: that of the inspection, else that of the outputs.</summary>
    public DateOnly Day => InspectedOn ?? DateOnly.FromDateTime(AsOf.UtcDateTime);

    /// <param name="record">Of a finished inspection, with its review.</param>
    /// <param name="folder">Full path of the case.</param>
    /// <param name="recordSha256">Of the record as the case holds it, lower-case hex.</param>
    /// <param name="first">When the shipment was first inspected.</param>
    public static ShipmentEntry Of(InspectionRecord record, string folder, string recordSha256, DateTimeOffset first)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (agreement, numbers) = (record.Agreement, ExhibitNumbers.Of(record));
        return new ShipmentEntry(IdOf(record.Name, first), record.Name, folder, recordSha256, record.AsOf, record.Verdict)
        {
            InspectedOn = agreement.Visit.Date,
            Supplier = agreement.Supplier?.Name,
            Factory = agreement.Factory?.Name,
            Country = agreement.Factory?.Country ?? agreement.Supplier?.Country,
            Region = agreement.Factory?.Region ?? agreement.Supplier?.Region,
            Buyer = agreement.Buyer?.Name,
            PurchaseOrder = agreement.PurchaseOrder,
            Product = agreement.Product,
            Currency = agreement.Currency,
            UnitPrice = agreement.UnitPrice,
            ModelSha256 = record.Model?.Sha256,
            Lots = [.. record.Lots.Select(judged => LotEntry.Of(judged, record.Terms, numbers))],
        };
    }

    private static string IdOf(string name, DateTimeOffset first) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{name}\n{first.UtcDateTime:O}"))))[..32];
}
