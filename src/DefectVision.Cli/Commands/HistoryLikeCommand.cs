using System.CommandLine;
using System.Text.Json.Nodes;
using DefectVision.Cases;
using DefectVision.Cases.Remembering;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Wording;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary><c>history like PHOTO</c>: exhibits that show something like it.</summary>
internal static class HistoryLikeCommand
{
    private const string Schema = "defectvision/like/1";

    public static Command Build(Func<ParseResult, Session> session)
    {
        var photo = new Argument<string>("PHOTO") { Description = "a photo that shows a defect; one cut close to it tells more" };
        var most = new Option<int>("--most") { Description = "exhibits listed at most", DefaultValueFactory = _ => 20 };
        var history = HistoryOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("like", """
            Exhibits of earlier inspections that show something like a photo, the likest first: has this supplier, or another, sent this before?

            An exhibit is known by its most suspect place, where a reader drew the defect, or where the model or the order is hottest; the nearest
            place of the photo is held against it. The order says where to look, and proves nothing.

            Example: defectvision history like hole.jpg

            Exit codes: 0 shown, 64 wrong usage, 65 not a photo or not a history, 66 input not found, 69 feature network not usable.
            """)
        {
            photo, most, history, format,
        };
        Patterns.Range(most, 1, 10_000);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var like = Casework.Like(Path.GetFullPath(parsed.GetRequiredValue(photo)), parsed.GetRequiredValue(history), context.Case());
            var shown = like.Take(parsed.GetValue(most)).ToList();
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(shown).ToJsonString(Figure.Indented));
            }
            else
            {
                Write(shown, like.Count, context.Streams);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Write(IReadOnlyList<LikeExhibit> shown, int all, Streams streams)
    {
        if (shown.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns(
                new TableColumn("likeness").RightAligned(), new TableColumn("class"), new TableColumn("day"), new TableColumn("supplier"), new TableColumn("shipment"), new TableColumn("lot"), new TableColumn("exhibit").RightAligned(), new TableColumn("photo"));
            foreach (var like in shown)
            {
                table.AddRow(
                    FormattableString.Invariant($"{like.Likeness:0.00}"), Plain.Cell(like.Exhibit.Class), Figures.Day(like.Shipment.Day), Plain.Cell(like.Shipment.Supplier), Plain.Cell(like.Shipment.Name), Plain.Cell(like.Lot.Name), FormattableString.Invariant($"{like.Exhibit.Number}"), Plain.Cell(like.Exhibit.Photo));
            }

            streams.AnswerConsole.Write(table);
        }

        streams.Answer.WriteLine(all == 0 ? "no exhibit that is kept has a suspect place to compare with" : FormattableString.Invariant($"exhibits compared: {all}; likeness is the cosine of two places, an order to look in and no probability"));
    }

    private static JsonObject Json(IReadOnlyList<LikeExhibit> shown) => new()
    {
        ["schema"] = Schema,
        ["exhibits"] = new JsonArray([.. shown.Select(like => new JsonObject
        {
            ["likeness"] = Math.Round(like.Likeness, 4),
            ["class"] = like.Exhibit.Class,
            ["day"] = Figures.Day(like.Shipment.Day),
            ["supplier"] = like.Shipment.Supplier,
            ["shipment"] = like.Shipment.Name,
            ["lot"] = like.Lot.Name,
            ["exhibit"] = like.Exhibit.Number,
            ["item"] = like.Exhibit.Item,
            ["photo"] = like.Exhibit.Photo,
            ["case"] = like.Shipment.Folder,
        })]),
    };
}
