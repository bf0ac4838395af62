using DefectVision.Inspection.Languages;

namespace DefectVision.Web.Guarding;

/// <summary>Lets browsers in: each by an address that opens one session and is spent.</summary>
/// <param name="language">Of new sessions.</param>
internal sealed class Door(LanguagePack language)
{
    /// <summary>Addresses that may wait to be used; beyond it the oldest is void.</summary>
    public const int MostTokens = 16;

    private readonly Lock _turn = new();
    private readonly List<string> _tokens = [];
    private readonly Dictionary<string, ReaderSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Of new sessions, and of whoever is not let in.</summary>
    public LanguagePack Language => language;

    /// <summary>A token that opens one session.</summary>
    public string NewToken()
    {
        var token = Secret.New();
        lock (_turn)
        {
            _tokens.Add(Secret.Digest(token));
            if (_tokens.Count > MostTokens)
            {
                _tokens.RemoveAt(0);
            }
        }

        return token;
    }

    /// <summary>Spends a token.</summary>
    /// <returns>By what the new session is known to its browser; null where the token is none, or was spent.</returns>
    public string? Open(string token)
    {
        lock (_turn)
        {
            if (!_tokens.Remove(Secret.Digest(token)))
            {
                return null;
            }

            var key = Secret.New();
            _sessions.Add(Secret.Digest(key), new ReaderSession(language));
            return key;
        }
    }

    /// <summary>Null where there is no such session.</summary>
    /// <param name="key">As the browser gives it; null where it gives none.</param>
    public ReaderSession? Session(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        lock (_turn)
        {
            return _sessions.GetValueOrDefault(Secret.Digest(key));
        }
    }
}
