using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary>What is said of a packet that was made.</summary>
internal static class PacketAnswered
{
    public static void Say(PacketMade made, SigningKey? key, SessionContext context)
    {
        foreach (var sentence in made.Missing)
        {
            context.Say($"not in the packet: {sentence}");
        }

        foreach (var sentence in made.Remarks)
        {
            context.Say(sentence);
        }

        context.Streams.Answer.WriteLine($"packet: {ShownPath.Of(made.Folder)}");
        context.Streams.Answer.WriteLine(made.Copies == 0
            ? FormattableString.Invariant($"files: {made.Files}, of which {made.Photos} original photos")
            : FormattableString.Invariant($"files: {made.Files}, of which {made.Photos - made.Copies} original photos and {made.Copies} copies of photos from which something is withheld"));
        context.Streams.Answer.WriteLine($"root: {made.Root}");
        context.Streams.Answer.WriteLine($"seal SHA-256: {made.SealSha256}");
        context.Streams.Answer.WriteLine(key is null ? "signed: no" : $"signed: certificate SHA-256 {key.Fingerprint}");
        context.Say("Send the root and the seal's SHA-256 to the other side by another way than the packet: they fix every byte of it.");
    }
}
