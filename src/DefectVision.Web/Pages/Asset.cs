using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace DefectVision.Web.Pages;

/// <summary>A file that is the same for everybody: a stylesheet, a script, the icon. It lies in the program.</summary>
/// <param name="Type">Of its content.</param>
/// <param name="Bytes">Of the file.</param>
internal sealed record Asset(string Type, byte[] Bytes)
{
    /// <summary>Path under which they are.</summary>
    public const string Folder = "/static";

    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = typeof(Asset).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Null where there is no such file.</summary>
    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    public async Task Send(HttpContext context)
    {
        context.Response.ContentType = Type;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(Bytes, context.RequestAborted);
    }

    private static Asset Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(
            Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                _ => "image/svg+xml",
            },
            bytes);
    }
}
