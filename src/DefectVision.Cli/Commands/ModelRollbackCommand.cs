using System.CommandLine;
using DefectVision.Training.Champions;

namespace DefectVision.Cli.Commands;

/// <summary><c>model rollback M.onnx</c>: the model before takes its place back.</summary>
internal static class ModelRollbackCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var model = new Argument<string>("MODEL") { Description = "the model in use, NAME.onnx with NAME.history.jsonl beside it" };
        var command = new Command("rollback", """
            Put back the model that the last promotion replaced; once more, the one before that.

            The model that leaves is kept beside it as NAME.SHA12.onnx, and NAME.history.jsonl says what was done.

            Example: defectvision model rollback boards.onnx
            """)
        {
            model,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var path = parsed.GetRequiredValue(model);
            var (back, left, keptAt) = Succession.RollBack(path, context.Clock.GetUtcNow());
            context.Streams.Answer.WriteLine($"back: {path}, SHA-256 {back}");
            context.Streams.Answer.WriteLine($"left: SHA-256 {left}, kept as {keptAt}");
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
