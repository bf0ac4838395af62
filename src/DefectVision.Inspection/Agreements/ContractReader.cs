using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Reads what the agreement says of the parties, the contract and the costs.</summary>
internal sealed class ContractReader(YamlValues values)
{
    /// <summary>A name alone, or a map with a name in it; null for a map in which all is blank.</summary>
    public Party? Party(YamlNode node, string what)
    {
        if (node is YamlScalarNode)
        {
            return new Party(values.Text(node, what));
        }

        var party = new Party(string.Empty);
        var entries = values.Entries(node, what).ToList();
        foreach (var (key, value) in entries)
        {
            switch (key)
            {
                case "name":
                    party = party with { Name = values.Text(value, key) };
                    break;
                case "address":
                    party = party with { Address = values.Text(value, key) };
                    break;
                case "contact":
                    party = party with { Contact = values.Text(value, key) };
                    break;
                case "country":
                    party = party with { Country = Country(value, what) };
                    break;
                case "region":
                    party = party with { Region = values.Text(value, key) };
                    break;
                default:
                    values.NotReadWithin(what, key, value);
                    break;
            }
        }

        return entries.Count == 0 ? null : party.Name.Length > 0 ? party : throw values.Wrong(node, $"{what} without a name", "name: …");
    }

    /// <summary>A number alone, or a map with a number in it; null for a map in which all is blank.</summary>
    public Invoice? Invoice(YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new Invoice(values.Text(node, "invoice"));
        }

        var invoice = new Invoice(string.Empty);
        var entries = values.Entries(node, "invoice").ToList();
        foreach (var (key, value) in entries)
        {
            switch (key)
            {
                case "number":
                    invoice = invoice with { Number = values.Text(value, key) };
                    break;
                case "date":
                    invoice = invoice with { Date = values.Date(value, "invoice.date") };
                    break;
                default:
                    values.NotReadWithin("invoice", key, value);
                    break;
            }
        }

        return entries.Count == 0 ? null : invoice.Number.Length > 0 ? invoice : throw values.Wrong(node, "an invoice without a number", "number: …");
    }

    public Costs Costs(YamlNode node)
    {
        var costs = Agreements.Costs.None;
        foreach (var (key, value) in values.Entries(node, "costs"))
        {
            switch (key)
            {
                case "rework_per_item":
                    costs = costs with { ReworkPerItem = values.Price(value, "costs.rework_per_item") };
                    break;
                case "sorting_per_item":
                    costs = costs with { SortingPerItem = values.Price(value, "costs.sorting_per_item") };
                    break;
                case "sorting_fixed":
                    costs = costs with { SortingFixed = values.Price(value, "costs.sorting_fixed") };
                    break;
                case "reinspection_fee":
                    costs = costs with { ReinspectionFee = values.Price(value, "costs.reinspection_fee") };
                    break;
                case "freight":
                    costs = costs with { Freight = values.Price(value, "costs.freight") };
                    break;
                default:
                    values.NotReadWithin("costs", key, value);
                    break;
            }
        }

        return costs;
    }

    public Contract Contract(YamlNode node)
    {
        var contract = Agreements.Contract.None;
        foreach (var (key, value) in values.Entries(node, "contract"))
        {
            contract = key switch
            {
                "number" => contract with { Number = values.Text(value, key) },
                "date" => contract with { Date = values.Date(value, "contract.date") },
                "tolerance" => Tolerance(contract, value),
                "claim_single_items" => contract with { ClaimsSingleItems = values.YesOrNo(value, "contract.claim_single_items") },
                "inspection_period" => Period(contract, value),
                "notice_hours" => contract with { NoticeHours = values.Days(value, "contract.notice_hours") },
                "answer_business_days" => contract with { AnswerBusinessDays = values.Days(value, "contract.answer_business_days") },
                "remedies" => contract with { Remedies = [.. values.Items(value, "contract.remedies").Select(item => values.One<Remedy>(values.Text(item, "remedy"), item, "contract.remedies"))] },
                "governing_law" => contract with { GoverningLaw = values.Text(value, key) },
                "law" => contract with { Law = Law(value) },
                "arbitration" => contract with { Arbitration = values.Text(value, key) },
                "late_delivery" => Late(contract, value),
                "clauses" => contract with { Clauses = values.Map(value, "contract.clauses", (topic, number) => values.Text(number, topic)) },
                _ => NotRead(contract, key, value),
            };
        }

        return contract;
    }

    /// <summary>When, where and by whom the goods were inspected.</summary>
    public InspectionVisit Visit(YamlNode node)
    {
        var visit = InspectionVisit.None;
        foreach (var (key, value) in values.Entries(node, "inspection"))
        {
            switch (key)
            {
                case "date":
                    visit = visit with { Date = values.Date(value, "inspection.date") };
                    break;
                case "place":
                    visit = visit with { Place = values.Text(value, key) };
                    break;
                case "inspector":
                    visit = visit with { Inspector = values.Text(value, key) };
                    break;
                case "representative":
                    visit = visit with { Representative = values.Text(value, key) };
                    break;
                default:
                    values.NotReadWithin("inspection", key, value);
                    break;
            }
        }

        return visit;
    }

    private ContractLaw Law(YamlNode node) =>
        values.Text(node, "contract.law") is var text && text.Equals("CISG", StringComparison.OrdinalIgnoreCase)
            ? ContractLaw.Cisg
            : throw values.Wrong(node, $"contract.law '{text}'", "CISG, or nothing");

    private Contract Tolerance(Contract contract, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return contract with { TolerancePercent = values.Percent(node, "contract.tolerance") };
        }

        foreach (var (key, value) in values.Entries(node, "contract.tolerance"))
        {
            switch (key)
            {
                case "percent":
                    contract = contract with { TolerancePercent = values.Percent(value, "contract.tolerance.percent") };
                    break;
                case "kind":
                    contract = contract with { ToleranceKind = values.One<ToleranceKind>(values.Text(value, key), value, "contract.tolerance.kind") };
                    break;
                default:
                    values.NotReadWithin("contract.tolerance", key, value);
                    break;
            }
        }

        return contract;
    }

    private Contract Period(Contract contract, YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return contract with { InspectionDays = values.Days(node, "contract.inspection_period") };
        }

        foreach (var (key, value) in values.Entries(node, "contract.inspection_period"))
        {
            switch (key)
            {
                case "days":
                    contract = contract with { InspectionDays = values.Days(value, "contract.inspection_period.days") };
                    break;
                case "from":
                    contract = contract with { InspectionFrom = values.One<PeriodStart>(values.Text(value, key), value, "contract.inspection_period.from") };
                    break;
                default:
                    values.NotReadWithin("contract.inspection_period", key, value);
                    break;
            }
        }

        return contract;
    }

    private Contract Late(Contract contract, YamlNode node)
    {
        foreach (var (key, value) in values.Entries(node, "contract.late_delivery"))
        {
            switch (key)
            {
                case "percent_per_week":
                    contract = contract with { LatePercentPerWeek = values.Percent(value, "contract.late_delivery.percent_per_week") };
                    break;
                case "weeks":
                    contract = contract with { LateWeeks = values.One<LateWeeks>(values.Text(value, key), value, "contract.late_delivery.weeks") };
                    break;
                case "cap":
                    contract = contract with { LateCapPercent = values.Percent(value, "contract.late_delivery.cap") };
                    break;
                default:
                    values.NotReadWithin("contract.late_delivery", key, value);
                    break;
            }
        }

        return contract;
    }

    private Contract NotRead(Contract contract, string key, YamlNode value)
    {
        values.NotReadWithin("contract", key, value);
        return contract;
    }

    private string Country(YamlNode node, string what) =>
        values.Text(node, what) is { Length: 2 } code && code.All(char.IsAsciiLetterUpper)
            ? code
            : throw values.Wrong(node, $"{what}.country '{values.Text(node, what)}'", "two capital letters such as CN");
}
