using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DefectVision.Automation.Telling;
using DefectVision.Automation.Working;

namespace DefectVision.Automation.Tests;

/// <summary>Standard Webhooks 1.0: signed content is id.timestamp.body, the signature v1, and Base64 of its HMAC-SHA256; retries with growing pauses; 410 ends them.</summary>
public sealed class OutboxTests : IDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    // Worked out by Python's hmac from the secret and the text "msg_1.1614265330.{}".
    [Fact]
    public void The_key_of_a_secret_signs_as_other_programs_sign()
    {
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Outbox.KeyOf(Secret), Encoding.UTF8.GetBytes("msg_1.1614265330.{}")));
        Assert.Equal("ZztYR0IIDCBCUcYzh8ZE+qsQWpIgtHU7R1hpe8htaD4=", signature);
    }

    [Fact]
    public async Task What_is_told_is_signed_over_its_id_its_time_and_its_bytes()
    {
        using var answers = new Answers(204);
        using var outbox = Box(answers);
        outbox.Add(Event.Of(Ended("job-1", "reject")));
        Assert.Null(await outbox.TellDue(CancellationToken.None));
        var heard = Assert.Single(answers.Heard);
        Assert.Equal("msg_job-1", heard.Id);
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret[6..]), Encoding.UTF8.GetBytes($"{heard.Id}.{heard.Timestamp}.{heard.Body}")))}", heard.Signature);
        Assert.Equal(_clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), heard.Timestamp);
        Assert.Empty(Files());
    }

    [Fact]
    public void It_tells_the_verdict_and_no_path()
    {
        var told = JsonDocument.Parse(Event.Of(Ended("job-1", "reject")).Payload).RootElement;
        Assert.Equal(("inspection.completed", "reject", 1), (told.GetProperty("type").GetString(), told.GetProperty("data").GetProperty("verdict").GetString(), told.GetProperty("data").GetProperty("exit_code").GetInt32()));
        Assert.DoesNotContain("/data", told.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("inspection.failed", Event.Of(Ended("job-2", null)).Type);
    }

    [Fact]
    public async Task What_is_not_taken_is_told_again_later_under_the_same_id_also_by_another_process()
    {
        using var answers = new Answers(500, 0, 204);
        using (var outbox = Box(answers))
        {
            outbox.Add(Event.Of(Ended("job-1", "accept")));
            Assert.Equal(_clock.Now + TimeSpan.FromSeconds(5), await outbox.TellDue(CancellationToken.None));
            Assert.NotNull(await outbox.TellDue(CancellationToken.None));
            Assert.Single(answers.Heard);
        }

        using var other = Box(answers);
        _clock.Now += TimeSpan.FromSeconds(5);
        Assert.Equal(_clock.Now + TimeSpan.FromMinutes(1), await other.TellDue(CancellationToken.None));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null(await other.TellDue(CancellationToken.None));
        Assert.Equal(["msg_job-1", "msg_job-1", "msg_job-1"], answers.Heard.Select(heard => heard.Id));
        Assert.Single(answers.Heard.Select(heard => heard.Body).Distinct());
        Assert.Equal(2, _said.Count);
    }

    [Theory]
    [InlineData(410, 1)]
    [InlineData(404, 11)]
    public async Task An_address_that_never_takes_it_is_given_up_and_what_was_to_be_told_is_kept(int status, int attempts)
    {
        using var answers = new Answers(status);
        using var outbox = Box(answers);
        outbox.Add(Event.Of(Ended("job-1", "accept")));
        while (await outbox.TellDue(CancellationToken.None) is { } next)
        {
            _clock.Now = next;
        }

        Assert.Equal(attempts, answers.Heard.Count);
        Assert.True(File.Exists(_folder.At("outbox/given-up/msg_job-1.json")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_short")]
    [InlineData("whsec_AAAA")]
    [InlineData("whsec_not base64 at all, whatever it says!")]
    public void A_secret_of_another_form_is_refused_and_not_repeated(string secret)
    {
        var message = Assert.Throws<FormatException>(() => Outbox.KeyOf(secret)).Message;
        Assert.True(secret.Length == 0 || !message.Contains(secret, StringComparison.Ordinal));
    }

    private static Job Ended(string id, string? verdict) => new(id, "PO-1", "/data/PO-1", "/data/cases/PO-1", DateTimeOffset.UnixEpoch)
    {
        Ended = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero),
        End = new JobEnd(verdict is null ? 65 : 1, verdict, verdict is null ? "found no photo" : null),
    };

    private Outbox Box(Answers answers) => new(_folder.At("outbox"), new Uri("https://example.com/hook"), Secret, _clock, _said.Add, answers);

    private string[] Files() => Directory.GetFiles(_folder.At("outbox"), "*", SearchOption.AllDirectories);
}
