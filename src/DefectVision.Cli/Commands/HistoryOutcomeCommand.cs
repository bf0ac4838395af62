using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefectVision.Cases;
using DefectVision.Cli.Terminal;
using DefectVision.History;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Cli.Commands;

/// <summary><c>history outcome CASE</c>: what became of a claim.</summary>
internal static class HistoryOutcomeCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = new Argument<string>("CASE") { Description = "the output folder of an inspection (inspections/NAME)" };
        var notified = HistoryOption.Day("--notified", "when the supplier was told");
        var answered = HistoryOption.Day("--answered", "when he answered");
        var remedy = new Option<Remedy?>("--remedy") { Description = "that was agreed: refund, replacement, credit, rework or price reduction", CustomParser = RemedyOf };
        var amount = new Option<decimal?>("--amount") { Description = "that was agreed, in the currency of the agreement; 0: none", CustomParser = Amount };
        var agreed = HistoryOption.Day("--agreed", "when it was agreed");
        var received = HistoryOption.Day("--received", "when the amount or the goods came");
        var note = new Option<string?>("--note") { Description = "in a few words" };
        var replacement = new Option<string?>("--replacement") { Description = "the inspection of the goods that came in place of these (inspections/NAME): the two are compared from then on" };
        var back = new Option<bool>("--take-back") { Description = "take back what was told last" };
        var history = HistoryOption.Build();
        var command = new Command("outcome", """
            Tell what became of a claim: when the supplier was told and answered, what was agreed, and when it came.

            What is told later is added to what is known, and takes its place where both say something. The inspection is kept with it,
            and stays as it is.

            Examples:
              defectvision history outcome inspections/PO-4711 --notified 2026-12-01 --answered 2026-12-07
              defectvision history outcome inspections/PO-4711 --remedy refund --amount 487.50 --agreed 2026-12-20
              defectvision history outcome inspections/PO-4711 --remedy replacement --received 2027-01-30 --replacement inspections/PO-4711-R

            Exit codes: 0 kept, 64 wrong usage, 65 not a finished inspection or not a history, 66 input not found, 74 not written,
            75 another program uses the history.
            """)
        {
            folder, notified, answered, remedy, amount, agreed, received, note, replacement, back, history,
        };
        command.Validators.Add(result =>
        {
            var told = new Option[] { notified, answered, remedy, amount, agreed, received, note, replacement }.Count(option => result.GetResult(option) is not null);
            if (told == 0 && result.GetResult(back) is null)
            {
                result.AddError("found nothing to tell, wanted one of --notified, --answered, --remedy, --amount, --agreed, --received, --note, --replacement and --take-back");
            }
            else if (told > 0 && result.GetResult(back) is not null)
            {
                result.AddError("--take-back: wanted it alone");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            if (parsed.GetValue(back))
            {
                var isTaken = Casework.TakeBackOutcome(CaseArgument.Folder(parsed, folder), parsed.GetRequiredValue(history));
                context.Streams.Answer.WriteLine(isTaken ? "taken back: what was told last" : "nothing was told");
                return ExitCode.Accepted;
            }

            var kept = Casework.TellOutcome(
                CaseArgument.Folder(parsed, folder),
                parsed.GetRequiredValue(history),
                new OutcomeEntry(
                    parsed.GetValue(notified), parsed.GetValue(answered), parsed.GetValue(remedy), parsed.GetValue(amount), parsed.GetValue(agreed), parsed.GetValue(received), parsed.GetValue(note)),
                parsed.GetValue(replacement) is { } other ? CaseArgument.Folder(other) : null,
                context.Case());
            context.Streams.Answer.WriteLine($"told: {Plain.Text(kept.Name)}: {Plain.Text(kept.Shipment.Supplier ?? "no supplier named")}");
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    // As the agreement writes it: "price reduction", "price_reduction".
    private static Remedy? RemedyOf(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (Enum.GetValues<Remedy>().Cast<Remedy?>().FirstOrDefault(one => $"{one}".Equals(string.Concat(word.Split(' ', '_', '-')), StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        result.AddError($"--remedy: found '{word}', wanted refund, replacement, credit, rework or price reduction");
        return null;
    }

    private static decimal? Amount(ArgumentResult result)
    {
        // No currency has more than three decimals.
        if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount.Scale <= 3)
        {
            return amount;
        }

        result.AddError($"--amount: found '{result.Tokens[0].Value}', wanted an amount such as 487.50, 0 or more");
        return null;
    }
}
