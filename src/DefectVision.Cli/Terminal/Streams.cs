using System.Text;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>stdout carries the answer, stderr the progress and the log. Neither is coloured or drawn over when it is not a terminal.</summary>
internal sealed class Streams(TextWriter answer, TextWriter log, bool answerIsTerminal, bool logIsTerminal)
{
    /// <summary>Width of a table where no terminal tells one.</summary>
    private const int PlainWidth = 140;

#pragma warning disable CA2000 // They live as long as the process.
    public static Streams OfProcess() => new(
        System.Console.IsOutputRedirected ? Utf8(System.Console.OpenStandardOutput()) : System.Console.Out,
        System.Console.IsErrorRedirected ? Utf8(new UnheardStream(System.Console.OpenStandardError())) : System.Console.Error,
        !System.Console.IsOutputRedirected,
        !System.Console.IsErrorRedirected);
#pragma warning restore CA2000

    /// <summary>For machine-readable answers.</summary>
    public TextWriter Answer => answer;

    /// <summary>For answers that a person reads.</summary>
    public IAnsiConsole AnswerConsole { get; } = Console(answer, answerIsTerminal);

    public IAnsiConsole Log { get; } = Console(log, logIsTerminal);

    /// <summary>One line for a person on stderr.</summary>
    public void Say(string text) => log.WriteLine(Plain.Text(text));

#pragma warning disable CA2000 // They live as long as the process.
    // A terminal is written in its own encoding; what a program reads is UTF-8, whatever the locale (RFC 8259, 8.1).
    private static TextWriter Utf8(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true });
#pragma warning restore CA2000

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
