using DefectVision.Statistics.Sampling;
using DefectVision.Statistics.Tests.Golden;

namespace DefectVision.Statistics.Tests.Sampling;

public sealed class StandardTablesTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void Every_cell_of_the_ISO_1999_master_tables_follows_from_the_diagonal_rule()
    {
        foreach (var row in Rows("iso2859_1_1999_single_master.csv"))
        {
            var plan = Iso2859.PlanAtLetter(Letter(row["code_letter"]), Aql.Parse(row["aql"]), Severity(row["inspection"]));
            Assert.Equal(
                (string.Join(',', row.Values), row["final_letter"], row["n"], row["Ac"], row["Re"], row["confidence"]),
                (string.Join(',', row.Values), plan.CodeLetter.ToString(), $"{plan.SampleSize}", $"{plan.AcceptanceNumber}", $"{plan.RejectionNumber}", plan.TableConfidence.ToString()));
        }
    }

    [Fact]
    [Trait("Category", "Golden")]
    public void Every_cell_of_the_MIL_STD_105E_master_tables_follows_from_the_diagonal_rule()
    {
        foreach (var row in Rows("milstd105e_single_master.csv"))
        {
            var plan = MilStd105E.PlanAtLetter(Letter(row["code_letter"]), Aql.Parse(row["aql"]), Severity(row["inspection"]));
            Assert.Equal(
                (string.Join(',', row.Values), row["n"], row["Ac"], row["Re"]),
                (string.Join(',', row.Values), $"{plan.SampleSize}", $"{plan.AcceptanceNumber}", $"{plan.RejectionNumber}"));
        }
    }

    [Fact]
    [Trait("Category", "Golden")]
    public void Every_row_of_table_1_gives_its_letters_at_both_ends_of_its_lot_sizes()
    {
        foreach (var row in Rows("table1_code_letters.csv"))
        {
            foreach (var level in row.Keys.Skip(2))
            {
                var wanted = Letter(row[level]);
                Assert.Equal(wanted, Iso2859.CodeLetter(int.Parse(row["lot_from"], System.Globalization.CultureInfo.InvariantCulture), SamplingGolden.Level(level)));
                var last = row["lot_to"].Length == 0 ? long.MaxValue : long.Parse(row["lot_to"], System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(wanted, Iso2859.CodeLetter(last, SamplingGolden.Level(level)));
            }
        }
    }

    /// <summary>Cells as printed in MIL-STD-105E (1989), Tables II-A to II-C, and ISO 2859-1:1999, Tables 2-A to 2-C.</summary>
    [Theory]
    [InlineData(500, "2.5", InspectionSeverity.Normal, 50, 3, 4)]
    [InlineData(1_000, "2.5", InspectionSeverity.Normal, 80, 5, 6)]
    [InlineData(1_000, "4.0", InspectionSeverity.Normal, 80, 7, 8)]
    [InlineData(3_200, "2.5", InspectionSeverity.Normal, 125, 7, 8)]
    [InlineData(3_201, "2.5", InspectionSeverity.Normal, 200, 10, 11)]
    [InlineData(3_201, "0.065", InspectionSeverity.Normal, 200, 0, 1)]
    [InlineData(1_000, "2.5", InspectionSeverity.Tightened, 80, 3, 4)]
    [InlineData(1_000, "2.5", InspectionSeverity.Reduced, 32, 3, 4)]
    [InlineData(1_000, "0.15", InspectionSeverity.Normal, 80, 0, 1)]
    [InlineData(1_000, "0.25", InspectionSeverity.Normal, 50, 0, 1)]
    [InlineData(1_000, "0.40", InspectionSeverity.Normal, 125, 1, 2)]
    public void Published_cells_of_general_level_II_hold(long lotSize, string aql, InspectionSeverity severity, int n, int acceptance, int rejection)
    {
        var plan = Iso2859.SinglePlan(lotSize, InspectionLevel.II, Aql.Parse(aql), severity);
        Assert.Equal((n, acceptance, rejection), (plan.SampleSize, plan.AcceptanceNumber, plan.RejectionNumber));
    }

    [Fact]
    public void The_reduced_table_of_MIL_STD_105E_leaves_a_gap_where_ISO_1999_leaves_none()
    {
        var mil = MilStd105E.SinglePlan(1_000, InspectionLevel.II, Aql.Parse("1.0"), InspectionSeverity.Reduced);
        var iso = Iso2859.SinglePlan(1_000, InspectionLevel.II, Aql.Parse("1.5"), InspectionSeverity.Reduced);
        Assert.Equal((32, 1, 3), (mil.SampleSize, mil.AcceptanceNumber, mil.RejectionNumber));
        Assert.Equal(iso.AcceptanceNumber + 1, iso.RejectionNumber);
    }

    [Fact]
    public void The_AQL_and_the_design_point_of_each_acceptance_number_agree_within_the_band_of_the_standard()
    {
        // In each severity the product n·AQL of one acceptance number is one design point of the Poisson curve.
        foreach (var severity in new[] { InspectionSeverity.Normal, InspectionSeverity.Tightened })
        {
            var points = Aql.Series
                .SelectMany(aql => Enum.GetValues<SampleSizeCodeLetter>().Where(letter => letter != SampleSizeCodeLetter.S)
                    .Select(letter => (letter, aql, plan: Iso2859.PlanAtLetter(letter, aql, severity))))
                .Where(cell => cell.plan.CodeLetter == cell.letter)
                .GroupBy(cell => cell.plan.AcceptanceNumber, cell => cell.plan.SampleSize * cell.aql.Percent / 100);
            foreach (var point in points)
                Assert.True(point.Max() / point.Min() < 1.162m, $"{severity} Ac {point.Key}: {point.Min()}..{point.Max()}");
        }
    }

    [Fact]
    public void A_lot_of_one_item_has_no_letter_and_a_lot_of_two_has()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Iso2859.CodeLetter(1, InspectionLevel.II));
        Assert.Equal(SampleSizeCodeLetter.A, Iso2859.CodeLetter(2, InspectionLevel.II));
    }

    [Fact]
    public void A_sample_as_large_as_the_lot_is_full_inspection_and_keeps_its_acceptance_number()
    {
        var plan = Iso2859.SinglePlan(13, InspectionLevel.II, Aql.Parse("1.0"), InspectionSeverity.Normal);
        Assert.Equal((13, true, 13L, 0), (plan.SampleSize, plan.FullInspection, plan.ItemsToInspect, plan.AcceptanceNumber));
        Assert.False(Iso2859.SinglePlan(14, InspectionLevel.II, Aql.Parse("1.0"), InspectionSeverity.Normal).FullInspection);
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("3")]
    [InlineData("2,5")]
    [InlineData("-2.5")]
    [InlineData("")]
    public void An_AQL_outside_the_series_is_refused_and_the_series_named(string text)
    {
        Assert.False(Aql.TryParse(text, out _));
        Assert.Contains("2.5, 4.0, 6.5", Assert.Throws<FormatException>(() => Aql.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_AQL_is_read_with_or_without_its_trailing_zero_and_printed_as_the_standard_prints_it()
    {
        Assert.Equal("4.0", Aql.Parse("4").ToString());
        Assert.Equal("0.10", Aql.Parse("0.1").ToString());
        Assert.Equal(Aql.Parse("0.10"), new Aql(0.1m));
        Assert.Equal(26, Aql.Series.Length);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var path = Path.Combine(GoldenFolder.Tables, file);
        Assert.True(File.Exists(path), $"No table at {path}.");
        return GoldenFolder.Rows(path);
    }

    private static SampleSizeCodeLetter Letter(string text) => Enum.Parse<SampleSizeCodeLetter>(text);

    private static InspectionSeverity Severity(string text) => Enum.Parse<InspectionSeverity>(text, ignoreCase: true);
}
