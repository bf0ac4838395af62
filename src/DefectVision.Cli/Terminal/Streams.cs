using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>stdout carries the answer, stderr the progress and the log. Neither is coloured or drawn over when it is not a terminal.</summary>
internal sealed class Streams(TextWriter answer, TextWriter log, bool answerIsTerminal, bool logIsTerminal)
{
    /// <summary>Width of a table where no terminal tells one.</summary>
    private const int PlainWidth = 140;

    public static Streams OfProcess() => new(
        System.Console.Out,
        System.Console.Error,
        !System.Console.IsOutputRedirected,
        !System.Console.IsErrorRedirected);

    /// <summary>For machine-readable answers.</summary>
    public TextWriter Answer => answer;

    /// <summary>For answers that a person reads.</summary>
    public IAnsiConsole AnswerConsole { get; } = Console(answer, answerIsTerminal);

    public IAnsiConsole Log { get; } = Console(log, logIsTerminal);

    /// <summary>One line for a person on stderr.</summary>
    public void Say(string text) => log.WriteLine(text);

    private static IAnsiConsole Console(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
