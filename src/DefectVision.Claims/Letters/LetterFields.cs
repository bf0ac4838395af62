using System.Globalization;
using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims.Letters;

/// <summary>What a letter's fields are filled with; null where nobody said.</summary>
internal sealed class LetterFields
{
    private readonly Dictionary<string, string?> _values;
    private readonly Dictionary<string, bool> _facts;
    private readonly LetterTexts _texts;
    private readonly int _answerDays;

    public LetterFields(Claim claim, LetterTexts texts)
    {
        var (record, agreement, contract) = (claim.Record, claim.Record.Agreement, claim.Record.Agreement.Contract);
        var findings = LotFindings.Of(record);
        var lots = LotFindings.SpokenOf(record);
        var items = findings.Where(found => found.MayClaimItems).SelectMany(found => found.Judged.Nonconforming).ToList();
        var (confirmed, byFact) = (items.Count(item => item.IsConfirmed), items.Count(item => item.ByFact.Count > 0));
        var flagged = lots.Sum(lot => lot.Tally.Flagged);
        var awaiting = lots.Sum(lot => lot.Lot.AllItems.Count(item => item.IsAwaiting));
        var (isGround, sample) = (findings.Any(found => found.IsGround), SampleCount.Of(lots));
        var guaranteed = claim.Amounts.Lines.Any(line => line is { Kind: AmountKind.Refund, Amount: > 0 });
        var (shipped, all) = Delivery.Shipped(record);
        var (isCisg, delivery) = (contract.Law == ContractLaw.Cisg, Delivery.Of(record));
        (_texts, _answerDays) = (texts, contract.AnswerBusinessDays ?? DeadlineTable.MostAnswerDays);
        var level = record.Terms.LevelAgreed(SectionKind.Workmanship);
        _values = new(StringComparer.Ordinal)
        {
            // A letter carries the day it is sent, which is not known; the report has its own.
            ["date"] = null,
            ["report_date"] = texts.Day(DateOnly.FromDateTime(record.AsOf.UtcDateTime)),
            ["shipment"] = record.Name,
            ["purchase_order"] = agreement.PurchaseOrder,
            ["invoice_number"] = agreement.Invoice?.Number,
            ["invoice_date"] = texts.Day(agreement.Invoice?.Date),
            ["product"] = agreement.Product,
            ["supplier"] = agreement.Supplier?.Name,
            ["supplier_address"] = agreement.Supplier?.Address,
            ["supplier_contact"] = agreement.Supplier?.Contact,
            ["buyer"] = agreement.Buyer?.Name,
            ["buyer_address"] = agreement.Buyer?.Address,
            ["buyer_contact"] = agreement.Buyer?.Contact,
            ["contract_number"] = contract.Number,
            ["contract_date"] = texts.Day(contract.Date),
            ["tolerance"] = contract.TolerancePercent?.ToString(CultureInfo.InvariantCulture),
            ["governing_law"] = contract.GoverningLaw,
            ["arbitration"] = contract.Arbitration,
            ["remedies"] = contract.Remedies.Count == 0 ? null : string.Join(texts.Word("list_separator"), contract.Remedies.Select(remedy => texts.Word("agreed." + Code(remedy)))),
            ["standard"] = level is null ? Inspected(agreement.Standard) : agreement.Standard,
            ["level"] = Inspected(level),
            ["currency"] = agreement.Currency,
            ["confirmed"] = Number(confirmed),
            ["by_fact"] = Number(byFact),
            ["nonconforming"] = Number(items.Count),
            ["flagged"] = Number(flagged),
            ["inspected"] = Number(sample.Inspected),
            ["counted"] = sample.In(texts),
            ["inspection_date"] = texts.Day(agreement.Visit.Date),
            ["answer_due"] = By(claim, DeadlineKind.AnswerDue),
            ["own_period"] = null,
            ["total_refund"] = Total(claim, AmountKind.Refund),
            ["total_confirmed"] = Total(claim, AmountKind.ConfirmedItems),
            ["contingency_low"] = claim.Amounts.Contingency?.PrintedLow,
            ["contingency_high"] = claim.Amounts.Contingency?.PrintedHigh,
            ["asked_remedy"] = null,
            ["replacement_date"] = null,
            ["notice_sent"] = texts.Day(claim.Facts.Story?.Notified),
            ["signatory"] = null,
            ["supplier_signatory"] = null,
            ["root_cause"] = claim.Facts.Story?.RootCause,
            ["corrective_action"] = claim.Facts.Story?.Action,
            ["lesson"] = claim.Facts.Story?.Lesson,
            ["told_by"] = claim.Facts.Story is { } by ? TellerOf(by, texts) : null,
            ["person"] = null,
            ["outcome"] = null,
        };
        foreach (var clause in (string[])["inspection", "notice", "remedies", "late_delivery", "arbitration"])
        {
            _values["clause_" + clause] = contract.Clauses.GetValueOrDefault(clause);
        }

        var limits = new LimitWords(texts);
        foreach (var severity in Enum.GetValues<Severity>())
        {
            _values["aql_" + Code(severity)] = limits.Agreed(severity, record.Terms);
        }

        _facts = new(StringComparer.Ordinal)
        {
            ["tables"] = record.Terms.NeedsStandard,
            ["tables_critical"] = LimitWords.IsTabled(Severity.Critical, record.Terms),
            ["tables_major"] = LimitWords.IsTabled(Severity.Major, record.Terms),
            ["tables_minor"] = LimitWords.IsTabled(Severity.Minor, record.Terms),
            ["findings"] = findings.Count > 0,
            ["ground"] = isGround,
            ["signs"] = findings.Count > 0 && !isGround,
            ["flags"] = awaiting > 0 && confirmed == 0 && !isGround,
            ["awaiting"] = awaiting > 0 && !isGround,
            ["persons"] = confirmed > 0,
            ["by_fact"] = byFact > 0,
            ["together"] = confirmed > 0 && byFact > 0,
            ["nonconforming"] = items.Count > 0,
            ["grouped"] = items.Any(item => item is { IsConfirmed: true, Cause: not null }),
            ["given"] = findings.Any(found => found.HasFacts),
            ["third_party"] = findings.Any(found => found.ByThirdParty.Count > 0),
            ["amounts"] = claim.Amounts.Lines.Any(line => !line.LacksBound),
            ["guaranteed"] = guaranteed,
            ["told"] = claim.Facts.Story is { } story && StoryRows.Of(story, claim, texts).Count > 0,
            ["exhibits"] = claim.Facts.HasPacket == true && ExhibitNumbers.Of(claim.Record).Count > 0,
            ["contingency"] = claim.Amounts.Contingency is not null,
            ["confirmed_refund"] = Total(claim, AmountKind.ConfirmedItems) is not null && !guaranteed,
            ["none_shipped"] = shipped == 0,
            ["some_shipped"] = shipped > 0 && shipped < all,
            ["all_shipped"] = all > 0 && shipped == all,
            ["cisg"] = isCisg,
            ["cisg_notice"] = isCisg && delivery == DeliveryState.After && isGround,
            ["cisg_cited"] = isCisg && delivery is not null && findings.Count > 0,
            ["cisg_options"] = claim.Remedies.Any(check => LetterTables.IsOption(check) && check.Ground.Law is not null),
            ["cisg_after"] = isCisg && delivery == DeliveryState.After && findings.Count > 0,
            ["cisg_before"] = isCisg && delivery == DeliveryState.Before && findings.Count > 0,
            ["cisg_cure"] = isCisg && Delivery.MayBeCured(record) && findings.Count > 0,
        };

        // Said once, beside the level or, where none was agreed, beside the standard.
        string? Inspected(string? said) => said is not null && agreement.InspectionSeverity is { } severity
            ? texts.Say("level.severity", ("level", said), ("severity", texts.Word("inspection." + Code(severity)))) : said;
    }

    private static string? TellerOf(CaseStory story, LetterTexts texts) =>
        (story.Person, texts.Day(story.Day)) switch { (null, var day) => day, (var person, null) => person, var (person, day) => $"{person}, {day}" };

    /// <exception cref="InvalidOperationException">A text names a field that no claim has.</exception>
    public string? this[string field] => _values.TryGetValue(field, out var value) ? value : throw new InvalidOperationException($"no field '{field}'");

    /// <summary>What belongs in the place of a field that nobody filled.</summary>
    public string Blank(string field) => _texts.Word("blank." + field, _answerDays);

    public bool Holds(string fact) => _facts.TryGetValue(fact, out var holds) ? holds : throw new InvalidOperationException($"no fact '{fact}'");

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the texts and claim.json name a value: late_delivery.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => new Word(value).Code;

    // The deadlines stand in the order of their dates: of several lots the earliest leads.
    private string? By(Claim claim, DeadlineKind kind) =>
        claim.Deadlines.FirstOrDefault(deadline => deadline.Kind == kind) is { } first ? DeadlineWords.By(first, _texts) : null;

    private static string? Total(Claim claim, AmountKind way) =>
        claim.Amounts.Totals.Single(total => total.Kind == way) is { Printed.Length: > 0 } total ? total.Printed : null;
}
