using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DefectVision.Automation.Serving;

/// <summary>
/// Who may ask: with a token, whoever has it. Without one the program listens on loopback alone, where pages of other sites in a browser of this machine
/// could ask, too: their names for this machine and their origins are refused.
/// </summary>
internal sealed class Guard(ServeOptions options)
{
    private readonly byte[]? _token = options.Token is { } token ? Digest(token) : null;

    /// <summary>Null where the request may pass.</summary>
    public Problem? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (_token is not null)
        {
            const string Scheme = "Bearer ";
            var given = request.Headers.Authorization.ToString();
            if (given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(Digest(given[Scheme.Length..].Trim()), _token))
            {
                return null;
            }

            context.Response.Headers.WWWAuthenticate = "Bearer";
            return new Problem(StatusCodes.Status401Unauthorized, "token required", "found no token that is known, wanted 'Authorization: Bearer TOKEN'");
        }

        return !IsThisMachine(request.Host.Host) ? new Problem(StatusCodes.Status403Forbidden, "other host", $"found host '{request.Host}', wanted a name of this machine; or start with a token")
            : request.Headers.ContainsKey("Origin") || (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("none" or "same-origin"))
                ? new Problem(StatusCodes.Status403Forbidden, "other site", "found a page of another site in a browser, wanted a program; or start with a token")
            : null;
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
