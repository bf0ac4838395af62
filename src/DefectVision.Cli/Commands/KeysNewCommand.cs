using System.CommandLine;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary><c>keys new</c>: a self-signed certificate to sign packets with.</summary>
internal static class KeysNewCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var output = new Option<string>("--out", "-o") { Description = "the file to write: PFX for NAME.pfx or NAME.p12, else PEM", Required = true };
        var name = new Option<string>("--name") { Description = "who signs, as the certificate will say", Required = true };
        var command = new Command("new", $"""
            Make a key with a self-signed certificate (ECDSA P-256, ten years) to sign packets with.

            A self-signed certificate shows that all packets signed with it come from the holder of one key. It does not show who that is: for that,
            tell its fingerprint to the other side yourself, or use a certificate that an authority issued.
            With {KeyPassword.Variable} set, the private key is locked with it.

            Example: defectvision keys new --out sealing-key.pem --name "Example Imports GmbH"
            """)
        {
            output, name,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var file = parsed.GetRequiredValue(output);
            if (Path.Exists(file))
            {
                throw new UsageException($"--out: found {file} already there, wanted a new name: packets signed with the old key would stay behind it");
            }

            var fingerprint = SigningKey.Create(file, parsed.GetRequiredValue(name), KeyPassword.Read(), context.Clock.GetUtcNow());
            context.Streams.Answer.WriteLine($"key: {file}");
            context.Streams.Answer.WriteLine($"certificate SHA-256: {fingerprint}");
            context.Say("Self-signed: anybody can make a certificate of this name. Give the SHA-256 to the other side yourself; only then does a signature point to you.");
            context.Say("Keep the file to yourself: whoever has it signs as you." + (KeyPassword.Read() is null ? $" It has no password ({KeyPassword.Variable} sets one)." : ""));
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
