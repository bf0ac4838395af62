using DefectVision.Cases.Reviewing;
using DefectVision.Inspection.Languages;
using DefectVision.Web.Asked;
using DefectVision.Web.Guarding;
using DefectVision.Web.Pages;
using DefectVision.Web.Showing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DefectVision.Web;

/// <summary>The page on which a case is reviewed, for browsers of this machine alone. Whoever holds an address of it once may read photos and answer.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    /// <summary>Bytes of a request.</summary>
    public const int MostBytes = 256 * 1024;

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _application;
    private readonly ShownPhotos _photos;
    private readonly Door _door;

    private ReviewServer(ReviewDesk desk, int port)
    {
        Port = port;
        _door = new Door(PageTexts.Languages.FirstOrDefault(language => language == desk.Language.First) ?? LanguagePack.English);
        _photos = new ShownPhotos(desk);
        _application = Built(port);
        _application.Use(next => context => new Gate(_door, port).Pass(context, next));
        _application.UseRouting();
        MapPages(desk);
        new ReviewRequests(desk, NewAddress, () => _finished.TrySetResult()).Map(_application);
        new PhotoRequests(desk, _photos).Map(_application);
    }

    /// <summary>On which it listens.</summary>
    public int Port { get; }

    /// <summary>Ends when a reader ends the review on the page.</summary>
    public Task Finished => _finished.Task;

    /// <summary>Starts to listen.</summary>
    /// <param name="desk">The review; the caller disposes it, after the server.</param>
    /// <param name="port">Null: any that is free.</param>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<ReviewServer> Start(ReviewDesk desk, int? port)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var server = new ReviewServer(desk, Loopback.Port(port));
        try
        {
            await server._application.StartAsync();
            return server;
        }
        catch (IOException fault)
        {
            await server.DisposeAsync();
            throw Loopback.Taken(server.Port, fault);
        }
    }

    /// <summary>An address that lets one browser in, once.</summary>
    public string NewAddress() => FormattableString.Invariant($"http://127.0.0.1:{Port}{Gate.Entrance}?{Gate.Token}={_door.NewToken()}");

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _photos.Dispose();
    }

    // An empty builder: no settings files, no environment, no log.
    private static WebApplication Built(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBytes;
            foreach (var address in Loopback.Addresses())
            {
                options.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return builder.Build();
    }

    private void MapPages(ReviewDesk desk)
    {
        (string Path, Func<PageView, Markup> Page)[] pages =
            [("/", StartPage.Of), ("/review", ItemPage.Of), ("/grid", GridPage.Of), ("/twins", TwinsPage.Of), ("/live", LivePage.Of), ("/live/now", LivePage.Now)];
        foreach (var (path, page) in pages)
        {
            _application.MapGet(path, context => Page(context, path, page, PageView.Of(desk, Gate.Session(context))));
        }

        _application.MapGet(Asset.Folder + "/{name}", async context =>
        {
            if (Asset.Find((string)context.Request.RouteValues["name"]!) is { } asset)
            {
                await asset.Send(context);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
    }

    private static async Task Page(HttpContext context, string path, Func<PageView, Markup> page, PageView view)
    {
        if (path != "/" && view.Reader.Length == 0)
        {
            context.Response.Redirect("/");
            return;
        }

        await Written.Page(context, StatusCodes.Status200OK, page(view));
    }
}
