namespace DefectVision.Web.Showing;

/// <summary>The pictures that were asked for last, up to so many bytes.</summary>
/// <param name="mostBytes">Of all together.</param>
internal sealed class PictureCache(long mostBytes)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(string Photo, PhotoSize Size), LinkedListNode<((string Photo, PhotoSize Size) Key, ShownPhoto Picture)>> _kept = [];
    private readonly LinkedList<((string Photo, PhotoSize Size) Key, ShownPhoto Picture)> _order = new();
    private long _bytes;

    /// <summary>Of all that is kept.</summary>
    public long Bytes
    {
        get
        {
            lock (_turn)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Null where it is not kept.</summary>
    public ShownPhoto? Find(string photo, PhotoSize size)
    {
        lock (_turn)
        {
            if (!_kept.TryGetValue((photo, size), out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Picture;
        }
    }

    /// <summary>Keeps a picture; those that nobody asked for longest go.</summary>
    public void Keep(string photo, PhotoSize size, ShownPhoto picture)
    {
        lock (_turn)
        {
            if (picture.Bytes.Length > mostBytes || _kept.ContainsKey((photo, size)))
            {
                return;
            }

            _kept.Add((photo, size), _order.AddFirst(((photo, size), picture)));
            _bytes += picture.Bytes.Length;
            while (_bytes > mostBytes)
            {
                var (key, last) = _order.Last!.Value;
                _order.RemoveLast();
                _kept.Remove(key);
                _bytes -= last.Bytes.Length;
            }
        }
    }
}
