using System.CommandLine;
using System.Net.Http.Headers;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;

namespace DefectVision.Cli.Commands;

/// <summary><c>packet stamp PACKET</c>: a trusted timestamp, now or later, by hand or over the network.</summary>
internal static class PacketStampCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Build(Func<ParseResult, Session> session)
    {
        var packet = new Argument<string>("PACKET") { Description = "a packet's folder" };
        var request = new Option<string?>("--request") { Description = "write the request to this file, to be carried to an authority" };
        var response = new Option<string?>("--response") { Description = "take in the authority's answer from this file" };
        var url = new Option<string?>("--url") { Description = "ask the authority at this address now (the one command that uses the network, and only then)" };
        var command = new Command("stamp", """
            Have an authority confirm when the packet existed (RFC 3161). It learns the seal's SHA-256 and nothing else.

            Examples:
              defectvision packet stamp packet --request seal.tsq
              curl -H "Content-Type: application/timestamp-query" --data-binary @seal.tsq https://authority.example > seal.tsr
              defectvision packet stamp packet --response seal.tsr

            Exit codes: 0 done, 64 wrong usage, 65 the answer is no timestamp of this packet, 66 input not found, 74 output not written, 75 no answer.
            """)
        {
            packet, request, response, url,
        };
        command.Validators.Add(result =>
        {
            if (new Option[] { request, response, url }.Count(option => result.GetResult(option) is not null) != 1)
            {
                result.AddError("stamp: wanted exactly one of --request, --response and --url");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var folder = parsed.GetRequiredValue(packet);
            if (!Directory.Exists(folder))
            {
                throw new DirectoryNotFoundException($"{folder}: no such folder");
            }

            if (parsed.GetValue(request) is { } file)
            {
                PlainFile.CheckPlace(file);
                File.WriteAllBytes(file, PacketStamp.Request(folder));
                context.Streams.Answer.WriteLine($"request: {file}");
                return ExitCode.Accepted;
            }

            var answer = parsed.GetValue(response) is { } carried
                ? File.Exists(carried) ? PlainFile.Bytes(carried) : throw new FileNotFoundException($"{carried}: no such file")
                : Ask(Address(parsed.GetRequiredValue(url)!), PacketStamp.Request(folder), context.Cancel);
            context.Streams.Answer.WriteLine($"timestamp: {PacketStamp.Add(folder, answer)}");
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new UsageException($"--url: found '{text}', wanted an address that begins with http:// or https://");

    // RFC 3161, section 3.4.
    private static byte[] Ask(Uri address, byte[] request, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var answer = client.Send(message, cancel);
            answer.EnsureSuccessStatusCode();
            using var body = answer.Content.ReadAsStream(cancel);
            using var content = new MemoryStream();
            body.CopyTo(content);
            return content.ToArray();
        }
        catch (TaskCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            throw new HttpRequestException($"{address}: no answer within {Patience.TotalSeconds} s", fault);
        }
    }
}
