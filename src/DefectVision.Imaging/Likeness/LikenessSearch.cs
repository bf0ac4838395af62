using System.Security.Cryptography;

namespace DefectVision.Imaging.Likeness;

/// <summary>
/// Finds the photos that are one shot. Every photo is compared with every other by its coarse view, and by its texture with the few that are nearest then: the work a photo
/// grows with the number of photos only in the first step, which takes about a microsecond a pair. Photos whose prints are the same bytes are compared with others once.
/// </summary>
public sealed class LikenessSearch
{
    /// <summary>Photos, the nearest by their coarse views, that are laid on one by small pictures.</summary>
    private const int MostNear = 24;

    /// <summary>Steps by which each of them is laid on.</summary>
    private const int FirstSteps = 4;

    /// <summary>Of these, the photos that agree best then, and are laid on more closely.</summary>
    private const int MostLaid = 8;

    private const int FurtherSteps = 10;

    /// <summary>Of these, the photos that agree best and are compared by their texture.</summary>
    private const int MostCompared = 4;

    /// <summary>Correlation of the small pictures; below it two photos are two.</summary>
    private const double LeastRough = 0.85;

    /// <summary>Distance of the coarse views from which on two photos are certainly two.</summary>
    internal const float FurthestCoarse = 0.35f;

    private readonly IReadOnlyList<Fingerprint?> _prints;

    /// <summary>By the first photo of a print all photos of that print, in order, at most <see cref="MostCompared"/>.</summary>
    private readonly Dictionary<int, List<int>> _same = [];

    /// <summary>By photo the first one of its print.</summary>
    private readonly int[] _first;
    private readonly CoarseView?[] _views;
    private readonly double[]?[] _small;
    private readonly float[][]?[] _turned;

    /// <param name="prints">Of every photo; null where there is none.</param>
    public LikenessSearch(IReadOnlyList<Fingerprint?> prints)
    {
        _prints = prints;
        _first = FirstOfEach(prints);
        foreach (var (photo, first) in _first.Index())
        {
            if (!_same.TryGetValue(first, out var same))
            {
                _same[first] = same = [];
            }

            if (same.Count < MostCompared)
            {
                same.Add(photo);
            }
        }

        // Of every print once: of the others that stand in for it, nothing is worked out.
        Fingerprint? Once(int photo) => _first[photo] == photo ? prints[photo] : null;
        _views = [.. prints.Select((_, photo) => Once(photo) is { } print ? new CoarseView(print) : null)];
        _small = [.. prints.Select((_, photo) => Once(photo) is { } print ? Comparison.Small(print) : null)];
        _turned = [.. _views.Select(view => view?.Turned())];
    }

    /// <summary>The photos before one of them that show the same shot, by number.</summary>
    /// <param name="photo">Its number.</param>
    public IReadOnlyList<int> Before(int photo) => _prints[photo] is { } print ? Alike(print, _views[_first[photo]]!, _small[_first[photo]]!, photo) : [];

    /// <summary>The photos that show the same shot as one that is not among them.</summary>
    public IReadOnlyList<int> Alike(Fingerprint print) => Alike(print, new CoarseView(print), Comparison.Small(print), _prints.Count);

    private int[] Alike(Fingerprint print, CoarseView view, double[] small, int count) =>
    [
        .. Near(view, count)
            .Select(near => (near.Photo, near.Turn, Rough: Comparison.Rough(small, _small[near.Photo]!, near.Turn, default, FirstSteps)))
            .OrderByDescending(near => near.Rough.Correlation)
            .ThenBy(near => near.Photo)
            .Take(MostLaid)
            .Select(near => near with { Rough = Comparison.Rough(small, _small[near.Photo]!, near.Turn, near.Rough.Move, FurtherSteps) })
            .Where(near => near.Rough.Correlation >= LeastRough)
            .OrderByDescending(near => near.Rough.Correlation)
            .ThenBy(near => near.Photo)
            .Take(MostCompared)
            .Where(near => Comparison.Of(print, _prints[near.Photo]!, near.Turn, near.Rough.Move).IsSame)
            .SelectMany(near => _same[near.Photo].Where(same => same < count))
            .Order(),
    ];

    private static int[] FirstOfEach(IReadOnlyList<Fingerprint?> prints)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new int[prints.Count];
        for (var photo = 0; photo < prints.Count; photo++)
        {
            var digest = prints[photo] is { } print ? Convert.ToHexString(SHA256.HashData(print.Bytes)) : null;
            if (digest is null || !known.TryGetValue(digest, out first[photo]))
            {
                first[photo] = photo;
                known.TryAdd(digest ?? string.Empty, photo);
            }
        }

        return first;
    }

    private IEnumerable<(int Photo, Turn Turn)> Near(CoarseView view, int count)
    {
        var near = new PriorityQueue<(int Photo, Turn Turn), float>();
        for (var other = 0; other < count; other++)
        {
            if (_turned[other] is not { } turned)
            {
                continue;
            }

            var (best, distance) = (0, float.MaxValue);
            for (var turn = 0; turn < turned.Length; turn++)
            {
                if (view.Distance(turned[turn]) is var found && found < distance)
                {
                    (best, distance) = (turn, found);
                }
            }

            // The furthest comes out first.
            if (distance <= FurthestCoarse && (near.Count < MostNear || (near.TryPeek(out _, out var furthest) && distance < -furthest)))
            {
                near.Enqueue((other, Turn.All[best]), -distance);
                if (near.Count > MostNear)
                {
                    near.Dequeue();
                }
            }
        }

        return near.UnorderedItems.Select(entry => entry.Element);
    }
}
