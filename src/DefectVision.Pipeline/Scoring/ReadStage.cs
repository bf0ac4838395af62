using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Scoring;

/// <summary>What comes out of the reading stage: a file that is done, or bytes that must be scored.</summary>
/// <param name="Entry">Its outcome, or for a photo to be scored what is known so far.</param>
/// <param name="Bytes">To be scored; null when the file is done.</param>
/// <param name="IsNew">False when an earlier run has journalled the very same content, and kept its pictures.</param>
internal sealed record ReadFile(JournalEntry Entry, PhotoBytes? Bytes, bool IsNew)
{
    /// <summary>A photo that is read whole and not scored.</summary>
    public bool IsContext { get; init; }

    /// <summary>A photo that must be scored. Until it is, it counts as unreadable.</summary>
    public static ReadFile ToScore(string path, PhotoBytes bytes) =>
        new(new JournalEntry(path, bytes.Span.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), PhotoOutcome.Unreadable, null, null, null), bytes, IsNew: true);
}

/// <summary>Read and hash: every file is opened again in every run, so that a changed file is never taken for the one that was scored.</summary>
/// <param name="place">The full path of a file by its path in the shipment.</param>
/// <param name="limits">On the bytes of a file.</param>
/// <param name="journalled">What earlier runs found.</param>
/// <param name="pictures">What they kept: a photo of which a picture is missing is scored again, which makes it.</param>
/// <param name="search">Which photos are searched for codes: one that an earlier run has not searched so is done again.</param>
/// <param name="ahead">Holds it back when much is read and not done.</param>
internal sealed class ReadStage(
    Func<string, string> place, DecodeLimits limits, IReadOnlyDictionary<string, JournalEntry> journalled, PictureStore pictures, CodeSearch search, ByteBudget ahead)
{
    /// <summary>What the journal tells is taken without opening the file again: it is one that the parts of this very inspection have just written.</summary>
    public bool TakesEntries { get; init; }

    public ReadFile Read(FoundFile found)
    {
        if (TakesEntries && journalled.TryGetValue(found.Path, out var told) && told.Bytes == found.Bytes)
        {
            return new ReadFile(search.Told(told), null, IsNew: false);
        }

        if (found.Decided is { } decided)
        {
            return search.Opens(found) && found.Bytes is > 0 && found.Bytes <= limits.MaxBytes ? Reading(found, path => Hashed(found, PhotoBytes.Read(path, (int)found.Bytes, ahead)))
                : decided == PhotoOutcome.Attachment && found.Bytes > 0 ? Attached(found) : Done(found, found.Archive?.Sha256, decided, found.Reason!);
        }

        var promised = PhotoName.PromisesPhoto(found.Path);
        if (found.Bytes == 0)
        {
            // Never opened: a pipe or a device has no length either, and would keep us waiting.
            return promised ? Done(found, null, PhotoOutcome.Unreadable, "the file is empty") : Done(found, null, PhotoOutcome.NotAPhoto, "no image");
        }

        return Reading(found, path =>
        {
            if (!promised && FormatSniffer.Sniff(Head(path)) == PhotoFormat.Unknown)
            {
                return Done(found, null, PhotoOutcome.NotAPhoto, "no image");
            }

            if (found.Bytes > limits.MaxBytes)
            {
                return Done(found, null, PhotoOutcome.TooLarge, ((PhotoReading.TooLarge)PhotoReader.TooManyBytes(found.Bytes, limits)).Reason);
            }

#pragma warning disable CA2000 // The bytes travel on to the stage that scores them, which disposes them.
            return Hashed(found, PhotoBytes.Read(path, (int)found.Bytes, ahead));
#pragma warning restore CA2000
        });
    }

    private ReadFile Attached(FoundFile found) => Reading(found, path =>
    {
        using var file = PlainFile.Opened(path);
        return Done(found, Convert.ToHexStringLower(SHA256.HashData(file)), PhotoOutcome.Attachment, found.Reason!);
    });

    private ReadFile Reading(FoundFile found, Func<string, ReadFile> read)
    {
        try
        {
            return read(place(found.Path));
        }
        catch (Exception fault) when (ReadFault.Is(fault))
        {
            return Done(found, null, PhotoOutcome.Unreadable, ReadFault.Reason(fault));
        }
    }

    private ReadFile Hashed(FoundFile found, PhotoBytes bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var isAttachment = found.Decided is not null;
        if (journalled.TryGetValue(found.Path, out var earlier) && earlier.Sha256 == sha256 && IsDoneAs(found, earlier) && search.IsTold(earlier) && IsLookedAt(earlier)
            && SuspectPictures.KindsOf(earlier.Finding).All(kind => pictures.Holds(sha256, kind)))
        {
            bytes.Dispose();
            return new ReadFile(search.Told(earlier), null, IsNew: false);
        }

        // Until it is scored a photo counts as unreadable; an attachment is never scored.
        return new ReadFile(new JournalEntry(found.Path, bytes.Span.Length, sha256, isAttachment ? PhotoOutcome.Attachment : PhotoOutcome.Unreadable, isAttachment ? found.Reason : null, null, null), bytes, IsNew: true) { IsContext = found is { IsContext: true, Decided: null } };
    }

    // What a file is taken for may change with the agreement: a photo of a label that was scored is read anew.
    private static bool IsDoneAs(FoundFile found, JournalEntry earlier) => earlier.Outcome switch
    {
        PhotoOutcome.Attachment => found.Decided is not null || (found.IsContext && earlier.Facts is not null),
        PhotoOutcome.Scored or PhotoOutcome.Read => found is { Decided: null, IsContext: false },
        _ => found.Decided is null,
    };

    // Journals of earlier versions do not tell how a photo looks.
    private static bool IsLookedAt(JournalEntry earlier) => earlier.Look is not null || earlier.Outcome is not (PhotoOutcome.Scored or PhotoOutcome.Read);

    private static ReadFile Done(FoundFile found, string? sha256, PhotoOutcome outcome, string reason) =>
        new(new JournalEntry(found.Path, found.Bytes, sha256, outcome, reason, null, null), null, IsNew: true);

    private static byte[] Head(string path)
    {
        using var file = PlainFile.Opened(path);
        var head = new byte[FormatSniffer.BytesWanted];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
