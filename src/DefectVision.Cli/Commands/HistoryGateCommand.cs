using System.CommandLine;
using System.Text.Json.Nodes;
using DefectVision.Cli.Answers;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Cli.Commands;

/// <summary><c>history gate CASE...</c>: whether lots pass a milestone.</summary>
internal static class HistoryGateCommand
{
    private const string Schema = "defectvision/gate/1";

    public static Command Build(Func<ParseResult, Session> session)
    {
        var cases = new Argument<string[]>("CASE") { Description = "inspections that the history keeps (inspections/NAME)", Arity = ArgumentArity.OneOrMore };
        var most = new Option<double>("--at-most") { Description = "nonconforming items of the lot, in percent", Required = true, CustomParser = Patterns.Percent };
        var lot = new Option<string?>("--lot") { Description = "only lots of this name" };
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("gate", """
            Whether lots pass a milestone that wants at most so many nonconforming items, shown at 95 %: a pilot run, the first of a new mould.

            A lot passes where even the upper bound of its report is within the limit, and fails where even the lower bound is above it. That is
            more than a sampling plan asks: it accepts lots of which nothing is shown.

            Example: defectvision history gate inspections/PO-4711 --at-most 4

            Exit codes: 0 every lot passes, 1 at least one fails, 2 neither is shown of at least one, 64 wrong usage, 65 not a history, or a case
            is not in it, 66 input not found.
            """)
        {
            cases, most, lot, history, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var limit = parsed.GetValue(most);
            var lots = HistoryLots.Of(parsed.GetRequiredValue(history), parsed.GetRequiredValue(cases), parsed.GetValue(lot))
                .Select(one => (one.Shipment, Gate: QualityGate.Of(one.Lot, limit / 100))).ToList();
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(lots, limit).ToJsonString(Figure.Indented));
            }
            else
            {
                foreach (var (shipment, gate) in lots)
                {
                    context.Streams.Answer.WriteLine(Said(shipment, gate, limit));
                }
            }

            return lots.Any(one => one.Gate.Answer == GateAnswer.Fails) ? ExitCode.Rejected
                : lots.All(one => one.Gate.Answer == GateAnswer.Passes) ? ExitCode.Accepted
                : ExitCode.Hold;
        }, cancel)));
        return command;
    }

    private static string Said(ShipmentEntry shipment, QualityGate gate, double limit)
    {
        var name = HistoryLots.Name(shipment, gate.Lot);
        if (gate.Lot.Bounds is not { } bounds)
        {
            return $"{name}: open: nobody has looked at it";
        }

        var random = bounds.IsGuaranteed ? string.Empty : ", if its items were drawn at random";
        var between = $"at least {PrintedShare.AtLeast(bounds.Lower)} % and at most {PrintedShare.AtMost(bounds.Upper)} % nonconforming, 95 % each{random}";
        return gate.Answer switch
        {
            GateAnswer.Passes => FormattableString.Invariant($"{name}: passes: {between}; wanted at most {limit} %"),
            GateAnswer.Fails => FormattableString.Invariant($"{name}: fails: {between}; wanted at most {limit} %"),
            _ => FormattableString.Invariant($"{name}: open: {between}; wanted at most {limit} %. {(gate.ItemsToPass is { } items ? $"A new sample of {items} items, of which as many are nonconforming, would pass" : "No sample of which as many are nonconforming would pass")}"),
        };
    }

    private static JsonObject Json(IReadOnlyList<(ShipmentEntry Shipment, QualityGate Gate)> lots, double limit) => new()
    {
        ["schema"] = Schema,
        ["at_most_percent"] = limit,
        ["lots"] = new JsonArray([.. lots.Select(one => new JsonObject
        {
            ["shipment"] = one.Shipment.Name,
            ["lot"] = one.Gate.Lot.Name,
            ["answer"] = new Word(one.Gate.Answer).Code,
            ["lower"] = one.Gate.Lot.Bounds?.Lower,
            ["upper"] = one.Gate.Lot.Bounds?.Upper,
            ["guaranteed"] = one.Gate.Lot.Bounds?.IsGuaranteed,
            ["items_to_pass"] = one.Gate.ItemsToPass,
        })]),
    };
}
