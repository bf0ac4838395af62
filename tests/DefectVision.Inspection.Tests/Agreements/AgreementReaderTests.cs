using System.Security.Cryptography;
using System.Text;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rules: every value that is there must be right, or the error names line and column; what is not there stays null; what is not read is named.</summary>
public sealed class AgreementReaderTests
{
    [Fact]
    public void A_whole_agreement_is_read()
    {
        var agreement = Read("""
            purchase_order: PO-4711
            product: shirt, white
            supplier: 宁波服装厂
            buyer: Müller & Söhne
            standard: ISO 2859-1:1999
            inspection_level: S-3
            aql:
              critical: not allowed
              major: 1.5
              minor: 6.5
            lots:
              LOT-A: 280
              LOT-B:
                size: 1200
            classes:
              hole: critical
              stain:
                severity: minor
                cause: packaging
            """);
        Assert.Equal(
            ("PO-4711", "shirt, white", "宁波服装厂", "Müller & Söhne", "S-3"),
            (agreement.PurchaseOrder, agreement.Product, agreement.Supplier?.Name, agreement.Buyer?.Name, agreement.InspectionLevel));
        Assert.Equal([(Severity.Minor, 6.5m), (Severity.Major, 1.5m), (Severity.Critical, null)], agreement.Limits.Select(limit => (limit.Key, limit.Value.AqlPercent)));
        Assert.Equal([("LOT-A", 280L), ("LOT-B", 1200L)], agreement.Lots.Select(lot => (lot.Key, lot.Value.Size!.Value)));
        Assert.Equal(new AgreedClass(Severity.Critical, null), agreement.Classes["hole"]);
        Assert.Equal(new AgreedClass(Severity.Minor, Cause.Packaging), agreement.Classes["stain"]);
        Assert.Empty(agreement.Unread);
    }

    [Fact]
    public void Parties_contract_costs_and_dates_are_read()
    {
        var agreement = Read("""
            invoice: { number: INV-7, date: 2026-10-01 }
            supplier: { name: Works, address: "1 Road, Ningbo", contact: Li, country: CN }
            contract:
              number: C-1
              tolerance: 2.5
              inspection_period: { days: 10, from: shipment }
              notice_hours: 72
              answer_business_days: 7
              remedies: [refund, price reduction]
              late_delivery: { percent_per_week: 0.5, cap: 5 }
              law: CISG
              clauses: { notice: "7.4" }
            costs: { rework_per_item: 1.20, sorting_per_item: 0.15, sorting_fixed: 80, reinspection_fee: 300, freight: 900 }
            lots:
              LOT-A: { size: 280, cartons: 14, production_date: 2026-10-02, due_date: 2026-10-20, shipment_date: 2026-10-22, arrival_date: 2026-11-20 }
            """);
        Assert.Equal(new Invoice("INV-7", new DateOnly(2026, 10, 1)), agreement.Invoice);
        Assert.Equal(new Party("Works") { Address = "1 Road, Ningbo", Contact = "Li", Country = "CN" }, agreement.Supplier);
        var contract = agreement.Contract;
        Assert.Equal((2.5m, 10, PeriodStart.Shipment, 72, 7), (contract.TolerancePercent, contract.InspectionDays, contract.InspectionFrom, contract.NoticeHours, contract.AnswerBusinessDays));
        Assert.Equal([Remedy.Refund, Remedy.PriceReduction], contract.Remedies);
        Assert.Equal((0.5m, 5m, "7.4"), (contract.LatePercentPerWeek, contract.LateCapPercent, contract.Clauses["notice"]));
        Assert.Equal(new Costs { ReworkPerItem = 1.20m, SortingPerItem = 0.15m, SortingFixed = 80, ReinspectionFee = 300, Freight = 900 }, agreement.Costs);
        Assert.Equal(ContractLaw.Cisg, contract.Law);
        Assert.Equal((14L, new DateOnly(2026, 10, 22)), (agreement.Lots["LOT-A"].Cartons, agreement.Lots["LOT-A"].ShipmentDate));
        Assert.Empty(agreement.Unread);
    }

    [Theory]
    [InlineData("contract: { inspection_period: 0 }", "(1,32)", "from 1 to 10000")]
    [InlineData("contract: { tolerance: 101 }", "(1,24)", "from 0 to 100")]
    [InlineData("contract: { remedies: [money] }", "(1,24)", "refund, replacement, credit, rework, price reduction")]
    [InlineData("contract: { law: BGB }", "(1,18)", "found contract.law 'BGB', wanted CISG, or nothing")]
    [InlineData("costs: { reinspection_fee: some }", "(1,28)", "a price such as 12.50")]
    [InlineData("invoice: { date: 1.13.2026, number: 7 }", "(1,18)", "a date such as 2026-11-24")]
    [InlineData("supplier: { country: CN }", "(1,11)", "name")]
    [InlineData("buyer: { name: B, country: cn }", "(1,28)", "two capital letters")]
    public void A_wrong_value_names_its_place_and_what_is_wanted(string yaml, string place, string wanted)
    {
        var error = Assert.Throws<AgreementException>(() => Read(yaml)).Message;
        Assert.StartsWith("agreement.yaml" + place, error, StringComparison.Ordinal);
        Assert.Contains(wanted, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contract: { governing_law: 'CISG' }", null)]
    [InlineData("contract: { law: }", null)]
    [InlineData("contract: { law: cisg }", ContractLaw.Cisg)]
    public void Articles_may_be_cited_where_the_agreement_names_the_law_and_not_by_the_wording_of_the_governing_law(string yaml, ContractLaw? law) =>
        Assert.Equal(law, Read(yaml).Contract.Law);

    [Fact]
    public void The_form_to_fill_in_can_be_read_as_it_stands_and_agrees_nothing()
    {
        var agreement = Read(AgreementForm.Text);
        Assert.Equal(Agreement.None with { Sha256 = agreement.Sha256, FileName = agreement.FileName }, agreement with { Limits = Agreement.None.Limits, Lots = Agreement.None.Lots, Classes = Agreement.None.Classes, Levels = Agreement.None.Levels, Unread = Agreement.None.Unread, Contract = Contract.None });
        Assert.Empty(agreement.Unread);
        Assert.Empty(agreement.Contract.Remedies);
        Assert.Equal(0, agreement.Limits.Count + agreement.Lots.Count + agreement.Classes.Count + agreement.Levels.Count);
    }

    [Fact]
    public void What_is_missing_is_named_with_what_it_would_be_needed_for()
    {
        Assert.Contains(AgreementGap.Of(new AgreedTerms(Agreement.None), ["LOT-A"]), gap => gap.Key == "lots.LOT-A.size");
        Assert.Contains(AgreementGap.Of(new AgreedTerms(Agreement.None), []), gap => gap.Key == "invoice" && gap.NeededFor.InEnglish().Contains("refund", StringComparison.Ordinal));
        var known = new AgreedTerms(Agreement.None with { UnitPrice = 3, Contract = Contract.None with { InspectionDays = 10 }, Lots = new Dictionary<string, AgreedLot> { ["LOT-A"] = new(9) { ArrivalDate = new DateOnly(2026, 11, 20) } } });
        Assert.DoesNotContain(AgreementGap.Of(known, ["PO/LOT-A"]), gap => gap.Key is "unit_price" or "contract.inspection_period" || gap.Key.StartsWith("lots.", StringComparison.Ordinal));
        Assert.Contains(AgreementGap.Of(known, ["LOT-B"]), gap => gap.Key == "lots.LOT-B.arrival_date");
    }

    [Fact]
    public void The_hash_is_that_of_the_files_bytes()
    {
        var yaml = Encoding.UTF8.GetBytes("buyer: B\n");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(yaml)), AgreementReader.Read(yaml, "agreement.yaml").Sha256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a remark\n")]
    public void A_file_without_a_word_agrees_nothing(string yaml)
    {
        var agreement = Read(yaml);
        Assert.Null(agreement.PurchaseOrder);
        Assert.Empty(agreement.Limits);
        Assert.Empty(agreement.Lots);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() => Assert.Equal("B", Read("\uFEFFbuyer: B\n").Buyer?.Name);

    [Theory]
    [InlineData("lots:\n  LOT-A: 280\n", 280)]
    [InlineData("lots:\n  LOT-A: 1\n", 1)]
    [InlineData("lots:\n  LOT-A:\n    size: 280\n", 280)]
    [InlineData("lots: {LOT-A: \"280\"}\n", 280)]
    public void A_lots_size_may_stand_alone_or_under_its_name(string yaml, long size) => Assert.Equal(size, Read(yaml).Lots["LOT-A"].Size);

    [Fact]
    public void A_lot_may_be_named_without_its_size() => Assert.Null(Read("lots:\n  LOT-A: {}\n").Lots["LOT-A"].Size);

    [Theory]
    [InlineData("ISO 2859-1:1999")]
    [InlineData("iso2859-1:1999")]
    [InlineData("GB/T 2828.1-2012")]
    public void Only_an_edition_that_was_transcribed_is_a_standard(string standard) =>
        Assert.Equal("ISO 2859-1:1999 / GB/T 2828.1-2012", Read($"standard: {standard}\n").Standard);

    [Theory]
    [InlineData("I", "I")]
    [InlineData("ii", "II")]
    [InlineData("III", "III")]
    [InlineData("S-4", "S-4")]
    [InlineData("s2", "S-2")]
    public void Inspection_levels_are_named_as_in_the_standard(string written, string level) =>
        Assert.Equal(level, Read($"inspection_level: {written}\n").InspectionLevel);

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    public void Brackets_within_brackets_are_refused_before_they_take_the_stack(int depth) =>
        Assert.StartsWith("agreement.yaml(1,", Refusal(Encoding.UTF8.GetBytes("a: " + new string('[', depth))), StringComparison.Ordinal);

    // The library throws in other ways than its own on these (found by fuzzing); a shipment's agreement is refused with its place all the same.
    [Theory]
    [InlineData("buyer: !<> B\n", "a tag ('!') or a key that cannot be read")]
    [InlineData("buyer: !![ B\n", "a tag ('!') or a key that cannot be read")]
    [InlineData(" : B", "a tag ('!') or a key that cannot be read")]
    [InlineData(" : \u00CDov", "a tag ('!') or a key that cannot be read")]
    public void YAML_that_the_library_stumbles_over_is_broken(string yaml, string what)
    {
        var refusal = Refusal(Encoding.UTF8.GetBytes(yaml));
        Assert.StartsWith("agreement.yaml(", refusal, StringComparison.Ordinal);
        Assert.Contains("broken YAML: ", refusal, StringComparison.Ordinal);
        Assert.Contains(what, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_not_read_are_listed_with_their_line()
    {
        var agreement = Read("""
            buyer: B
            incoterm: FOB
            lots:
              LOT-A:
                size: 10
                colour: blue
            classes:
              hole:
                severity: major
                remedy: replace
            prices:
              unit: 3.20
            """);
        Assert.Equal("agreement.yaml", agreement.FileName);
        Assert.Equal(["line 2: incoterm", "line 6: lots.LOT-A.colour", "line 10: classes.hole.remedy", "line 12: prices"], agreement.Unread);
    }

    [Theory]
    [InlineData("lots:\n  LOT-A: { size: 12,000 }\n", 2, 25, "lots.LOT-A.000, a number where a key should stand", "12000")]
    [InlineData("supplier: { name: Haitong Co., Ltd., country: CN }\n", 1, 36, "'Ltd.' in braces, without a value", "in quotes")]
    [InlineData("aql:\n  major: 2.0\n", 2, 10, "aql.major '2.0'", "1.5, 2.5, 4.0")]
    [InlineData("aql:\n  major: 2,5\n", 2, 10, "aql.major '2,5'", "2.5")]
    [InlineData("aql:\n  major: -2.5\n", 2, 10, "aql.major '-2.5'", "2.5")]
    [InlineData("aql:\n  minor: 15\n", 2, 10, "aql.minor '15'", "10 or less: an AQL above 10 counts defects per 100 items")]
    [InlineData("aql:\n  severe: 2.5\n", 2, 11, "aql 'severe'", "minor, major, critical")]
    [InlineData("aql:\n  1: 2.5\n", 2, 6, "aql '1'", "minor, major, critical")]
    [InlineData("aql: 2.5\n", 1, 6, "aql that is not a list", "'key: value' lines")]
    [InlineData("lots:\n  LOT-A: 0\n", 2, 10, "lots.LOT-A size '0'", "1 or more")]
    [InlineData("lots:\n  LOT-A: -5\n", 2, 10, "lots.LOT-A size '-5'", "1 or more")]
    [InlineData("lots:\n  LOT-A: 1,000\n", 2, 10, "lots.LOT-A size '1,000'", "without separators")]
    [InlineData("lots:\n  LOT-A: 1.000\n", 2, 10, "lots.LOT-A size '1.000'", "without separators")]
    [InlineData("lots:\n  LOT-A: many\n", 2, 10, "lots.LOT-A size 'many'", "a whole number")]
    [InlineData("lots:\n  LOT-A: 99999999999999999999\n", 2, 10, "lots.LOT-A size", "a whole number")]
    [InlineData("lots:\n  LOT-A:\n    size: 2.5\n", 3, 11, "lots.LOT-A size '2.5'", "a whole number")]
    [InlineData("lots:\n  - LOT-A\n", 2, 3, "lots that is not a list of 'key: value'", "'key: value' lines")]
    [InlineData("classes:\n  hole: grave\n", 2, 9, "classes.hole 'grave'", "minor, major, critical")]
    [InlineData("classes:\n  hole:\n    severity: grave\n", 3, 15, "classes.hole.severity 'grave'", "minor, major, critical")]
    [InlineData("classes:\n  hole:\n    cause: weather\n", 3, 12, "classes.hole.cause 'weather'", "material, process, workmanship, packaging")]
    [InlineData("standard: ISO 3951-1\n", 1, 11, "standard 'ISO 3951-1'", "ISO 2859-1")]
    [InlineData("contract: { date: 05/11/2026 }\n", 1, 19, "contract.date '05/11/2026', which is 2026-11-05 or 2026-05-11", "a date with one reading")]
    [InlineData("inspection_level: IV\n", 1, 19, "inspection_level 'IV'", "I, II, III, S-1")]
    [InlineData("just a sentence\n", 1, 1, "the agreement that is not a list", "'key: value' lines")]
    public void A_wrong_value_is_refused_with_its_place_what_was_found_and_what_is_wanted(string yaml, int line, int column, string found, string wanted)
    {
        var message = Refusal(Encoding.UTF8.GetBytes(yaml));
        Assert.StartsWith($"agreement.yaml({line},{column}): found {found}", message, StringComparison.Ordinal);
        Assert.Contains(wanted, message[message.IndexOf(", wanted ", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buyer: \"open\nsupplier: S\n")]
    [InlineData("buyer: B\n\tsupplier: S\n")]
    [InlineData("lots:\n  LOT-A: [1\n")]
    [InlineData("buyer: B\nbuyer: C\n")]
    [InlineData("buyer: *nobody\n")]
    public void Broken_yaml_is_refused_with_its_place(string yaml) =>
        Assert.Matches(@"^agreement\.yaml\([1-9]\d*,[1-9]\d*\): ", Refusal(Encoding.UTF8.GetBytes(yaml)));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.StartsWith("agreement.yaml(1,1): found bytes that are no text", Refusal([0x62, 0, 0, 0, 0x62]), StringComparison.Ordinal);

    [Fact]
    public void A_second_document_in_the_file_is_not_passed_over_in_silence() =>
        Assert.StartsWith("agreement.yaml(3,1): found a second document", Refusal("buyer: B\n---\naql:\n  major: 1.0\n"u8.ToArray()), StringComparison.Ordinal);

    private static Agreement Read(string yaml) => AgreementReader.Read(Encoding.UTF8.GetBytes(yaml), "agreement.yaml");

    private static string Refusal(byte[] yaml) => Assert.Throws<AgreementException>(() => AgreementReader.Read(yaml, "agreement.yaml")).Message;

    // Blank keys say nothing, in braces as on lines; names of lots and classes are anything.
    [Theory]
    [InlineData("supplier: { name: Haitong, address: , country: }\n")]
    [InlineData("supplier: { name: \"Haitong Co., Ltd.\", country: CN }\n")]
    [InlineData("lots: { LOT-A: , \"Lot B, blue\": 500 }\n")]
    [InlineData("aql: { critical+major: , minor: 4.0 }\n")]
    public void What_is_blank_in_braces_says_nothing(string yaml) => Assert.NotNull(AgreementReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml), "agreement.yaml"));
}
