using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>Who said what of which item, as it stands: the list of the case and the review together.</summary>
internal sealed class ReaderAnswers
{
    private readonly Dictionary<(string Lot, string Item), Dictionary<string, ReaderWord>> _items = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    // A queue asks for the same reader thousands of times.
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <param name="list">The answers of a list; null where there is none.</param>
    /// <param name="log">The review so far.</param>
    public ReaderAnswers(ConfirmedList? list, ReviewLog log)
    {
        foreach (var answers in (log.Joined(list)?.Readings ?? []).GroupBy(reading => (reading.Lot, reading.Item, Reader: ReaderName.Key(reading.Reader))))
        {
            Add(answers.Key.Reader, (answers.Key.Lot, answers.Key.Item), ReaderAnswer.Of([.. answers]).Word);
        }
    }

    /// <summary>Items on which two readers or more differ and none has the last word, in no order.</summary>
    public HashSet<(string Lot, string Item)> Divided { get; } = [];

    /// <summary>Takes an answer up.</summary>
    public void Add(string reader, (string Lot, string Item) item, ReaderWord word)
    {
        var key = KeyOf(reader);
        var said = _items.TryGetValue(item, out var known) ? known : _items[item] = new(StringComparer.Ordinal);
        if (!said.ContainsKey(key))
        {
            _counts[key] = Count(reader) + 1;
        }

        said[key] = word;
        Weigh(item, said);
    }

    /// <summary>Puts what a reader says of an item in place of what he said; null: he says nothing any more.</summary>
    public void Set(string reader, (string Lot, string Item) item, ReaderWord? word)
    {
        if (word is { } stands)
        {
            Add(reader, item, stands);
        }
        else if (_items.TryGetValue(item, out var said) && said.Remove(KeyOf(reader)))
        {
            _counts[KeyOf(reader)] = Count(reader) - 1;
            Weigh(item, said);
            if (said.Count == 0)
            {
                _items.Remove(item);
            }
        }
    }

    private void Weigh((string Lot, string Item) item, Dictionary<string, ReaderWord> said)
    {
        if (said.Count > 1 && ItemReview.Together(said.Values) == ReviewAnswer.Disputed)
        {
            Divided.Add(item);
        }
        else
        {
            Divided.Remove(item);
        }
    }

    /// <summary>Items that a reader answered for.</summary>
    public int Count(string reader) => _counts.GetValueOrDefault(KeyOf(reader));

    /// <summary>What a reader said of an item; null where nothing.</summary>
    public ReaderWord? Of(string reader, (string Lot, string Item) item) =>
        _items.TryGetValue(item, out var said) && said.TryGetValue(KeyOf(reader), out var word) ? word : null;

    /// <summary>Anybody answered for the item.</summary>
    public bool Any((string Lot, string Item) item) => _items.ContainsKey(item);

    private string KeyOf(string reader) => _keys.TryGetValue(reader, out var key) ? key : _keys[reader] = ReaderName.Key(reader);
}
