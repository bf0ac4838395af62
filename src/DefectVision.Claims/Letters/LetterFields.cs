using System.Globalization;
using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Inspection;

namespace DefectVision.Claims.Letters;

/// <summary>What a letter's fields are filled with; null where nobody said.</summary>
internal sealed class LetterFields
{
    private readonly Dictionary<string, string?> _values;
    private readonly Dictionary<string, bool> _facts;

    public LetterFields(Claim claim, LetterTexts texts)
    {
        var (record, agreement, contract) = (claim.Record, claim.Record.Agreement, claim.Record.Agreement.Contract);
        var confirmed = record.Lots.Sum(lot => lot.Claim?.Confirmed.Count ?? 0);
        _values = new(StringComparer.Ordinal)
        {
            ["date"] = Day(DateOnly.FromDateTime(record.AsOf.UtcDateTime)),
            ["shipment"] = record.Name,
            ["purchase_order"] = agreement.PurchaseOrder,
            ["invoice_number"] = agreement.Invoice?.Number,
            ["invoice_date"] = Day(agreement.Invoice?.Date),
            ["product"] = agreement.Product,
            ["supplier"] = agreement.Supplier?.Name,
            ["supplier_address"] = agreement.Supplier?.Address,
            ["supplier_contact"] = agreement.Supplier?.Contact,
            ["buyer"] = agreement.Buyer?.Name,
            ["buyer_address"] = agreement.Buyer?.Address,
            ["buyer_contact"] = agreement.Buyer?.Contact,
            ["contract_number"] = contract.Number,
            ["contract_date"] = Day(contract.Date),
            ["tolerance"] = contract.TolerancePercent?.ToString(CultureInfo.InvariantCulture),
            ["governing_law"] = contract.GoverningLaw,
            ["arbitration"] = contract.Arbitration,
            ["remedies"] = contract.Remedies.Count == 0 ? null : string.Join(texts.Word("list_separator"), contract.Remedies.Select(remedy => texts.Word("agreed." + Code(remedy)))),
            ["standard"] = agreement.Standard,
            ["level"] = agreement.InspectionLevel,
            ["currency"] = agreement.Currency,
            ["confirmed"] = Number(confirmed),
            ["flagged"] = Number(record.Lots.Sum(lot => lot.Tally.Flagged)),
            ["inspected"] = Number(record.Lots.Sum(lot => lot.Tally.Items)),
            ["answer_due"] = Day(Date(claim, DeadlineKind.AnswerDue)),
            ["notice_due"] = Day(Date(claim, DeadlineKind.FirstNotice)),
            ["escalation"] = Day(Date(claim, DeadlineKind.Escalation)),
            ["total_refund"] = Total(claim, AmountKind.Refund),
            ["total_confirmed"] = Total(claim, AmountKind.ConfirmedItems),
            ["contingency_low"] = claim.Amounts.Contingency?.PrintedLow,
            ["contingency_high"] = claim.Amounts.Contingency?.PrintedHigh,
            ["asked_remedy"] = null,
            ["replacement_date"] = null,
            ["notice_sent"] = null,
            ["signatory"] = null,
            ["supplier_signatory"] = null,
            ["root_cause"] = null,
            ["corrective_action"] = null,
            ["person"] = null,
            ["outcome"] = null,
        };
        foreach (var clause in (string[])["inspection", "notice", "remedies", "late_delivery", "arbitration"])
        {
            _values["clause_" + clause] = contract.Clauses.GetValueOrDefault(clause);
        }

        foreach (var severity in Enum.GetValues<Severity>())
        {
            // Only what was agreed: a default is no acceptance criterion.
            _values["aql_" + Code(severity)] = agreement.Limits.TryGetValue(severity, out var limit)
                ? limit.AqlPercent is { } percent ? "AQL " + percent.ToString(CultureInfo.InvariantCulture) : texts.Word("not_allowed") : null;
        }

        _facts = new(StringComparer.Ordinal)
        {
            ["confirmed"] = confirmed > 0,
            ["guaranteed"] = claim.Amounts.Lines.Any(line => line is { Kind: AmountKind.Refund, Amount: > 0 }),
            ["exhibits"] = claim.Facts.Exhibits.Count > 0,
            ["contingency"] = claim.Amounts.Contingency is not null,
            ["shown"] = record.Lots.Any(lot => lot.Claim?.Comparisons.Any(comparison => comparison is { IsShown: true, Class: 'G' }) == true),
            ["clause_arbitration"] = contract.Clauses.ContainsKey("arbitration"),
        };
    }

    /// <exception cref="InvalidOperationException">A text names a field that no claim has.</exception>
    public string? this[string field] => _values.TryGetValue(field, out var value) ? value : throw new InvalidOperationException($"no field '{field}'");

    public bool Holds(string fact) => _facts.TryGetValue(fact, out var holds) ? holds : throw new InvalidOperationException($"no fact '{fact}'");

    public static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the texts and claim.json name a value: late_delivery.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => new Word(value).Code;

    private static DateOnly? Date(Claim claim, DeadlineKind kind) => claim.Deadlines.First(deadline => deadline.Kind == kind).Date;

    private static string? Total(Claim claim, AmountKind way) =>
        claim.Amounts.Totals.Single(total => total.Kind == way) is { Printed.Length: > 0 } total ? total.Printed : null;
}
