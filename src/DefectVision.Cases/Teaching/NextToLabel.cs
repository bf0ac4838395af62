using DefectVision.Evidence;
using DefectVision.Inspection;

namespace DefectVision.Cases.Teaching;

/// <summary>
/// The items of a case whose answers would teach a model most. Two orders are taken in turn: what the model is least sure of (its probability nearest to one half, else the
/// score nearest to its threshold; of a model that only orders the highest score), and what is most unlike anything that it knows. An item is asked for once, and of items
/// that show the same shot one.
/// </summary>
internal sealed class NextToLabel
{
    private readonly Dictionary<string, string> _sameAs;
    private readonly double? _threshold;
    private readonly IReadOnlyList<Candidate> _candidates;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private NextToLabel(OpenedCase opened, NextRequest request)
    {
        var items = opened.Record.Lots.SelectMany(judged => judged.Lot.AllItems.Select(item => (judged.Lot.Name, Item: item))).ToList();
        var open = items.Where(entry => entry.Item.Review is null && entry.Item.HasReadablePhoto).ToList();
        if (open.Count == 0)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: found an answer for every item of which a photo was read, wanted one without: there is nothing to label next");
        }

        _sameAs = items.SelectMany(entry => entry.Item.Photos).Where(photo => photo.SameShotAs is not null).ToDictionary(photo => photo.Path, photo => photo.SameShotAs!, StringComparer.Ordinal);
        _taken.UnionWith(items.Where(entry => entry.Item.Review is not null).SelectMany(entry => entry.Item.Photos).Select(ShotOf));
        var photos = open.SelectMany(entry => entry.Item.Photos.Where(photo => photo.IsReadable), (entry, photo) => (Lot: entry.Name, Item: entry.Item.Name, Photo: photo)).ToList();
        if (request.Look is { } look)
        {
            var place = ShipmentPlace.Of(opened);
            var seen = look([.. photos.Select(photo => new UnansweredPhoto(photo.Photo.Path, ShipmentFile.FullPath(place, opened.Folder, photo.Photo.Path)))]);
            photos = [.. photos.Select(photo => photo with { Photo = photo.Photo with { Finding = seen.Findings.GetValueOrDefault(photo.Photo.Path) } })];
            _threshold = seen.Threshold;
        }
        else
        {
            _threshold = opened.Record.Model is { OrdersOnly: false } model ? model.Threshold : null;
        }

        _candidates = [.. photos.Select(photo => new Candidate(photo.Lot, photo.Item, photo.Photo))];
        Unanswered = open.Count;
    }

    private int Unanswered { get; }

    public static NextPhotos Of(OpenedCase opened, NextRequest request, CaseContext context)
    {
        var next = new NextToLabel(opened, request);
        var (asked, repeated) = next.Chosen(request.Count);
        if (asked.Count == 0)
        {
            throw new CaseException($"{Path.GetFileName(opened.Folder)}: found nothing that orders its photos, wanted a model that looks at them (--model), or an inspection with an order to look in");
        }

        EvidenceWriter.WriteToConfirm(opened.Record, asked, request.List, context.Cancel);
        return new NextPhotos(asked, next.Unanswered, repeated, request.List);
    }

    private (IReadOnlyList<AskedItem> Asked, int Repeated) Chosen(int count)
    {
        Queue<(Candidate Candidate, string Why)>[] orders = [Uncertain(), Unlike()];
        var (asked, items, repeated) = (new List<AskedItem>(), new HashSet<(string, string)>(), new HashSet<(string, string)>());
        for (var turn = 0; asked.Count < count && orders.Any(order => order.Count > 0); turn++)
        {
            var order = orders[turn % orders.Length];
            while (order.TryDequeue(out var next))
            {
                var item = (next.Candidate.Lot, next.Candidate.Item);
                if (items.Contains(item))
                {
                    continue;
                }

                if (_taken.Contains(ShotOf(next.Candidate.Photo)))
                {
                    repeated.Add(item);
                    continue;
                }

                items.Add(item);
                _taken.UnionWith(_candidates.Where(other => (other.Lot, other.Item) == item).Select(other => ShotOf(other.Photo)));
                asked.Add(new AskedItem(item.Lot, item.Item, next.Candidate.Photo, next.Why));
                break;
            }
        }

        return (asked, repeated.Except(items).Count());
    }

    private Queue<(Candidate Candidate, string Why)> Uncertain() => new(_candidates
        .Where(candidate => candidate.Photo.Finding is not null)
        .OrderBy(candidate => Sureness(candidate.Photo.Finding!))
        .ThenBy(candidate => candidate.Photo.Path, StringComparer.Ordinal)
        .Select(candidate => (candidate, candidate.Photo.Finding switch
        {
            { Probability: { } probability } => FormattableString.Invariant($"the model is unsure of it: probability {probability:0.00}"),
            _ when _threshold is { } threshold => FormattableString.Invariant($"the model is unsure of it: its score is {Math.Abs(candidate.Photo.Finding!.Score - threshold):0.###} from the threshold"),
            _ => "among the highest scores of a model that only orders",
        })));

    private Queue<(Candidate Candidate, string Why)> Unlike() => new(_candidates
        .Where(candidate => candidate.Photo.Finding is null ? candidate.Photo.Unlikeness is not null : candidate.Photo.Finding.Strangeness > 0)
        .OrderByDescending(candidate => candidate.Photo.Finding?.Strangeness ?? candidate.Photo.Unlikeness!.Times)
        .ThenBy(candidate => candidate.Photo.Path, StringComparer.Ordinal)
        .Select(candidate => (candidate, candidate.Photo.Finding?.Strangeness is { } strange
            ? FormattableString.Invariant($"unlike what the model knows: {100 * strange:0.#} % of its places")
            : FormattableString.Invariant($"unlike the other items: {candidate.Photo.Unlikeness!.Times:0.##} times as far as the middle photo"))));

    private double Sureness(Finding finding) => finding.Probability is { } probability ? Math.Abs(probability - 0.5) : _threshold is { } threshold ? Math.Abs(finding.Score - threshold) : -finding.Score;

    private string ShotOf(InspectedFile photo)
    {
        var path = photo.Path;
        while (_sameAs.TryGetValue(path, out var earlier))
        {
            path = earlier;
        }

        return path;
    }

    private sealed record Candidate(string Lot, string Item, InspectedFile Photo);
}
