using System.CommandLine;
using System.Text.Json.Nodes;
using DefectVision.Cases;
using DefectVision.Cases.Remembering;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Wording;

namespace DefectVision.Cli.Commands;

/// <summary><c>history reused CASE</c>: photos of a case that were in other shipments.</summary>
internal static class HistoryReusedCommand
{
    private const string Schema = "defectvision/reused/1";

    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = CaseArgument.Build();
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("reused", """
            Photos of an inspection that were in other shipments of the history: the same file, or the same shot in another file (compressed again,
            resized, mirrored, cropped). inspect, claim and history add name the first few of each shipment; this lists all.

            Example: defectvision history reused inspections/PO-4711

            Exit codes: 0 none was, 3 some were, 64 wrong usage, 65 not a finished inspection or not a history, 66 input not found.
            """)
        {
            folder, history, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var reuse = Casework.Reused(CaseArgument.Folder(parsed, folder), parsed.GetRequiredValue(history), context.Case());
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(reuse).ToJsonString(Figure.Indented));
            }
            else
            {
                foreach (var photo in reuse.Photos)
                {
                    context.Streams.Answer.WriteLine($"{Plain.Text(photo.Path)}: {HistoryOption.How(photo)} as {Plain.Text(photo.OtherPath)} in {Plain.Text(photo.Shipment)} ({Figures.Day(photo.Day)})");
                }

                context.Streams.Answer.WriteLine(FormattableString.Invariant($"photos that were in other shipments: {reuse.Photos.Select(photo => photo.Path).Distinct().Count()}"));
                HistoryOption.SayNotCompared(reuse, context);
            }

            return reuse.Photos.Count == 0 ? ExitCode.Accepted : ExitCode.DoesNotHold;
        }, cancel)));
        return command;
    }

    private static JsonObject Json(Reuse reuse) => new()
    {
        ["schema"] = Schema,
        ["photos"] = new JsonArray([.. reuse.Photos.Select(photo => new JsonObject
        {
            ["path"] = photo.Path, ["shipment"] = photo.Shipment, ["day"] = Figures.Day(photo.Day), ["other_path"] = photo.OtherPath, ["same_file"] = photo.IsSameFile,
        })]),
        ["not_compared"] = Figure.Texts(reuse.NotCompared),
    };
}
