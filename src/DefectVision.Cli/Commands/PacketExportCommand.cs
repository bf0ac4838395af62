using System.CommandLine;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary><c>packet export PACKET</c>: one zip, the same bytes each time.</summary>
internal static class PacketExportCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var packet = new Argument<string>("PACKET") { Description = "a packet's folder" };
        var output = new Option<string>("--out", "-o") { Description = "the zip to write", Required = true };
        var command = new Command("export", """
            Pack a packet that holds into one zip, the same bytes each time. verify reads it as it is.

            Example: defectvision packet export inspections/PO-4711/packet --out PO-4711.zip
            """)
        {
            packet, output,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var folder = parsed.GetRequiredValue(packet);
            if (!Directory.Exists(folder))
            {
                throw new DirectoryNotFoundException($"{folder}: no such folder");
            }

            var file = Path.GetFullPath(parsed.GetRequiredValue(output));
            if (!Path.GetRelativePath(Path.GetFullPath(folder), file).StartsWith("..", StringComparison.Ordinal))
            {
                throw new UsageException($"--out: found {parsed.GetRequiredValue(output)} in the packet, wanted it elsewhere: a file added to a packet breaks it");
            }

            PacketArchive.Write(folder, file, context.Cancel);
            context.Streams.Answer.WriteLine($"zip: {parsed.GetRequiredValue(output)}");
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
