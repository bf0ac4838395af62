using System.Globalization;

namespace DefectVision.Inspection.Reviewing;

/// <summary>One line of what a reader said of an item after looking at it. Several defects of one item are several lines.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item.</param>
/// <param name="Word">Defective, good or unsure.</param>
/// <param name="Reader">Who looked, as the list names him.</param>
/// <param name="Time">When, UTC; as if written in UTC where no zone was written.</param>
/// <param name="DefectClass">What the reader calls the defect; null when not said.</param>
/// <param name="Severity">How much the reader says it counts; null when not said.</param>
/// <param name="Cause">What the reader associates it with; null when not said.</param>
public sealed record Confirmation(string Lot, string Item, ReaderWord Word, string Reader, DateTimeOffset Time, string? DefectClass, Severity? Severity, Cause? Cause = null)
{
    /// <summary>The photo that the reader names the item by: its path under the shipment's folder; null where he names the item itself.</summary>
    public string? Photo { get; init; }

    /// <summary>Where on that photo; null where the reader did not say.</summary>
    public PhotoRegion? Region { get; init; }

    /// <summary>In the reader's words; null where he wrote none.</summary>
    public string? Note { get; init; }

    /// <summary>Given in a review of the case: the reader's whole answer on the item. Otherwise it is a line of a list, of which one answer may have several.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>The list gives no zone with the time: it is shown without one.</summary>
    public bool HasNoZone { get; init; }

    /// <summary>When, for a reader: 2026-11-24 09:30 UTC; without a zone where the list gives none, and without a time where it gives a day alone.</summary>
    public string When => Time.UtcDateTime.ToString(!HasNoZone ? "yyyy-MM-dd HH:mm 'UTC'" : Time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The reader sees a defect.</summary>
    public bool IsDefective => Word == ReaderWord.Defective;
}
