using DefectVision.Inspection.Claiming;

namespace DefectVision.Pipeline.Journalling;

/// <summary>The first line of a journal: what the entries below it were made with.</summary>
/// <param name="Schema"><see cref="CurrentSchema"/>, or that of a journal without check values, which is read and not continued.</param>
/// <param name="Started">When the first run began, UTC; the date that the outputs carry.</param>
/// <param name="ModelSha256">Entries of another model are worth nothing here; null: no model was named and nothing was scored yet.</param>
/// <param name="Limits">The decode limits, in words.</param>
/// <param name="Plan">Digest of the analysis plan that stood when scoring began; null in journals of earlier versions.</param>
internal sealed record JournalHeader(string Schema, DateTimeOffset Started, string? ModelSha256, string Limits, string? Plan)
{
    public const string CurrentSchema = "defectvision/journal/2";

    private const string WithoutChain = "defectvision/journal/1";

    /// <summary>The terms that guaranteed statements rest on, as they stood when scoring began; null in journals of earlier versions.</summary>
    public IReadOnlyList<BindingTerm>? Terms { get; init; }

    /// <summary>Name, version and build of the program, which another build does not go on with; null in journals of earlier versions.</summary>
    public string? Program { get; init; }

    /// <summary>Whether its lines carry check values.</summary>
    internal bool IsChained => Schema == CurrentSchema;

    internal bool IsKnown => Schema is CurrentSchema or WithoutChain;
}
