using Microsoft.AspNetCore.Http;

namespace DefectVision.Web.Guarding;

/// <summary>Why a request is not answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Why">For the person who must mend it, in English.</param>
internal sealed record Refusal(int Status, string Why)
{
    /// <summary>Null where the request may be answered.</summary>
    /// <param name="request">Anything that a browser or another program sent.</param>
    /// <param name="port">On which the program listens.</param>
    public static Refusal? Of(HttpRequest request, int port)
    {
        // Whoever brings another name brings a page of that name (DNS rebinding).
        string[] hosts = [$"127.0.0.1:{port}", $"[::1]:{port}", $"localhost:{port}"];
        var host = request.Headers.Host.ToString();
        if (!hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return new Refusal(StatusCodes.Status421MisdirectedRequest, $"expected the host {string.Join(", ", hosts)}");
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (!(site is "" or "same-origin" or "none") && !IsArrival(request))
        {
            return new Refusal(StatusCodes.Status403Forbidden, "expected a request of this page's own");
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return null;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return new Refusal(StatusCodes.Status405MethodNotAllowed, "expected GET or POST");
        }

        if (!string.Equals(request.Headers.Origin.ToString(), $"http://{host}", StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(StatusCodes.Status403Forbidden, "expected this page's own origin");
        }

        // A form of another page can send other types without asking first.
        return request.HasJsonContentType() ? null : new Refusal(StatusCodes.Status415UnsupportedMediaType, "expected application/json");
    }

    // From a link in a terminal, a mail or a chat a person arrives as from another site.
    private static bool IsArrival(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == Gate.Entrance && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
}
