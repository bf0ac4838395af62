using System.CommandLine;
using DefectVision.Cli.Answers;
using DefectVision.Inference;

namespace DefectVision.Cli.Commands;

/// <summary><c>model show M.onnx</c>: what a model says of itself, after its self-test.</summary>
internal static class ModelShowCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var model = new Argument<string>("MODEL") { Description = "the model file" };
        var format = Formats.Option("text", "json");
        var command = new Command("show", """
            What a model learned from, tells, was measured at and is not for, as its own file says.

            The self-test is run first: a model that fails it is not shown, exit code 69.

            Example: defectvision model show models/garments.onnx
            """)
        {
            model, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var loaded = Model.Load(parsed.GetRequiredValue(model));
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(ModelFacts.Json(loaded).ToJsonString(Figure.Indented));
            }
            else
            {
                ModelFacts.Write(loaded, context.Streams.AnswerConsole);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
