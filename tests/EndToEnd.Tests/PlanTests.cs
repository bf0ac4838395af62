using System.Security.Cryptography;

namespace EndToEnd.Tests;

/// <summary>From the plan to the claim: what is drawn, sent, photographed, confirmed and stated.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    /// <summary>Source: ISO 2859-1:1999, tables 1 and 2-A: 5,000 items, level II is letter L, n 200; AQL 2.5 is Ac 10, Re 11.</summary>
    [Fact]
    public async Task A_plan_names_its_edition_and_its_numbers_and_draws_its_curve()
    {
        var answer = (await _desk.Run("plan", "--lot-size", "5000", "--aql", "2.5", "--at", "6", "--svg", "oc.svg")).Gave(0);
        foreach (var words in new[] { "ISO 2859-1:1999", "code letter L", "Inspect 200 of 5000", "Ac 10", "Re 11", "is caught with a chance of" })
        {
            Assert.Contains(words, answer.Out, StringComparison.Ordinal);
        }

        Assert.StartsWith("<svg xmlns=", File.ReadAllText(_desk.At("oc.svg")), StringComparison.Ordinal);
    }

    /// <summary>Source: MIL-STD-105E (1989), Table II-C: letter G at AQL 2.5 is 13/1/3.</summary>
    [Fact]
    public async Task A_reduced_plan_of_MIL_STD_105E_says_what_lies_between_its_numbers()
    {
        var answer = (await _desk.Run("plan", "--lot-size", "280", "--aql", "2.5", "--standard", "MIL-STD-105E", "--severity", "reduced")).Gave(0);
        Assert.Contains("MIL-STD-105E / ANSI/ASQ Z1.4, level II, reduced inspection, code letter G", answer.Out, StringComparison.Ordinal);
        Assert.Contains("(Re 3). Between the two the lot is accepted, and inspection returns to normal for the next lot.", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plans_of_an_agreement_are_those_that_inspect_reads_and_the_largest_is_drawn()
    {
        _desk.Put("agreement.yaml", "inspection_severity: tightened\nlots: { LOT-A: 280 }\naql: { critical: not allowed, major: 2.5, minor: 40/3/5 }\n");
        var answer = (await _desk.Run("plan", "--agreement", "agreement.yaml", "--lot", "LOT-A", "--draw", "draw.csv", "--seed", "3")).Gave(0);
        foreach (var words in new[]
        {
            "Inspect 40 of 280 items, drawn at random.",
            "critical: not allowed.",
            "major: ISO 2859-1:1999 / GB/T 2828.1-2012, level II, tightened, letter G, n 32. Accept up to 1, reject from 2 (Ac 1, Re 2).",
            "minor: the contract's own plan, n 40. Accept up to 3, reject from 5 (Ac 3, Re 5). Between the two the contract says nothing: the lot is held.",
            "draw list: draw.csv, 40 items",
        })
        {
            Assert.Contains(words, answer.Out, StringComparison.Ordinal);
        }

        Assert.Contains("gives no size of LOT-B", (await _desk.Run("plan", "--agreement", "agreement.yaml", "--lot", "LOT-B")).Gave(64).Error, StringComparison.Ordinal);
        Assert.Contains("says 280 for LOT-A", (await _desk.Run("plan", "--agreement", "agreement.yaml", "--lot", "LOT-A", "--lot-size", "300")).Gave(64).Error, StringComparison.Ordinal);
    }

    /// <summary>Reference: exact rational arithmetic, as in PlanCurveTests for 84 of 1,200.</summary>
    [Fact]
    public async Task A_double_plan_of_the_contract_says_both_samples_what_they_are_worth_and_which_item_is_of_which()
    {
        var answer = (await _desk.Run("plan", "--lot-size", "1200", "--double", "50,2,5,50,6,7", "--at", "7", "--svg", "oc.svg", "--draw", "draw.csv", "--seed", "3")).Gave(0);
        foreach (var words in new[]
        {
            "First sample: inspect 50 of 1200 items, drawn at random. Accept with 2 defective items or fewer (Ac1 2), reject with 5 or more (Re1 5).",
            "In between, second sample: inspect 50 more. Accept with 6 defective items or fewer in both samples together (Ac2 6), reject with 7 or more (Re2 7).",
            "A lot with 7 % defective (84 items) is caught with a chance of 51.4 %.",
            "With 7 % defective the first sample decides with a chance of 57.4 %; 71.3 items are inspected on average.",
            "draw list: draw.csv, 100 items, seed 3",
            "1 for the first 50 lines, 2 for the other 50",
        })
        {
            Assert.Contains(words, answer.Out, StringComparison.Ordinal);
        }

        Assert.Contains("n 50 + 50, Ac 2 / 6", _desk.Text("oc.svg"), StringComparison.Ordinal);
        Assert.Equal(50, File.ReadAllLines(_desk.At("draw.csv")).Count(line => line.EndsWith(",1", StringComparison.Ordinal)));
        Assert.Equal(50, File.ReadAllLines(_desk.At("draw.csv")).Count(line => line.EndsWith(",2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_report_tells_the_stages_of_a_draw()
    {
        for (var item = 1; item <= 3; item++)
        {
            _desk.Put($"shipment/a/{item}_front.jpg", DefectVision.Fixtures.Photos.Good(item));
        }

        _desk.Put("shipment/agreement.yaml", "lots: { a: 6 }\n");
        (await _desk.Run("plan", "--lot-size", "6", "--double", "2,0,2,2,1,2", "--draw", "shipment/draw.csv", "--lot", "a", "--seed", "3")).Gave(0);
        (await _desk.Inspect("--out", "out")).Gave(2);
        var report = _desk.Text("out/report.html");
        Assert.Contains("2 items in the first stage and 2 in the second, of 6 items, seed 3", report, StringComparison.Ordinal);
        Assert.Contains("The draw list has two stages, 2 items and 2 more. No plan of the agreement is read in stages", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50,2,5,50,6", "wanted six whole numbers")]
    [InlineData("50,2,5,50,6,x", "wanted six whole numbers")]
    [InlineData("50,2,3,50,6,7", "found Re1 3, wanted at least 4")]
    [InlineData("50,2,5,51,6,7", "found samples of 50 + 51 items, wanted at most the 100 items of the lot together")]
    public async Task A_double_plan_that_cannot_be_is_named(string plan, string fault) =>
        Assert.Contains($"--double: {(fault.StartsWith('w') ? $"found {plan}, {fault}" : fault)}", (await _desk.Run("plan", "--lot-size", "100", "--double", plan)).Gave(64).Error, StringComparison.Ordinal);

    /// <summary>Reference: exact whole-number arithmetic (Python's math.comb): 60 of 1,200 pass 127/3 with 0.10302952 and 128/3 with 0.09949958; without a plan 45 is the smallest c = 0 sample.</summary>
    [Theory]
    [InlineData("127,3", "accepted with a chance of 10.31 % at most", "That is more than 10 %: the plan does not protect an isolated lot at this limiting quality. With Ac 3 it would take 128 items.")]
    [InlineData("128,3", "accepted with a chance of 9.95 % at most", "That is at most 10 %: the plan protects an isolated lot at this limiting quality.")]
    [InlineData("200,60", "accepted with a chance of 100.00 % at most", "no sample size would")]
    public async Task A_plan_of_the_contract_is_held_against_a_limiting_quality(string plan, string risk, string answer)
    {
        var said = (await _desk.Run("plan", "--lot-size", "1200", "--limiting-quality", "5", "--plan", plan)).Gave(0).Out;
        Assert.Contains("with 60 or more defective is " + risk, said, StringComparison.Ordinal);
        Assert.Contains(answer, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limiting_quality_alone_gives_the_smallest_plan_that_accepts_no_defective_item_as_catch_does()
    {
        var said = (await _desk.Run("plan", "--lot-size", "1200", "--limiting-quality", "5")).Gave(0).Out;
        Assert.Contains("Inspect 45 of 1200 items, drawn at random. Accept with 0 defective items or fewer", said, StringComparison.Ordinal);
        Assert.Equal((await _desk.Run("plan", "--lot-size", "1200", "--catch", "5", "--with", "90")).Gave(0).Out, said);
    }

    [Theory]
    [InlineData("plan --lot-size 1200 --limiting-quality 5 --plan 1201,3", "--plan: found 1201 items, wanted at most the 1200 items of the lot")]
    [InlineData("plan --lot-size 1200 --limiting-quality 5 --plan 3,3", "--plan: found 3,3, wanted n,Ac")]
    [InlineData("plan --lot-size 1200 --catch 5 --plan 125,3", "wanted --plan with --limiting-quality alone")]
    [InlineData("plan --lot-size 1200 --limiting-quality 5 --with 95", "--with and --accept with --catch alone")]
    public async Task A_limiting_quality_with_what_does_not_go_with_it_is_wrong_usage(string call, string fault) =>
        Assert.Contains(fault, (await _desk.Run(call.Split(' '))).Gave(64).Error, StringComparison.Ordinal);

    /// <summary>
    /// 4 of 12 cartons each with one defective item. By the statistics page, 1.6: with 3 thresholds the least D with C(D,4)/C(12,4) of 0.05/3 or more is 6 (15 of 495), so at least 6 of 48 items.
    /// </summary>
    [Fact]
    public async Task Cartons_that_were_drawn_are_told_from_the_plan_to_the_report_by_a_bound_that_counts_them()
    {
        var plan = (await _desk.Run("plan", "--lot-size", "48", "--aql", "2.5", "--draw", "shipment/draw.csv", "--lot", "a", "--seed", "3", "--cartons", "12", "--per-carton", "4", "--from-carton", "all")).Gave(0);
        foreach (var words in new[]
        {
            "draw list: shipment/draw.csv, 16 items, seed 3",
            "Open 4 of 12 cartons, drawn at random: the square root of their number, rounded up, which is a rule of inspectors and of no standard.",
            "do not hold for this draw. inspect states the lot by a bound that counts cartons.",
            "The plan decides on 5 items, and 16 are drawn: where an AQL was agreed the bound decides, which can reject the lot and not accept it.",
        })
        {
            Assert.Contains(words, plan.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var drawn = File.ReadAllLines(_desk.At("shipment/draw.csv")).Where(line => line.StartsWith("a,", StringComparison.Ordinal)).Select(line => line.Split(',')).ToList();
        foreach (var item in drawn)
        {
            _desk.Put($"shipment/a/{item[1]}_front.jpg", DefectVision.Fixtures.Photos.Good(int.Parse(item[1], System.Globalization.CultureInfo.InvariantCulture)));
        }

        _desk.Put("shipment/agreement.yaml", "lots: { a: 48 }\naql: { critical: not allowed, major: 2.5, minor: 4.0 }\nunit_price: 10\ncurrency: USD\n");
        _desk.Put("shipment/confirmed.csv", "lot,item,confirmed,severity,reader,time\n" + string.Concat(
            drawn.GroupBy(line => line[2]).Select(carton => $"a,{carton.First()[1]},yes,major,Li,2026-11-24T09:00:00Z\n")));
        var answer = (await _desk.Inspect("--format", "json", "--out", "out")).Gave(1);
        var claim = answer.Json.GetProperty("lots")[0].GetProperty("claim");
        var bound = claim.GetProperty("at_least");
        Assert.Equal((6, "G", "Dyadic carton bound 1"), (bound.GetProperty("items").GetInt32(), bound.GetProperty("class").GetString(), bound.GetProperty("method").GetString()));
        Assert.Equal("60.00", claim.GetProperty("amount").GetProperty("at_least").GetDecimal().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain("ypergeometric", claim.GetRawText(), StringComparison.Ordinal);
        var report = _desk.Text("out/report.html");
        Assert.Contains("are defective, counted by cartons: 4 shown defective of 16 items, in 4 of the 4 cartons opened; the lot has 12.", report, StringComparison.Ordinal);
        Assert.Contains("Cartons were drawn, 4 of 12, and items in them. Items of one carton are often alike", report, StringComparison.Ordinal);
        var table = (await _desk.Inspect("--out", "again")).Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("at least 6 of 48 items are defective (95 %, class G)", table, StringComparison.Ordinal);
        Assert.Contains("holds if the cartons that were opened were drawn at random from it", table, StringComparison.Ordinal);
    }

    /// <summary>1,200 items in 50 cartons of 24 at AQL 2.5: 8 cartons and the 80 items of letter J in them, 10 of each. 0 of 8 of 50: at most 14 cartons, since C(36,8)/C(50,8) is 0.0564 and C(35,8)/C(50,8) is 0.0438.</summary>
    [Fact]
    public async Task A_draw_of_cartons_takes_as_many_items_as_the_plan_needs()
    {
        var plan = (await _desk.Run("plan", "--lot-size", "1200", "--aql", "2.5", "--draw", "draw.csv", "--seed", "7", "--cartons", "50", "--per-carton", "24")).Gave(0).Out;
        Assert.Contains("draw list: draw.csv, 80 items, seed 7", plan, StringComparison.Ordinal);
        Assert.Contains("at most 14 of the 50 cartons would show one (95 %, hypergeometric)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("The plan decides on", plan, StringComparison.Ordinal);
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10], File.ReadAllLines(_desk.At("draw.csv")).Where(line => line.StartsWith("LOT,", StringComparison.Ordinal)).CountBy(line => line.Split(',')[2]).Select(carton => carton.Value));
    }

    [Theory]
    [InlineData("--cartons 13 --per-carton 4", "--cartons: found 13, wanted 12")]
    [InlineData("--cartons 12", "wanted --cartons with --draw and --per-carton")]
    [InlineData("--per-carton 4 --from-carton all", "and --from-carton with it alone")]
    [InlineData("--cartons 12 --per-carton 4 --from-carton 5", "--from-carton: found 5, wanted 1 to the 4 items of a carton, or all")]
    [InlineData("--cartons 12 --per-carton 4 --from-carton some", "--from-carton: found some, wanted a whole number from 1, or all")]
    [InlineData("--cartons 48 --per-carton 1", "--cartons: found 7 cartons to open with 7 items in them, wanted the 13 items of the plan")]
    public async Task A_draw_of_cartons_that_cannot_be_is_named(string options, string fault) =>
        Assert.Contains(fault, (await _desk.Run(["plan", "--lot-size", "48", "--aql", "4.0", "--draw", "draw.csv", .. options.Split(' ')])).Gave(64).Error.ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Theory]
    [InlineData("plan --aql 2.5")]
    [InlineData("plan --lot-size 5000 --aql 2.5 --agreement agreement.yaml")]
    [InlineData("plan --lot-size 5000 --agreement none.yaml")]
    [InlineData("plan --lot-size 5000")]
    [InlineData("plan --lot-size 5000 --aql 2.0")]
    [InlineData("plan --lot-size 5000 --aql 2.5 --catch 3")]
    [InlineData("plan --lot-size 1 --aql 2.5")]
    [InlineData("plan --lot-size 100 --catch 1 --accept 5")]
    public async Task A_plan_that_cannot_be_is_wrong_usage(string call)
    {
        var answer = (await _desk.Run(call.Split(' '))).Gave(64);
        Assert.Contains("wanted", answer.Error, StringComparison.Ordinal);
    }

    /// <summary>Where a comma is the decimal point, 2.5 is still two and a half: read as 25 it would ask for 8 items in place of 91.</summary>
    [Fact]
    public async Task A_percentage_means_the_same_on_a_machine_of_any_culture()
    {
        string[] call = ["plan", "--lot-size", "5000", "--catch", "2.5", "--with", "90.5", "--at", "3.5", "--at", "0.5"];
        var plain = (await _desk.Run(call)).Gave(0);
        var german = (await Command.Run(_desk.Root, call, new Dictionary<string, string?> { ["LC_ALL"] = "de_DE.UTF-8" })).Gave(0);
        Assert.Equal(plain.Out, german.Out);
        Assert.Contains("125 or more defective (2.5 %)", german.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--catch", "0")]
    [InlineData("--catch", "2,5")]
    [InlineData("--with", "100")]
    [InlineData("--at", "many")]
    public async Task A_percentage_that_is_none_is_named_with_its_option(string option, string word)
    {
        string[] call = option == "--catch" ? ["plan", "--lot-size", "500", option, word] : ["plan", "--lot-size", "500", "--catch", "3", option, word];
        Assert.Contains($"{option}: found {word}, wanted a percentage", (await _desk.Run(call)).Gave(64).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draw_gives_the_digest_of_its_list_and_is_not_made_twice()
    {
        var first = (await _desk.Run("plan", "--lot-size", "50", "--aql", "2.5", "--draw", "draw.csv", "--seed", "3")).Gave(0);
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_desk.At("draw.csv"))));
        Assert.Contains(digest, first.Out, StringComparison.Ordinal);
        (await _desk.Run("plan", "--lot-size", "50", "--aql", "2.5", "--draw", "draw.csv", "--seed", "4")).Gave(64);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_desk.At("draw.csv")))));
    }

    [Fact]
    public async Task A_lot_is_drawn_beside_the_others_and_the_item_list_lies_beside_the_draw_list()
    {
        string[] draw = ["plan", "--aql", "2.5", "--draw", "shipment/draw.csv", "--lot-size"];
        (await _desk.Run([.. draw, "50", "--lot", "A"])).Gave(0);
        _desk.Put("names.txt", string.Concat(Enumerable.Range(1, 60).Select(number => $"SN-{number}\n")));
        var added = (await _desk.Run([.. draw, "60", "--lot", "B", "--items", "names.txt"])).Gave(0);
        Assert.Contains("B was added; the draws of A are as they were", added.Out, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_desk.At("names.txt")), File.ReadAllBytes(_desk.At("shipment/names.txt")));
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_desk.At("shipment/draw.csv"))));
        Assert.Contains(digest, added.Out, StringComparison.Ordinal);
        Assert.Contains("found a draw of A", (await _desk.Run([.. draw, "50", "--lot", "A"])).Gave(64).Error, StringComparison.Ordinal);
        Assert.Contains("--lot: found 'A;B'", (await _desk.Run([.. draw, "50", "--lot", "A;B"])).Gave(64).Error, StringComparison.Ordinal);
        Assert.Contains("A was replaced; the draws of B are as they were", (await _desk.Run([.. draw, "50", "--lot", "A", "--overwrite"])).Gave(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agreements_word_that_the_draw_was_random_is_printed_as_the_condition_it_is()
    {
        _desk.PutLot("a", stained: true, sizeKnown: false);
        _desk.Put("shipment/agreement.yaml", "lots: { a: 6 }\nsampling: random\nunit_price: 12.50\ncurrency: USD\n");
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n2,yes,Li,2026-11-24T09:00:00Z\n");
        var answer = (await _desk.Inspect("--out", "out")).Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("at least 1 of 6 items are defective (95 %), price of the items that may be claimed (1): 12.50 USD, if the items were drawn at random, as the agreement says; no draw list shows it (not guaranteed)", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("class G", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_items_become_a_bound_a_test_and_an_amount_in_the_outputs()
    {
        _desk.PutLot("a", stained: true);
        File.AppendAllText(_desk.At("shipment/agreement.yaml"), "sampling: all\nunit_price: 12.50\ncurrency: USD\n");
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n2,yes,Li,2026-11-24T09:00:00Z\n");
        var answer = (await _desk.Inspect("--format", "json", "--out", "out")).Gave(1);
        var lot = answer.Json.GetProperty("lots")[0];
        Assert.Equal("by confirmed items", lot.GetProperty("verdict_basis").GetString());
        var claim = lot.GetProperty("claim");
        Assert.Equal(1, claim.GetProperty("at_least").GetProperty("items").GetInt32());
        Assert.Equal("G", claim.GetProperty("at_least").GetProperty("class").GetString());
        Assert.Equal(12.50m, claim.GetProperty("amount").GetProperty("at_least").GetDecimal());
        var classes = claim.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("class").GetString()).ToList();
        Assert.Equal("counted", classes[0]);
        Assert.All(classes.Skip(1), letter => Assert.Equal("G", letter));
        Assert.StartsWith("Defective by the readers' word: 1 physical unit", claim.GetProperty("statements")[0].GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(answer.Json.GetProperty("analysis_plan").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_desk.At("out/analysis-plan.json")))));
        Assert.Contains("Defective by the readers' word: 1 physical unit", File.ReadAllText(_desk.At("out/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_of_an_item_that_is_not_there_is_65()
    {
        _desk.PutLot("a");
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n77,yes,Li,2026-11-24T09:00:00Z\n");
        Assert.Contains("confirmed.csv(2, item)", (await _desk.Inspect()).Gave(65).Error, StringComparison.Ordinal);
    }
}
