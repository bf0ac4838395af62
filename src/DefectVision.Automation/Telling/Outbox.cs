using System.Net.Http.Headers;
using System.Text;
using DefectVision.Automation.Working;
using StandardWebhooks;

namespace DefectVision.Automation.Telling;

/// <summary>
/// Tells one address of every end, signed by the rules of Standard Webhooks 1.0 (headers webhook-id, webhook-timestamp and webhook-signature, HMAC-SHA256).
/// What was not taken is a file on the disk and told again, later and later, for about three days; then it is laid aside under <c>given-up</c>.
/// </summary>
public sealed class Outbox : IDisposable
{
    private const int GoneForGood = 410;

    /// <summary>After each attempt that was not taken.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly string _folder;
    private readonly Uri _address;
    private readonly StandardWebhook _signer;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly HttpClient _client;

    /// <param name="folder">Full path of the folder of what is to be told.</param>
    /// <param name="address">Whom to tell.</param>
    /// <param name="secret"><c>whsec_</c> and 24 to 64 bytes in Base64.</param>
    /// <param name="clock">Tells when.</param>
    /// <param name="say">Hears what was not taken.</param>
    /// <param name="handler">In place of the network; null: the network, without following an answer to another address.</param>
    /// <exception cref="FormatException">The secret is none.</exception>
    public Outbox(string folder, Uri address, string secret, TimeProvider clock, Action<string> say, HttpMessageHandler? handler = null)
    {
        (_folder, _address, _clock, _say) = (folder, address, clock, say);
        Directory.CreateDirectory(folder);
        _signer = new StandardWebhook(KeyOf(secret));
#pragma warning disable CA2000 // The client disposes it.
        _client = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(15) };
#pragma warning restore CA2000
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DefectVision", null));
    }

    /// <summary>The bytes of a secret.</summary>
    /// <param name="secret"><c>whsec_</c> and 24 to 64 bytes in Base64.</param>
    /// <exception cref="FormatException">It is none; the message does not repeat it.</exception>
    public static byte[] KeyOf(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        const string Prefix = "whsec_";
        Span<byte> key = stackalloc byte[128];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length is >= 24 and <= 64
            ? key[..length].ToArray()
            : throw new FormatException("found no secret of the form whsec_ and 24 to 64 bytes in Base64, wanted one");
    }

    /// <summary>Keeps what is to be told, before anything else happens.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(Event told)
    {
        ArgumentNullException.ThrowIfNull(told);
        lock (_lock)
        {
            StoredFile.Write(Place(told), told);
        }

        _wake.Release();
    }

    /// <summary>Tells until it is stopped.</summary>
    public async Task Run(CancellationToken cancel)
    {
        while (true)
        {
            var next = await TellDue(cancel);
            var pause = next is { } due ? due - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
            if (next is null || pause > TimeSpan.Zero)
            {
                await Woken(pause, cancel);
            }
        }
    }

    /// <summary>Tells what is due.</summary>
    /// <returns>When the next is; null: nothing waits.</returns>
    public async Task<DateTimeOffset?> TellDue(CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        foreach (var told in Waiting())
        {
            var left = told.Due <= _clock.GetUtcNow() ? await Tell(told, cancel) : told;
            if (left is not null && (next is null || left.Due < next))
            {
                next = left.Due;
            }
        }

        return next;
    }

    public void Dispose()
    {
        _client.Dispose();
        _wake.Dispose();
    }

    private List<Event> Waiting()
    {
        lock (_lock)
        {
            return [.. StoredFile.ReadAll<Event>(_folder)];
        }
    }

    // What is left to be told; null: nothing.
    private async Task<Event?> Tell(Event told, CancellationToken cancel)
    {
        var (isTaken, why) = await Send(told, cancel);
        Measures.Told(isTaken);
        lock (_lock)
        {
            if (isTaken)
            {
                File.Delete(Place(told));
                return null;
            }

            if (why is null || told.Attempts >= Pauses.Length)
            {
                var aside = Path.Combine(_folder, "given-up");
                Directory.CreateDirectory(aside);
                File.Move(Place(told), Path.Combine(aside, told.Id + ".json"), overwrite: true);
                _say($"webhook {told.Id}: not taken ({why ?? "the address is gone for good"}), and laid aside in {Path.GetFileName(aside)}");
                return null;
            }

            var later = told with { Attempts = told.Attempts + 1, Due = _clock.GetUtcNow() + Pauses[told.Attempts] };
            StoredFile.Write(Place(told), later);
            _say(FormattableString.Invariant($"webhook {told.Id}: not taken ({why}); again at {later.Due.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z"));
            return later;
        }
    }

    // Why it was not taken; null where no other try is wanted.
    private async Task<(bool IsTaken, string? Why)> Send(Event told, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(told.Payload, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", told.Id);
        request.Headers.Add("webhook-timestamp", FormattableString.Invariant($"{now.ToUnixTimeSeconds()}"));
        request.Headers.Add("webhook-signature", _signer.Sign(told.Id, now, told.Payload));
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return (answer.IsSuccessStatusCode, (int)answer.StatusCode == GoneForGood ? null : FormattableString.Invariant($"status {(int)answer.StatusCode}"));
        }
        catch (HttpRequestException fault)
        {
            return (false, fault.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (false, "no answer in 15 seconds");
        }
    }

    private async Task Woken(TimeSpan pause, CancellationToken cancel)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var wake = _wake.WaitAsync(woken.Token);
        await Task.WhenAny(wake, Task.Delay(pause, _clock, woken.Token));
        await woken.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    private string Place(Event told) => Path.Combine(_folder, told.Id + ".json");
}
