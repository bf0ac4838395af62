using DefectVision.Inspection.Agreements;

namespace DefectVision.History;

/// <summary>What became of a claim, as far as it is known. What is null was not told.</summary>
/// <param name="Notified">When the supplier was told.</param>
/// <param name="Answered">When he answered.</param>
/// <param name="Remedy">That was agreed.</param>
/// <param name="Amount">That was agreed, in the currency of the shipment; 0: none.</param>
/// <param name="Agreed">When.</param>
/// <param name="Received">When the amount or the goods came.</param>
/// <param name="Note">In a few words.</param>
public sealed record OutcomeEntry(DateOnly? Notified, DateOnly? Answered, Remedy? Remedy, decimal? Amount, DateOnly? Agreed, DateOnly? Received, string? Note)
{
    /// <summary>The shipment that came in place of this one, by its id; null where none is known.</summary>
    public string? Replacement { get; init; }

    /// <summary>Days from the notice to the answer; null where one of them is not known.</summary>
    public int? DaysToAnswer => Notified is { } notified && Answered is { } answered ? answered.DayNumber - notified.DayNumber : null;

    /// <summary>It says more of a claim than a note and what came in place of the goods.</summary>
    public bool IsOfClaim => Notified is not null || Answered is not null || Remedy is not null || Amount is not null || Agreed is not null || Received is not null;

    /// <summary>Days that cannot be, in words; null where all can.</summary>
    /// <param name="inspected">The day of the inspection; null where nobody gave it.</param>
    /// <param name="today">Nothing that was told lies after it.</param>
    public string? Fault(DateOnly? inspected, DateOnly today)
    {
        (string Name, DateOnly? Day)[] days = [("the inspection", inspected), ("notified", Notified), ("answered", Answered), ("agreed", Agreed), ("received", Received)];
        foreach (var (name, day) in days.Skip(1).Where(one => one.Day > today))
        {
            return FormattableString.Invariant($"{name} {day:yyyy-MM-dd} lies after today, {today:yyyy-MM-dd}");
        }

        var before = days[0];
        foreach (var next in days.Skip(1).Where(one => one.Day is not null))
        {
            if (next.Day < before.Day)
            {
                return FormattableString.Invariant($"{next.Name} {next.Day:yyyy-MM-dd} lies before {before.Name}, {before.Day:yyyy-MM-dd}");
            }

            before = next;
        }

        return null;
    }

    /// <summary>What is known after this was told on top of it: what it leaves open stays as it was.</summary>
    public OutcomeEntry With(OutcomeEntry told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new(told.Notified ?? Notified, told.Answered ?? Answered, told.Remedy ?? Remedy, told.Amount ?? Amount, told.Agreed ?? Agreed, told.Received ?? Received, told.Note ?? Note) { Replacement = told.Replacement ?? Replacement };
    }
}
