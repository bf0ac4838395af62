using System.Text.Json.Nodes;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Answers;

/// <summary>What <c>verify</c> answers.</summary>
internal static class PacketAnswer
{
    private const string Schema = "defectvision/verification/1";

    public static JsonObject Json(PacketFindings findings) => new()
    {
        ["schema"] = Schema,
        ["holds"] = findings.Holds,
        ["signed"] = findings.IsSigned,
        ["root"] = findings.Root,
        ["seal_sha256"] = findings.SealSha256,
        ["parts"] = new JsonArray([.. findings.Parts.Select(part => new JsonObject
        {
            ["part"] = part.Part,
            ["answer"] = Word(part.Answer).Replace(' ', '_'),
            ["detail"] = part.Detail,
        })]),
    };

    public static void Text(PacketFindings findings, TextWriter answer)
    {
        answer.WriteLine(findings.IsSigned ? "signed: yes; by whom, and whether that holds, is told below" : "signed: no; nothing shows who made this packet, and whoever has it can make another");
        foreach (var same in findings.Parts.Where(part => part.Answer == CheckAnswer.Holds).GroupBy(part => part.Detail, StringComparer.Ordinal))
        {
            Line(CheckAnswer.Holds, same.Skip(1).Any() ? FormattableString.Invariant($"{same.Count()} files") : same.First().Part, same.Key);
        }

        foreach (var part in findings.Parts.Where(part => part.Answer != CheckAnswer.Holds).OrderBy(part => part.Answer == CheckAnswer.Fails ? 1 : 0))
        {
            Line(part.Answer, part.Part, part.Detail);
        }

        var failing = findings.Parts.Count(part => part.Answer == CheckAnswer.Fails);
        var open = findings.Parts.Count(part => part.Answer == CheckAnswer.NotChecked);
        answer.WriteLine($"root: {findings.Root ?? "none"}");
        answer.WriteLine($"seal SHA-256: {findings.SealSha256 ?? "none"}");
        answer.WriteLine(findings.Holds
            ? FormattableString.Invariant($"The packet holds. Not checked: {open}.")
            : FormattableString.Invariant($"The packet does not hold. Failing: {failing}. Not checked: {open}."));

        void Line(CheckAnswer word, string part, string detail) => answer.WriteLine($"{Word(word),-13} {Shown(part)}: {Shown(detail)}");
    }

    // A name in a packet was chosen by whoever made it.
    private static string Shown(string text) => Plain.Text(text).Replace("\n", "\n    ", StringComparison.Ordinal);

    private static string Word(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Holds => "holds",
        CheckAnswer.Fails => "does not hold",
        _ => "not checked",
    };
}
