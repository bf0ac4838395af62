using System.Net;

namespace DefectVision.Automation.Tests;

/// <summary>In place of the other side of a webhook: answers with one status after the other, the last one again and again.</summary>
internal sealed class Answers(params int[] statuses) : HttpMessageHandler
{
    public List<(string Id, string Timestamp, string Signature, string Body)> Heard { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string One(string name) => request.Headers.GetValues(name).Single();
        Heard.Add((One("webhook-id"), One("webhook-timestamp"), One("webhook-signature"), await request.Content!.ReadAsStringAsync(cancellationToken)));
        var status = statuses[Math.Min(Heard.Count, statuses.Length) - 1];
        return status == 0 ? throw new HttpRequestException("no route to host") : new HttpResponseMessage((HttpStatusCode)status);
    }
}
