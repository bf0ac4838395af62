using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Training.Labels.Answered;

/// <summary>
/// Where each photo of a set belongs, by what was said of it and of those that show the same shot: under the one label that all of it agrees on, else among the undecided.
/// A group stays in the part that it is in; of new groups a share is held out, drawn by their name, so that the draw is the same whenever it is made.
/// </summary>
/// <param name="photos">All of the set, and the new ones.</param>
/// <param name="learnedIn">"train/" where the set keeps what is learned from there, else empty.</param>
/// <param name="heldOut">Share of new groups, 0 to below 1.</param>
internal sealed class Placement(IReadOnlyList<KeptPhoto> photos, string learnedIn, double heldOut)
{
    private readonly IReadOnlyDictionary<string, string> _labelsByFolder = KeptPhoto.LabelsByFolder(photos.SelectMany(photo => photo.Lines));
    private readonly HashSet<string> _heldOut = [.. Groups(photos, isHeldOut: true)];
    private readonly HashSet<string> _learned = [.. Groups(photos, isHeldOut: false)];

    /// <summary>Groups of which photos lie in both parts.</summary>
    public IEnumerable<string> Divided => _heldOut.Where(_learned.Contains).Order(StringComparer.Ordinal);

    /// <summary>Of each shot its photos, the labels that hold of them, and where each belongs; null for one that stays where a person put it.</summary>
    public IEnumerable<(IReadOnlyList<KeptPhoto> Photos, IReadOnlyList<string> Labels, IReadOnlyList<string?> Places)> Shots()
    {
        foreach (var shot in photos.GroupBy(photo => photo.Lines[0].Shot, StringComparer.Ordinal))
        {
            IReadOnlyList<string> labels = [.. shot.SelectMany(photo => photo.Labels(_labelsByFolder)).Distinct().Order(StringComparer.Ordinal)];
            yield return ([.. shot], labels, [.. shot.Select(photo => photo.IsDecidedByHand ? null : PlaceOf(photo, labels))]);
        }
    }

    private string PlaceOf(KeptPhoto photo, IReadOnlyList<string> labels) => labels is [var label]
        ? $"{(IsHeldOut(photo.Lines[0].Group) ? SetPath.Test : learnedIn)}{SafeName.OfClass(label)}/{photo.Name}"
        : $"{Undecided.Folder}/{photo.Name}";

    private bool IsHeldOut(string group) => _heldOut.Contains(group) || (!_learned.Contains(group) && Draw(group) < heldOut);

    private static double Draw(string group) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(group))) / (uint.MaxValue + 1.0);

    private static IEnumerable<string> Groups(IEnumerable<KeptPhoto> photos, bool isHeldOut) => photos
        .Where(photo => photo.Now is { } now && !SetPath.IsUndecided(now) && SetPath.IsHeldOut(now) == isHeldOut)
        .Select(photo => photo.Lines[0].Group);
}
