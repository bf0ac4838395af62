using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DefectVision.Automation.Working;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DefectVision.Automation.Serving;

/// <summary>Cases for other programs, over HTTP: they are asked for, and asked about until they end.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    internal const string Cases = "/cases";

    private const int MostName = 100;
    private const int MostJson = 64 * 1024;
    private const int MostKey = 255;

    private readonly ServeOptions _options;
    private readonly JobQueue _queue;
    private readonly Func<Job, CancellationToken, string> _pack;
    private readonly WebApplication _application;
    private readonly Roots _roots;
    private readonly Uploads _uploads;
    private readonly Guard _guard;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _packing = new(1);
    private volatile bool _isStopping;

    /// <param name="options">How it listens.</param>
    /// <param name="queue">Of the jobs; the caller runs it.</param>
    /// <param name="pack">Makes the packet of a job that is done, and gives the full path of its zip.</param>
    /// <param name="clock">Tells when.</param>
    /// <exception cref="ArgumentException">It would listen beyond loopback without a token, or with a short one.</exception>
    public ApiServer(ServeOptions options, JobQueue queue, Func<Job, CancellationToken, string> pack, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Token is null ? !IPAddress.IsLoopback(options.Listen.Address) : options.Token.Length < ServeOptions.LeastToken)
        {
            throw new ArgumentException(options.Token is null
                ? $"found {options.Listen} and no token, wanted one: whoever reaches the address could ask"
                : FormattableString.Invariant($"found a token of {options.Token.Length} letters, wanted {ServeOptions.LeastToken} at least"));
        }

        (_options, _queue, _pack, _clock) = (options, queue, pack, clock);
        _roots = new Roots(options.Roots);
        _uploads = new Uploads(Path.Combine(options.Folder, "uploads"), options.MostUpload);
        _guard = new Guard(options);
        _application = Built(options);
        _application.Use(Pass);
        _application.UseRouting();
        Map(_application);
        _application.UseEndpoints(_ => { });
    }

    /// <summary>Starts to listen.</summary>
    /// <returns>Where, such as http://127.0.0.1:8417.</returns>
    /// <exception cref="IOException">Another program listens there.</exception>
    public async Task<string> Start()
    {
        try
        {
            await _application.StartAsync();
        }
        catch (SocketException fault)
        {
            throw new IOException($"{_options.Listen}: {fault.Message}", fault);
        }

        return _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>No longer ready; requests that are there are answered.</summary>
    public async Task Stop()
    {
        _isStopping = true;
        await _application.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _packing.Dispose();
    }

    // An empty builder: no settings files, no environment, no log.
    private static WebApplication Built(ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(options.MostUpload, MostJson);
            kestrel.Listen(options.Listen);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = StoredFile.Form.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = StoredFile.Form.DefaultIgnoreCondition;
            foreach (var converter in StoredFile.Form.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        builder.Services.AddOpenApi(api => api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "DefectVision";
            document.Info.Version = "1";
            document.Info.Description = "Inspections of shipments: asked for, and asked about until they end.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        return builder.Build();
    }

    private async Task Pass(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if (context.Request.Path != "/healthz" && context.Request.Path != "/readyz" && _guard.Refusal(context) is { } refusal)
            {
                throw refusal;
            }

            await next(context);
            if (context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false })
            {
                throw new Problem(context.Response.StatusCode, "not such a request", $"{context.Request.Method} {context.Request.Path}{(context.Request.ContentType is { } type ? $" of type {type}" : string.Empty)}: see /openapi.json for what is asked how");
            }
        }
        catch (Exception fault) when (!context.Response.HasStarted && Known(fault) is not null)
        {
            if (fault is QueueFullException || _isStopping)
            {
                context.Response.Headers.RetryAfter = "60";
            }

            await Known(fault)!.Result.ExecuteAsync(context);
        }
    }

    private static Problem? Known(Exception fault) => fault switch
    {
        Problem problem => problem,
        QueueFullException => new(StatusCodes.Status503ServiceUnavailable, "queue full", fault.Message),
        KeyTakenException => new(StatusCodes.Status422UnprocessableEntity, "key used before", fault.Message),
        BadHttpRequestException bad => new(bad.StatusCode, "bad request", fault.Message),
        JsonException => new(StatusCodes.Status400BadRequest, "bad request", $"found a body that cannot be read as JSON: {fault.Message}"),
        IOException or UnauthorizedAccessException => new(StatusCodes.Status507InsufficientStorage, "not kept", $"the request was not taken: {fault.Message}"),
        OperationCanceledException => null,
        _ => new(StatusCodes.Status500InternalServerError, "fault", $"a fault of DefectVision, please report it: {fault.GetType().Name}"),
    };

    private void Map(IEndpointRouteBuilder at)
    {
        at.MapOpenApi("/openapi.json");
        at.MapGet("/healthz", () => Results.Text("ok")).WithSummary("The program runs.").Produces<string>(contentType: "text/plain");
        at.MapGet("/readyz", Ready).WithSummary("It takes shipments.").Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        at.MapMethods("/healthz", [HttpMethods.Head], () => Results.Ok()).ExcludeFromDescription();
        at.MapMethods("/readyz", [HttpMethods.Head], Ready).ExcludeFromDescription();
        at.MapPost(Cases, (Delegate)Ask)
            .WithSummary("Asks for an inspection: of a folder (JSON), or of a zip that is sent (application/zip, with the query name).")
            .WithDescription("The header Idempotency-Key makes the same request, sent again, the same case.")
            .Accepts<CaseRequest>("application/json", "application/zip")
            .Produces<CaseView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        at.MapGet(Cases, () => _queue.All().Select(View)).WithSummary("All cases, in the order in which they were asked for.").Produces<IEnumerable<CaseView>>();
        at.MapGet(Cases + "/{id}", (string id) => Results.Ok(View(Found(id)))).WithSummary("How far a case is.").Produces<CaseView>().ProducesProblem(StatusCodes.Status404NotFound);
        foreach (var (part, file, type, summary) in ((string, string, string, string)[])
            [
                ("summary", "summary.json", "application/json", "The verdicts, for a program."),
                ("results", "results.jsonl", "application/x-ndjson", "A line for every file."),
                ("report", "report.html", "text/html; charset=utf-8", "The report, for a person."),
            ])
        {
            at.MapGet($"{Cases}/{{id}}/{part}", (string id, HttpContext context) => Output(Done(id), file, type, context)).WithSummary(summary)
                .Produces<string>(contentType: type.Split(';')[0]).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        }

        at.MapGet(Cases + "/{id}/packet", Packet).WithSummary("The evidence packet, as a zip; made when it is first asked for.")
            .Produces<string>(contentType: "application/zip").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private IResult Ready() => _isStopping ? throw new Problem(StatusCodes.Status503ServiceUnavailable, "stopping", "the program stops")
        : _queue.IsFull ? throw new QueueFullException("as many shipments wait as may")
        : Results.Text("ready");

    private async Task<IResult> Ask(HttpContext context, [FromQuery] string? name, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        if (_isStopping)
        {
            throw new Problem(StatusCodes.Status503ServiceUnavailable, "stopping", "the program stops; ask again later");
        }

        if (key is { Length: 0 or > MostKey })
        {
            throw new Problem(StatusCodes.Status400BadRequest, "no key", FormattableString.Invariant($"Idempotency-Key: found {key.Length} letters, wanted 1 to {MostKey}"));
        }

        var type = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        var job = type switch
        {
            "application/json" => await OfPath(context, key),
            "application/zip" or "application/x-zip-compressed" => await OfUpload(context, name, key),
            _ => throw new Problem(StatusCodes.Status415UnsupportedMediaType, "unknown body", $"found a body of type '{type}', wanted application/json or application/zip"),
        };
        return Results.Accepted($"{Cases}/{job.Id}", View(job));
    }

    private async Task<Job> OfPath(HttpContext context, string? key)
    {
        if (context.Request.ContentLength > MostJson)
        {
            throw new Problem(StatusCodes.Status413PayloadTooLarge, "too large", FormattableString.Invariant($"found {context.Request.ContentLength} bytes of JSON, wanted at most {MostJson}"));
        }

        if (!IsUtf8(context.Request.ContentType))
        {
            throw new Problem(StatusCodes.Status415UnsupportedMediaType, "unknown letters", $"found a body of type '{context.Request.ContentType}', wanted JSON in UTF-8");
        }

        var asked = await context.Request.ReadFromJsonAsync<CaseRequest>(context.RequestAborted) is { Path.Length: > 0 } request ? request
            : throw new Problem(StatusCodes.Status400BadRequest, "no path", "found no path, wanted that of the shipment");
        var path = _roots.Of("path", asked.Path);
        if (File.Exists(path) && !Uploads.IsZip(path))
        {
            throw new Problem(StatusCodes.Status422UnprocessableEntity, "no shipment", $"path: found a file that is no zip at '{asked.Path}', wanted the folder of a shipment or a zip of it");
        }

        var id = _queue.NewId();
        return _queue.Add(new Job(id, Named(asked.Name ?? Path.GetFileNameWithoutExtension(path)), path, CaseFolder(id), _clock.GetUtcNow())
        {
            Key = key,
            Request = Digest(JsonSerializer.Serialize(asked)),
            Model = asked.Model is { } model ? _roots.Of("model", model) : null,
        });
    }

    private async Task<Job> OfUpload(HttpContext context, string? asked, string? key)
    {
        var name = Named(asked ?? "shipment");
        if (_queue.IsFull)
        {
            throw new QueueFullException("as many shipments wait as may; ask again later");
        }

        var id = _queue.NewId();
        var (taken, sha256) = await _uploads.Take(context.Request, id);
        var job = new Job(id, name, _uploads.Keep(taken, id, name), CaseFolder(id), _clock.GetUtcNow()) { Key = key, Request = Digest(sha256 + name) };
        try
        {
            var added = _queue.Add(job);
            if (added.Id != id)
            {
                _uploads.Forget(id);
            }

            return added;
        }
        catch
        {
            _uploads.Forget(id);
            throw;
        }
    }

    private static bool IsUtf8(string? type) => !MediaTypeHeaderValue.TryParse(type, out var known) || known.CharSet is not { Length: > 0 } letters || letters.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private string CaseFolder(string id) => Path.Combine(_options.Folder, "cases", id);

    private static string Named(string name) =>
        name.Length is > 0 and <= MostName && name.AsSpan().IndexOfAny(['/', '\\', '\0']) < 0 && !name.Any(char.IsControl) && name is not ("." or "..") ? name
        : throw new Problem(StatusCodes.Status400BadRequest, "no name", FormattableString.Invariant($"found a name of {name.Length} letters, wanted 1 to {MostName} without slashes and control characters"));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private CaseView View(Job job) => CaseView.Of(job, _queue.ProgressOf(job));

    private Job Found(string id) => _queue.Find(id) ?? throw Problem.NotFound(id);

    private Job Done(string id) => Found(id) is { State: JobState.Done } job ? job
        : throw new Problem(StatusCodes.Status409Conflict, "not done", Found(id) is { State: JobState.Failed, End.Message: { } why } ? $"it could not be inspected: {why}" : "it is not inspected yet; ask for its state");

    private static IResult Output(Job job, string file, string type, HttpContext context)
    {
        var path = Path.Combine(job.Folder, file);
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            throw new Problem(StatusCodes.Status404NotFound, "no such output", $"found no {file} in the case: it was taken away");
        }

        // A report is a page of its own: nothing in it runs, and it asks for nothing.
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        return Results.File(path, type);
    }

    private async Task<IResult> Packet(string id, HttpContext context)
    {
        var job = Done(id);
        await _packing.WaitAsync(context.RequestAborted);
        try
        {
            return Results.File(_pack(job, context.RequestAborted), "application/zip", job.Name + ".zip");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new Problem(StatusCodes.Status422UnprocessableEntity, "no packet", $"the packet cannot be made: {fault.Message}");
        }
        finally
        {
            _packing.Release();
        }
    }
}
