using DefectVision.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DefectVision.Web.Guarding;

/// <summary>Stands before everything: headers on every response, refusals, and the way in.</summary>
/// <param name="door">That lets browsers in.</param>
/// <param name="port">On which the program listens.</param>
internal sealed class Gate(Door door, int port)
{
    /// <summary>The one path that needs a token in place of a session.</summary>
    public const string Entrance = "/open";

    /// <summary>Name of the token in an address.</summary>
    public const string Token = "token";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Cookies do not tell ports apart, so the name does.</summary>
    public string Cookie => $"defectvision-{port}";

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        Mark(context.Response.Headers);
        if (Refusal.Of(context.Request, port) is { } refusal)
        {
            await Refuse(context, refusal);
        }
        else if (context.Request.Path == Entrance)
        {
            await Enter(context);
        }
        else if (context.Request.Path.StartsWithSegments(Asset.Folder, StringComparison.Ordinal))
        {
            await next(context);
        }
        else if (door.Session(context.Request.Cookies[Cookie]) is { } session)
        {
            context.Items[typeof(ReaderSession)] = session;
            await next(context);
        }
        else
        {
            await Written.Page(context, StatusCodes.Status401Unauthorized, NoticePage.Of(PageTexts.Of(door.Language), "notice.closed"));
        }
    }

    /// <summary>Of a request that was let through.</summary>
    public static ReaderSession Session(HttpContext context) => (ReaderSession)context.Items[typeof(ReaderSession)]!;

    private static void Mark(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static async Task Refuse(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(refusal.Why);
    }

    private async Task Enter(HttpContext context)
    {
        // A browser that looks ahead must not spend the token of the person who comes after.
        if (context.Request.Headers.ContainsKey("Sec-Purpose") || !HttpMethods.IsGet(context.Request.Method))
        {
            await Refuse(context, new Refusal(StatusCodes.Status403Forbidden, "expected a person who opens the address"));
            return;
        }

        if (door.Open(context.Request.Query[Token].ToString()) is not { } key)
        {
            await Written.Page(context, StatusCodes.Status401Unauthorized, NoticePage.Of(PageTexts.Of(door.Language), "notice.closed"));
            return;
        }

        context.Response.Headers.SetCookie = new SetCookieHeaderValue(Cookie, key) { HttpOnly = true, SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Strict, Path = "/" }.ToString();

        // Not a redirect: one that began at another site would not bring the cookie.
        await Written.Page(context, StatusCodes.Status200OK, NoticePage.Onward(PageTexts.Of(door.Session(key)!.Language), "/"));
    }
}
