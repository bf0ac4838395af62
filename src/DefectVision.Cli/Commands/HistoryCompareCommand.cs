using System.CommandLine;
using System.Text.Json.Nodes;
using DefectVision.Cli.Answers;
using DefectVision.History.Scorecards;

namespace DefectVision.Cli.Commands;

/// <summary><c>history compare CASE...</c>: lots against each other.</summary>
internal static class HistoryCompareCommand
{
    private const string Schema = "defectvision/lots-compared/1";
    private const int MostNamed = 10;

    public static Command Build(Func<ParseResult, Session> session)
    {
        var cases = new Argument<string[]>("CASE") { Description = "inspections that the history keeps (inspections/NAME); of one its own lots are compared", Arity = ArgumentArity.OneOrMore };
        var lot = new Option<string?>("--lot") { Description = "only lots of this name" };
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("compare", """
            Whether lots differ in their rates of nonconforming items: mould 3 from mould 4, this month from last.

            Each two lots are held against each other by Fisher's exact test, two-sided, adjusted for all pairs together (Holm); all lots at once
            by a chi-squared test. For random samples. That lots differ says nothing of the cause. Whether
            a replacement is better than what it replaces is another question, which the dashboard answers (one-sided).

            Examples:
              defectvision history compare inspections/PO-4711 inspections/PO-4713
              defectvision history compare inspections/PO-4711 inspections/PO-4712 --lot LOT-A

            Exit codes: 0 shown, 64 wrong usage, 65 not a history, or a case is not in it, 66 input not found.
            """)
        {
            cases, lot, history, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var lots = HistoryLots.Of(parsed.GetRequiredValue(history), parsed.GetRequiredValue(cases), parsed.GetValue(lot));
            if (lots.Count(one => one.Lot.Found is not null) is > LotComparison.MostLots and var many)
            {
                throw new UsageException(FormattableString.Invariant($"CASE: found {many} lots, wanted {LotComparison.MostLots} at most; --lot takes those of one name"));
            }

            var comparison = LotComparison.Of(lots);
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(comparison).ToJsonString(Figure.Indented));
            }
            else
            {
                Write(comparison, context.Streams.Answer);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Write(LotComparison comparison, TextWriter answer)
    {
        foreach (var (shipment, lot) in comparison.Lots)
        {
            answer.WriteLine(FormattableString.Invariant($"{HistoryLots.Name(shipment, lot)}: {lot.Nonconforming} of {lot.Decided} nonconforming ({100.0 * lot.Nonconforming / lot.Decided:0.0} %)"));
        }

        foreach (var (shipment, lot) in comparison.NotLookedAt)
        {
            answer.WriteLine($"{HistoryLots.Name(shipment, lot)}: nobody has looked at it; it is not compared");
        }

        if (comparison.Lots.Count < 2)
        {
            answer.WriteLine("nothing to compare: wanted two lots or more that somebody looked at");
            return;
        }

        if (comparison.Lots.Count > 2 && comparison.All is { } all)
        {
            answer.WriteLine(FormattableString.Invariant($"all lots: p {Figure.PValue(all.PValue)} if they were alike (chi-squared {all.Statistic:0.00}, {all.Degrees} degrees of freedom{(comparison.IsAllApplicable ? string.Empty : "; too few nonconforming items for it to be trusted")})"));
        }

        var different = comparison.Pairs.Where(pair => pair.IsDifferent).OrderBy(pair => pair.Adjusted).ToList();
        foreach (var pair in different.Take(MostNamed))
        {
            answer.WriteLine(FormattableString.Invariant($"different: {Pair(comparison, pair)}, p (two-sided) {Figure.PValue(pair.PValue)}, for all pairs together {Figure.PValue(pair.Adjusted)}"));
        }

        var least = comparison.Pairs.MinBy(pair => pair.Adjusted)!;
        answer.WriteLine(different.Count > MostNamed ? FormattableString.Invariant($"and {different.Count - MostNamed} pairs more, of {comparison.Pairs.Count}")
            : different.Count > 0 ? FormattableString.Invariant($"pairs: {comparison.Pairs.Count}, different at 5 %: {different.Count}")
            : FormattableString.Invariant($"no two lots are shown to differ at 5 %; nearest {Pair(comparison, least)}, p (two-sided) {Figure.PValue(least.PValue)}, for all pairs together {Figure.PValue(least.Adjusted)}"));
    }

    private static string Pair(LotComparison comparison, LotPair pair) =>
        $"{HistoryLots.Name(comparison.Lots[pair.First].Shipment, comparison.Lots[pair.First].Lot)} and {HistoryLots.Name(comparison.Lots[pair.Second].Shipment, comparison.Lots[pair.Second].Lot)}";

    private static JsonObject Json(LotComparison comparison) => new()
    {
        ["schema"] = Schema,
        ["lots"] = new JsonArray([.. comparison.Lots.Select(one => new JsonObject { ["shipment"] = one.Shipment.Name, ["lot"] = one.Lot.Name, ["nonconforming"] = one.Lot.Nonconforming, ["decided"] = one.Lot.Decided })]),
        ["not_looked_at"] = new JsonArray([.. comparison.NotLookedAt.Select(one => new JsonObject { ["shipment"] = one.Shipment.Name, ["lot"] = one.Lot.Name })]),
        ["all"] = comparison.All is { } all ? new JsonObject { ["chi_squared"] = all.Statistic, ["degrees"] = all.Degrees, ["p"] = all.PValue.Value, ["applicable"] = comparison.IsAllApplicable } : null,
        ["pairs"] = new JsonArray([.. comparison.Pairs.Select(pair => new JsonObject { ["first"] = pair.First, ["second"] = pair.Second, ["p"] = pair.PValue.Value, ["p_holm"] = pair.Adjusted.Value, ["different"] = pair.IsDifferent })]),
    };
}
