using DefectVision.Cases.Reviewing;
using DefectVision.Web.Guarding;
using DefectVision.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DefectVision.Web.Showing;

/// <summary>Photos and heat maps by the digest under which the case knows the photo: no path is ever asked for.</summary>
internal sealed class PhotoRequests(ReviewDesk desk, ShownPhotos photos)
{
    /// <summary>A photo of these bytes never changes.</summary>
    private const string ForEver = "private, max-age=31536000, immutable";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/photo/{id}/{size}", Photo);
        routes.MapGet("/heat/{id}", Heat);
    }

    private async Task Photo(HttpContext context)
    {
        PhotoSize? size = context.Request.RouteValues["size"] switch
        {
            "small" => PhotoSize.Small,
            "screen" => PhotoSize.Screen,
            "full" => PhotoSize.Full,
            _ => null,
        };
        try
        {
            var photo = await photos.Of(Id(context), size ?? throw new PhotoException(StatusCodes.Status404NotFound, "photo.unknown"), context.RequestAborted);
            await Send(context, photo.Type, photo.Bytes, ForEver);
        }
        catch (PhotoException fault)
        {
            await Refuse(context, fault.Status, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && !context.Response.HasStarted)
        {
            await Refuse(context, StatusCodes.Status404NotFound, "photo.gone");
        }
    }

    // Who undoes an answer is before the item again, and gets no heat map: it may not be kept by the browser.
    private async Task Heat(HttpContext context)
    {
        if (desk.HeatMap(Gate.Session(context).Reader, Id(context)) is { } picture)
        {
            await Send(context, "image/jpeg", picture, "no-store");
        }
        else
        {
            await Refuse(context, StatusCodes.Status404NotFound, "photo.unknown");
        }
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static async Task Send(HttpContext context, string type, byte[] bytes, string caching)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = caching;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task Refuse(HttpContext context, int status, string text) => Written.Fault(context, status, PageTexts.Of(Gate.Session(context).Language)[text]);
}
