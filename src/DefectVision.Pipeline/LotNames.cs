using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline;

/// <summary>Lots that the agreement and the shipment do not share: most likely one of the two spells a name wrong, or photos are missing.</summary>
internal static class LotNames
{
    /// <param name="terms">As agreed.</param>
    /// <param name="found">Lots of the shipment, by their whole names.</param>
    /// <returns>Nothing where the agreement names no lot.</returns>
    public static IEnumerable<FormattableString> Notes(AgreedTerms terms, IEnumerable<string> found)
    {
        var agreed = terms.Agreement.Lots.Keys.ToList();
        var name = terms.Agreement.FileName ?? ShipmentIntake.AgreementFileName;
        if (agreed.Where(key => !found.Any(lot => Lot.IsNamed(lot, key))).ToList() is { Count: > 0 } missing)
        {
            yield return $"{name}: lots that it names and of which no photo was found: {Names.Some(missing)}.";
        }

        if (agreed.Count > 0 && found.Where(lot => terms.KeyOf(lot) is null).ToList() is { Count: > 0 } unnamed)
        {
            yield return $"{name}: lots that are in the shipment and that it does not name, so that their size, price and dates are not known: {Names.Some(unnamed)}.";
        }
    }
}
