using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace DefectVision.Web.Pages;

/// <summary>Writes responses: pages and JSON.</summary>
internal static class Written
{
    /// <summary>What a browser may read as a tag is escaped; other scripts are left readable.</summary>
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static async Task Page(HttpContext context, int status, Markup page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString());
    }

    public static Task Json<T>(HttpContext context, T answer) => context.Response.WriteAsJsonAsync(answer, Form, "application/json; charset=utf-8");

    /// <summary>What went wrong, for the reader.</summary>
    public static Task Fault(HttpContext context, int status, string fault)
    {
        context.Response.StatusCode = status;
        return Json(context, new Dictionary<string, string> { ["fault"] = fault });
    }

    /// <summary>What a script of the page sent.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static async Task<T> Read<T>(HttpContext context)
        where T : class =>
        await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Form, context.RequestAborted) ?? throw new JsonException("found null, expected an object");
}
