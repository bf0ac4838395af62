using System.Globalization;
using System.Runtime.InteropServices;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics.Sampling;

namespace DefectVision.History.Storing;

/// <summary>A shipment as rows, and back.</summary>
internal static class ShipmentRows
{
    private const string Component = "component";
    private const string Code = "code";

    public static void Insert(Sql sql, ShipmentEntry shipment)
    {
        sql.Do("""
            INSERT INTO shipment (id, name, folder, record_sha256, as_of, verdict, inspected_on, supplier, factory, country, region, buyer, purchase_order, product, currency, unit_price, model_sha256, asked, packet_root)
            VALUES ($id, $name, $folder, $record, $as_of, $verdict, $inspected, $supplier, $factory, $country, $region, $buyer, $order, $product, $currency, $price, $model, $asked, $packet)
            """,
            ("$id", shipment.Id), ("$name", shipment.Name), ("$folder", shipment.Folder), ("$record", shipment.RecordSha256), ("$as_of", shipment.AsOf.ToString("O", CultureInfo.InvariantCulture)),
            ("$verdict", $"{shipment.Verdict}"), ("$inspected", Sql.Text(shipment.InspectedOn)), ("$supplier", shipment.Supplier), ("$factory", shipment.Factory), ("$country", shipment.Country),
            ("$region", shipment.Region), ("$buyer", shipment.Buyer), ("$order", shipment.PurchaseOrder), ("$product", shipment.Product), ("$currency", shipment.Currency),
            ("$price", Sql.Text(shipment.UnitPrice)), ("$model", shipment.ModelSha256), ("$asked", Sql.Text(shipment.Asked)), ("$packet", shipment.PacketRoot));
        foreach (var (number, deadline) in shipment.Deadlines.Index())
        {
            sql.Do("INSERT INTO deadline (shipment, number, kind, lot, day) VALUES ($shipment, $number, $kind, $lot, $day)",
                ("$shipment", shipment.Id), ("$number", (long)number), ("$kind", deadline.Kind), ("$lot", deadline.Lot), ("$day", Sql.Text(deadline.Day)));
        }

        foreach (var (number, photo) in shipment.Reused.Index())
        {
            sql.Do("INSERT INTO reused (shipment, number, path, other, day, other_path, is_same_file) VALUES ($shipment, $number, $path, $other, $day, $other_path, $same)",
                ("$shipment", shipment.Id), ("$number", (long)number), ("$path", photo.Path), ("$other", photo.Shipment), ("$day", Sql.Text(photo.Day)), ("$other_path", photo.OtherPath), ("$same", photo.IsSameFile ? 1L : 0L));
        }

        foreach (var lot in shipment.Lots)
        {
            Insert(sql, shipment.Id, lot);
        }
    }

    private static void Insert(Sql sql, string shipment, LotEntry lot)
    {
        sql.Do("""
            INSERT INTO lot (shipment, name, size, items, flagged, decided, nonconforming, is_looked_at, verdict, produced, due, shipped, arrived, value, lower, upper, is_guaranteed)
            VALUES ($shipment, $name, $size, $items, $flagged, $decided, $nonconforming, $looked, $verdict, $produced, $due, $shipped, $arrived, $value, $lower, $upper, $guaranteed)
            """,
            ("$shipment", shipment), ("$name", lot.Name), ("$size", lot.Size), ("$items", lot.Items), ("$flagged", lot.Flagged), ("$decided", lot.Decided), ("$nonconforming", lot.Nonconforming),
            ("$looked", lot.IsLookedAt ? 1L : 0L), ("$verdict", $"{lot.Verdict}"), ("$produced", Sql.Text(lot.Produced)), ("$due", Sql.Text(lot.Due)), ("$shipped", Sql.Text(lot.Shipped)),
            ("$arrived", Sql.Text(lot.Arrived)), ("$value", Sql.Text(lot.Value)), ("$lower", lot.Bounds?.Lower), ("$upper", lot.Bounds?.Upper), ("$guaranteed", lot.Bounds is { } bounds ? (bounds.IsGuaranteed ? 1L : 0L) : null));
        foreach (var (number, (kind, text)) in lot.Components.Select(text => (Component, text)).Concat(lot.Codes.Select(text => (Code, text))).Index())
        {
            sql.Do("INSERT INTO mark (shipment, lot, number, kind, text) VALUES ($shipment, $lot, $number, $kind, $text)",
                ("$shipment", shipment), ("$lot", lot.Name), ("$number", (long)number), ("$kind", kind), ("$text", text));
        }

        foreach (var (number, defect) in lot.Defects.Index())
        {
            sql.Do("INSERT INTO defect (shipment, lot, number, class, severity, cause, items) VALUES ($shipment, $lot, $number, $class, $severity, $cause, $items)",
                ("$shipment", shipment), ("$lot", lot.Name), ("$number", (long)number), ("$class", defect.Class), ("$severity", defect.Severity?.ToString()), ("$cause", defect.Cause?.ToString()), ("$items", defect.Items));
        }

        foreach (var exhibit in lot.Exhibits)
        {
            sql.Do("""
                INSERT INTO exhibit (shipment, lot, number, item, class, severity, cause, photo, network, place)
                VALUES ($shipment, $lot, $number, $item, $class, $severity, $cause, $photo, $network, $place)
                """,
                ("$shipment", shipment), ("$lot", lot.Name), ("$number", (long)exhibit.Number), ("$item", exhibit.Item), ("$class", exhibit.Class), ("$severity", exhibit.Severity?.ToString()),
                ("$cause", exhibit.Cause?.ToString()), ("$photo", exhibit.Photo), ("$network", exhibit.Place?.Network), ("$place", exhibit.Place is { } place ? MemoryMarshal.AsBytes<sbyte>([.. place.Numbers]).ToArray() : null));
        }

        foreach (var (number, reading) in lot.Readings.Index())
        {
            sql.Do("""
                INSERT INTO reading (shipment, lot, number, severity, aql, level, inspection, acceptance, nonconforming, is_accepted)
                VALUES ($shipment, $lot, $number, $severity, $aql, $level, $inspection, $acceptance, $nonconforming, $accepted)
                """,
                ("$shipment", shipment), ("$lot", lot.Name), ("$number", (long)number), ("$severity", reading.Severity), ("$aql", $"{reading.Aql}"), ("$level", $"{reading.Level}"),
                ("$inspection", $"{reading.Inspection}"), ("$acceptance", (long)reading.AcceptanceNumber), ("$nonconforming", reading.Nonconforming),
                ("$accepted", reading.IsAccepted is { } accepted ? (accepted ? 1L : 0L) : null));
        }

        foreach (var (kind, answer) in lot.Sections)
        {
            sql.Do("INSERT INTO section (shipment, lot, kind, answer) VALUES ($shipment, $lot, $kind, $answer)", ("$shipment", shipment), ("$lot", lot.Name), ("$kind", $"{kind}"), ("$answer", $"{answer}"));
        }
    }

    /// <summary>In no order.</summary>
    public static List<ShipmentEntry> All(Sql sql)
    {
        var lots = Lots(sql);
        var deadlines = sql.Lookup(
            "SELECT shipment, kind, lot, day FROM deadline ORDER BY shipment, number",
            read => (read.GetString(0), new DeadlineEntry(read.GetString(1), Sql.Text(read, 2), Sql.Day(read, 3)!.Value)));
        var reused = sql.Lookup(
            "SELECT shipment, path, other, day, other_path, is_same_file FROM reused ORDER BY shipment, number",
            read => (read.GetString(0), new ReusedEntry(read.GetString(1), read.GetString(2), Sql.Day(read, 3)!.Value, read.GetString(4), read.GetInt64(5) != 0)));
        var outcomes = sql.Lookup(
            "SELECT shipment, notified, answered, remedy, amount, agreed, received, note, replacement FROM outcome ORDER BY number",
            read => (read.GetString(0), new OutcomeEntry(
                Sql.Day(read, 1), Sql.Day(read, 2), Sql.Named<Remedy>(read, 3), Sql.Amount(read, 4), Sql.Day(read, 5), Sql.Day(read, 6), Sql.Text(read, 7))
            {
                Replacement = Sql.Text(read, 8),
            }));
        var lessons = sql.Lookup(
            "SELECT shipment, root_cause, action, lesson, person, day, folder FROM lesson ORDER BY number",
            read => (read.GetString(0), new LessonEntry(Sql.Text(read, 1), Sql.Text(read, 2), Sql.Text(read, 3), Sql.Text(read, 4), Sql.Day(read, 5), Sql.Text(read, 6))));
        return sql.Rows(
            "SELECT id, name, folder, record_sha256, as_of, verdict, inspected_on, supplier, factory, country, region, buyer, purchase_order, product, currency, unit_price, model_sha256, asked, packet_root FROM shipment",
            read => new ShipmentEntry(
                read.GetString(0), read.GetString(1), read.GetString(2), read.GetString(3), DateTimeOffset.Parse(read.GetString(4), CultureInfo.InvariantCulture), Enum.Parse<Verdict>(read.GetString(5)))
            {
                InspectedOn = Sql.Day(read, 6),
                Supplier = Sql.Text(read, 7),
                Factory = Sql.Text(read, 8),
                Country = Sql.Text(read, 9),
                Region = Sql.Text(read, 10),
                Buyer = Sql.Text(read, 11),
                PurchaseOrder = Sql.Text(read, 12),
                Product = Sql.Text(read, 13),
                Currency = Sql.Text(read, 14),
                UnitPrice = Sql.Amount(read, 15),
                ModelSha256 = Sql.Text(read, 16),
                Asked = Sql.Amount(read, 17),
                PacketRoot = Sql.Text(read, 18),
                Deadlines = [.. deadlines[read.GetString(0)]],
                Reused = [.. reused[read.GetString(0)]],
                Outcome = outcomes[read.GetString(0)].Aggregate((OutcomeEntry?)null, (known, told) => known?.With(told) ?? told),
                Lesson = lessons[read.GetString(0)].Aggregate((LessonEntry?)null, (known, told) => known?.With(told) ?? told),
                Lots = [.. lots[read.GetString(0)].OrderBy(lot => lot.Name, StringComparer.Ordinal)],
            });
    }

    private static ILookup<string, LotEntry> Lots(Sql sql)
    {
        var defects = sql.Lookup(
            "SELECT shipment, lot, class, severity, cause, items FROM defect ORDER BY shipment, lot, number",
            read => ((read.GetString(0), read.GetString(1)), new DefectEntry(Sql.Text(read, 2), Sql.Named<Severity>(read, 3), Sql.Named<Cause>(read, 4), read.GetInt64(5))));
        var exhibits = sql.Lookup(
            "SELECT shipment, lot, number, item, class, severity, cause, photo, network, place FROM exhibit ORDER BY shipment, number",
            read => ((read.GetString(0), read.GetString(1)), new ExhibitEntry(
                read.GetInt32(2), read.GetString(3), Sql.Text(read, 4), Sql.Named<Severity>(read, 5), Sql.Named<Cause>(read, 6), Sql.Text(read, 7))
            {
                Place = Sql.Text(read, 8) is { } network && !read.IsDBNull(9) ? new PlaceVector(network, MemoryMarshal.Cast<byte, sbyte>(read.GetFieldValue<byte[]>(9)).ToArray()) : null,
            }));
        var marks = sql.Rows(
            "SELECT shipment, lot, kind, text FROM mark ORDER BY shipment, lot, number",
            read => (Lot: (read.GetString(0), read.GetString(1)), Kind: read.GetString(2), Text: read.GetString(3))).ToLookup(row => row.Lot);
        var sections = sql.Rows(
            "SELECT shipment, lot, kind, answer FROM section",
            read => (Lot: (read.GetString(0), read.GetString(1)), Kind: Enum.Parse<SectionKind>(read.GetString(2)), Answer: Enum.Parse<SectionAnswer>(read.GetString(3)))).ToLookup(row => row.Lot);
        var readings = sql.Lookup(
            "SELECT shipment, lot, severity, aql, level, inspection, acceptance, nonconforming, is_accepted FROM reading ORDER BY shipment, lot, number",
            read => ((read.GetString(0), read.GetString(1)), new ReadingEntry(
                read.GetString(2), Aql.Parse(read.GetString(3)), Enum.Parse<InspectionLevel>(read.GetString(4)), Enum.Parse<InspectionSeverity>(read.GetString(5)), read.GetInt32(6), read.GetInt64(7),
                Sql.Number(read, 8) is { } accepted ? accepted != 0 : null)));
        return sql.Lookup(
            "SELECT shipment, name, size, items, flagged, decided, nonconforming, is_looked_at, verdict, produced, due, shipped, arrived, value, lower, upper, is_guaranteed FROM lot",
            read => (read.GetString(0), new LotEntry(
                read.GetString(1), Sql.Number(read, 2), read.GetInt64(3), read.GetInt64(4), read.GetInt64(5), read.GetInt64(6), read.GetInt64(7) != 0, Enum.Parse<Verdict>(read.GetString(8)))
            {
                Produced = Sql.Day(read, 9),
                Due = Sql.Day(read, 10),
                Shipped = Sql.Day(read, 11),
                Arrived = Sql.Day(read, 12),
                Value = Sql.Amount(read, 13),
                Bounds = (Sql.Share(read, 14), Sql.Share(read, 15), Sql.Number(read, 16)) is ({ } lower, { } upper, { } guaranteed) ? new BoundsEntry(lower, upper, guaranteed != 0) : null,
                Components = [.. marks[(read.GetString(0), read.GetString(1))].Where(mark => mark.Kind == Component).Select(mark => mark.Text)],
                Codes = [.. marks[(read.GetString(0), read.GetString(1))].Where(mark => mark.Kind == Code).Select(mark => mark.Text)],
                Defects = [.. defects[(read.GetString(0), read.GetString(1))]],
                Exhibits = [.. exhibits[(read.GetString(0), read.GetString(1))]],
                Readings = [.. readings[(read.GetString(0), read.GetString(1))]],
                Sections = new SortedDictionary<SectionKind, SectionAnswer>(sections[(read.GetString(0), read.GetString(1))].ToDictionary(row => row.Kind, row => row.Answer)),
            }));
    }
}
