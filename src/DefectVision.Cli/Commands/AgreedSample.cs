using System.Globalization;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Cli.Commands;

/// <summary>The plans of a lot as its agreement has them: those that <c>inspect</c> reads the workmanship by.</summary>
/// <param name="Size">Items in the lot.</param>
/// <param name="Sample">Items to inspect so that every plan decides.</param>
/// <param name="What">The plans, a line for each limit.</param>
/// <param name="Curves">By the severities counted.</param>
internal sealed record AgreedSample(int Size, long Sample, string What, IReadOnlyList<(string Severity, OperatingCharacteristic Curve)> Curves)
{
    /// <exception cref="UsageException">The file is not there, the size is not given, or nothing is read by a plan.</exception>
    public static AgreedSample Of(string file, string lot, int? size)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"--agreement: found no file {file}, wanted an agreement such as agreement init writes");
        }

        var terms = new AgreedTerms(AgreementReader.Read(PlainFile.Bytes(file), Path.GetFileName(file)));
        var items = size ?? terms.SizeOf(lot) ?? throw new UsageException($"--lot-size: found none, and {file} gives no size of {lot}; wanted one of them");
        if (size is not null && terms.SizeOf(lot) is { } agreed && agreed != size)
        {
            throw new UsageException(Number($"--lot-size: found {size}, and {file} says {agreed} for {lot}; wanted one number"));
        }

        var plans = LotPlans.Of(lot, items, terms, SectionKind.Workmanship, Enum.GetValues<Severity>());
        if (plans.Items is not { } sample)
        {
            throw new UsageException(Number($"--agreement: found no plan for a lot of {items} in {file}, wanted a limit that a plan goes with; where no defect is allowed, say how many to inspect with --catch"));
        }

        var lines = terms.Limits.Select(limit => plans.For(limit.Severity, isAllowed: true) is { } plan
            ? Number($"{limit.Severity}: {plan.Words}. Accept up to {plan.AcceptsUpTo}, reject from {plan.RejectsFrom} (Ac {plan.AcceptanceNumber}, Re {plan.RejectionNumber}).{Between(plan)}")
            : Number($"{limit.Severity}: {limit.Limit}."));
        return new AgreedSample(
            checked((int)items),
            sample,
            Number($"Inspect {sample} of {items} items, drawn at random{(sample == items ? ": the whole lot" : string.Empty)}.\n") + string.Join('\n', [.. lines, .. Photographed(terms.RequiredViewsOf(lot))]),
            [.. plans.ByLimit.Select(entry => (entry.Key.ToString(), new OperatingCharacteristic(entry.Value.Items, entry.Value.AcceptsUpTo)))]);
    }

    private static IEnumerable<string> Photographed(IReadOnlyList<string> views) =>
        views.Count == 0 ? [] : [Number($"Photograph of each item: {string.Join(", ", views)} (001_{views[0].Replace(' ', '-')}.jpg shows that view of item 001).")];

    private static string Between(AppliedPlan plan) =>
        plan.ReturnsToNormalUnder is not null ? " Between Ac and Re the lot is accepted, and inspection returns to normal for the next lot."
        : plan.RejectsFrom > plan.AcceptsUpTo + 1 ? " Between the two the contract says nothing: the lot is held."
        : string.Empty;

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
