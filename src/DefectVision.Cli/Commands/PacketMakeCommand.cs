using System.CommandLine;
using DefectVision.Cases;

namespace DefectVision.Cli.Commands;

/// <summary><c>packet make DIR</c>: everything that the other side needs to check the report, sealed.</summary>
internal static class PacketMakeCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var inputs = new PacketInputs();
        var command = new Command("make", """
            Make the evidence packet: report, results, logs, agreement, lists and original photos, each under a hash tree whose root is printed.
            It is made of what the inspection kept; nothing is scored again. The packet of the same inspection is the same, byte for byte.
            HOW-TO-VERIFY.md in it says how to check it without this program.
            Examples:
              defectvision packet make inspections/PO-4711
              defectvision packet make inspections/PO-4711 --originals all --by "A. Buyer"
            Exit codes: 0 made, 64 wrong usage, 65 a photo or file is not the one that was inspected, 66 input not found, 74 output not written.
            """);
        inputs.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var key = inputs.Key(parsed);
            PacketAnswered.Say(Casework.Pack(inputs.Request(parsed, key), context.Case()), key, context);
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
