using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;
using DefectVision.Pipeline.Intake;
using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary><c>plan</c>: how many items to inspect, what decides, what the plan is worth, and which items to pull.</summary>
internal sealed class PlanCommand
{
    private const string Iso = "ISO 2859-1";
    private const string Military = "MIL-STD-105E";
    private static readonly string[] Levels = ["I", "II", "III", "S-1", "S-2", "S-3", "S-4"];

    private readonly Option<int?> _lotSize = new("--lot-size", "-N") { Description = "items in the lot; may be left out where the --agreement gives it" };
    private readonly Option<string?> _agreement = new("--agreement") { Description = "instead of --aql: read the plans of --lot from this agreement, as inspect reads them" };
    private readonly Option<string> _standard = new("--standard") { Description = "with --aql: whose tables, ISO 2859-1 or MIL-STD-105E (ANSI/ASQ Z1.4)", DefaultValueFactory = _ => Iso };
    private readonly Option<string> _level = new("--level") { Description = "inspection level: I, II, III, S-1, S-2, S-3 or S-4", DefaultValueFactory = _ => "II" };
    private readonly Option<string?> _aql = new("--aql") { Description = "acceptance quality limit in percent, from the series of ISO 2859-1 (0.010 to 10)" };
    private readonly Option<InspectionSeverity> _severity = new("--severity") { Description = "normal, tightened or reduced inspection", DefaultValueFactory = _ => InspectionSeverity.Normal };
    private readonly Option<string?> _history = new("--history") { Description = "with --aql: the file of history add; the switching rules say whether inspection is normal or tightened, from the lots of --supplier" };
    private readonly Option<string?> _supplier = new("--supplier") { Description = "with --history: whose lots count" };
    private readonly Option<string?> _product = new("--product") { Description = "with --history: the product, as the agreements name it, where the supplier has several" };
    private readonly Option<double?> _catch = new("--catch") { Description = "instead of an AQL: the share of defective items, in percent, at which a lot must be caught", CustomParser = result => Patterns.Percent(result) };
    private readonly Option<double> _with = new("--with") { Description = "the chance, in percent, with which such a lot must be caught", DefaultValueFactory = _ => 90, CustomParser = Patterns.Percent };
    private readonly Option<int> _accept = new("--accept") { Description = "with --catch: accept up to so many defective items", DefaultValueFactory = _ => 0 };
    private readonly Option<DoubleSamplingPlan?> _double = new("--double") { Description = "instead of an AQL: the contract's own double plan, as n1,Ac1,Re1,n2,Ac2,Re2; Ac2 and Re2 count both samples together", CustomParser = Patterns.DoublePlan };
    private readonly Option<double?> _limiting = new("--limiting-quality") { Description = "instead of an AQL, for an isolated lot: the share of defective items, in percent, at which the lot may be accepted one time in ten at most; without --plan the smallest plan that accepts no defective item", CustomParser = result => Patterns.Percent(result) };
    private readonly Option<int[]?> _plan = new("--plan") { Description = "with --limiting-quality: the contract's own plan as n,Ac; says whether it keeps the consumer's risk", CustomParser = Patterns.SinglePlan };
    private readonly Option<double[]> _at = new("--at") { Description = "also print the chance of catching a lot with this share of defective items, in percent; may be repeated", CustomParser = Patterns.Percents };
    private readonly Option<string?> _svg = new("--svg") { Description = "write the OC curve as an SVG file" };
    private readonly Option<string?> _draw = new("--draw") { Description = "draw the items to pull and write them to this file (draw.csv); an existing list keeps its other lots" };
    private readonly Option<ulong?> _seed = new("--seed") { Description = "with --draw: the seed; default: a new one, printed" };
    private readonly Option<string> _lot = new("--lot") { Description = "with --draw or --agreement: the lot's name, as the folder of its photos will be called", DefaultValueFactory = _ => "LOT" };
    private readonly Option<string?> _items = new("--items") { Description = "with --draw: a text file that names every item of the lot, a line each, copied beside the list; default: numbers 1 to the lot's size" };
    private readonly Option<int?> _perCarton = new("--per-carton") { Description = "with --draw: items in a carton, to say in which carton each lies" };
    private readonly Option<int?> _cartons = new("--cartons") { Description = "with --draw and --per-carton: cartons of the lot; opens the square root of their number, drawn at random, in place of items from the whole lot" };
    private readonly Option<int?> _fromCarton = new("--from-carton") { Description = "with --cartons: items of each opened carton, a number or all; default: as many as the plan needs", CustomParser = Patterns.FromCarton };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "with --draw: replace the lot's draw where the list has one; otherwise it is left alone, since a second draw undoes the first" };

    public static Command Build(Func<ParseResult, Session> session) => new PlanCommand().Make(session);

    private Command Make(Func<ParseResult, Session> session)
    {
        _level.AcceptOnlyFromAmong(Levels);
        _standard.AcceptOnlyFromAmong(Iso, Military);
        var command = new Command("plan", """
            How many items to inspect, what decides, and what the plan is worth.

            Examples:
              defectvision plan --lot-size 5000 --aql 2.5
              defectvision plan --lot-size 5000 --level S-3 --aql 4.0 --at 10 --svg oc.svg
              defectvision plan --lot-size 5000 --catch 3 --with 95
              defectvision plan --lot-size 1200 --double 50,2,5,50,6,7 --at 6 --draw draw.csv --lot LOT-A
              defectvision plan --lot-size 1200 --limiting-quality 5 --plan 125,3
              defectvision plan --lot-size 5000 --aql 2.5 --draw draw.csv --lot LOT-A --per-carton 24
              defectvision plan --lot-size 1200 --aql 2.5 --draw draw.csv --lot LOT-A --cartons 50 --per-carton 24
              defectvision plan --agreement PO-4711/agreement.yaml --lot LOT-A --draw PO-4711/draw.csv
              defectvision plan --lot-size 5000 --aql 2.5 --history history.db --supplier "Supplier Ltd"

            Send the printed digest of the draw list to the supplier before the cartons are opened; put the list (and
            the item list beside it, where --items gave one) into the shipment's folder as draw.csv: inspect checks the
            photos against it, and repeats the draw.
            """)
        {
            _lotSize, _level, _aql, _agreement, _standard, _severity, _history, _supplier, _product, _catch, _with, _accept, _double, _limiting, _plan, _at, _svg, _draw, _seed, _lot, _items, _perCarton, _cartons, _fromCarton, _overwrite,
        };
        command.Validators.Add(result =>
        {
            var ways = new Option[] { _aql, _catch, _double, _limiting, _agreement }.Count(option => result.GetResult(option) is not null);
            if (ways != 1)
            {
                result.AddError("wanted one of --aql, --catch, --double, --limiting-quality and --agreement");
            }
            else if (result.GetResult(_agreement) is null && result.GetResult(_lotSize) is null)
            {
                result.AddError("wanted --lot-size, too");
            }
            else if (result.GetResult(_agreement) is not null && result.GetResult(_svg) is not null)
            {
                result.AddError("wanted --svg without --agreement: an agreement has a plan, and a curve, for each severity");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_history) is null ? result.GetResult(_supplier) is not null || result.GetResult(_product) is not null
                : result.GetResult(_supplier) is null || result.GetResult(_aql) is null || result.GetValue(_standard) == Military || result.GetResult(_severity) is { Implicit: false })
            {
                result.AddError("wanted --history, --supplier and --aql together, by ISO 2859-1 and without --severity, which they tell");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_limiting) is null ? result.GetResult(_plan) is not null
                : result.GetResult(_with) is { Implicit: false } || result.GetResult(_accept) is { Implicit: false })
            {
                result.AddError("wanted --plan with --limiting-quality alone, and --with and --accept with --catch alone: the consumer's risk of a limiting quality is 10 %, and its plan accepts no defective item unless --plan states one");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_cartons) is null ? result.GetResult(_fromCarton) is not null
                : result.GetResult(_draw) is null || result.GetResult(_perCarton) is null || result.GetResult(_double) is not null)
            {
                result.AddError("wanted --cartons with --draw and --per-carton, without --double, and --from-carton with it alone");
            }
        });
        Patterns.Range(_cartons, 1, 100_000_000);
        Patterns.Range(_lotSize, 1, 100_000_000);
        Patterns.Range(_accept, 0, 1_000_000);
        Patterns.Range(_perCarton, 1, 1_000_000);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Plan(parsed, context), cancel)));
        return command;
    }

    private int Plan(ParseResult parsed, SessionContext context)
    {
        var console = context.Streams.AnswerConsole;
        if (parsed.GetValue(_agreement) is { } agreement)
        {
            var agreed = AgreedSample.Of(agreement, parsed.GetRequiredValue(_lot), parsed.GetValue(_lotSize));
            context.Streams.Answer.WriteLine(agreed.What);
            foreach (var (severity, each) in agreed.Curves)
            {
                console.WriteLine();
                console.WriteLine($"{severity}:");
                PlanWorth.Print(console, each, agreed.Size, parsed.GetValue(_at) ?? []);
            }

            return Drawn(parsed, context, agreed.Size, agreed.Sample, null);
        }

        var size = parsed.GetRequiredValue(_lotSize)!.Value;
        if (parsed.GetValue(_double) is { } two)
        {
            return Doubled(parsed, context, size, two);
        }

        var (sample, acceptance, what) = parsed.GetValue(_aql) is { } aql ? Tabled(parsed, aql, size)
            : parsed.GetValue(_plan) is [var own, var upTo] ? Limiting(size, parsed.GetRequiredValue(_limiting)!.Value, own, upTo)
            : parsed.GetValue(_limiting) is { } limiting ? Powered(size, limiting, 100 * (1 - ConsumerRisk.OfLimitingQuality), 0)
            : Powered(size, parsed.GetRequiredValue(_catch)!.Value, parsed.GetValue(_with), parsed.GetValue(_accept));
        context.Streams.Answer.WriteLine(what);
        var curve = new OperatingCharacteristic(sample, acceptance);
        PlanWorth.Print(console, curve, size, parsed.GetValue(_at) ?? []);
        Charted(parsed, context, curve, Number($"n {sample:N0}, Ac {acceptance:N0}"), size);
        return Drawn(parsed, context, size, sample, null);
    }

    private int Doubled(ParseResult parsed, SessionContext context, int size, DoubleSamplingPlan plan)
    {
        if (plan.ItemsAtMost > size)
        {
            throw new UsageException(Number($"--double: found samples of {plan.FirstSampleSize} + {plan.SecondSampleSize} items, wanted at most the {size} items of the lot together"));
        }

        context.Streams.Answer.WriteLine(Number(
            $"""
            The contract's own double plan, as --double states it; no table was read.
            First sample: inspect {plan.FirstSampleSize} of {size} items, drawn at random. Accept with {plan.FirstAcceptance} defective items or fewer (Ac1 {plan.FirstAcceptance}), reject with {plan.FirstRejection} or more (Re1 {plan.FirstRejection}).
            In between, second sample: inspect {plan.SecondSampleSize} more. Accept with {plan.SecondAcceptance} defective items or fewer in both samples together (Ac2 {plan.SecondAcceptance}), reject with {plan.SecondRejection} or more (Re2 {plan.SecondRejection}).
            """));
        PlanWorth.Print(context.Streams.AnswerConsole, plan, size, parsed.GetValue(_at) ?? []);
        PlanWorth.PrintSamples(context.Streams.AnswerConsole, plan, size, parsed.GetValue(_at) ?? []);
        Charted(parsed, context, plan, Number($"n {plan.FirstSampleSize:N0} + {plan.SecondSampleSize:N0}, Ac {plan.FirstAcceptance:N0} / {plan.SecondAcceptance:N0}"), size);
        return Drawn(parsed, context, size, plan.ItemsAtMost, plan.FirstSampleSize);
    }

    private void Charted(ParseResult parsed, SessionContext context, OperatingCurve plan, string numbers, int size)
    {
        if (parsed.GetValue(_svg) is { } svg)
        {
            OperatingCurveFile.Write(plan, numbers, size, svg);
            context.Streams.Answer.WriteLine($"OC curve: {svg}");
        }
    }

    private int Drawn(ParseResult parsed, SessionContext context, int size, long sample, int? firstStage)
    {
        if (parsed.GetValue(_draw) is { } draw)
        {
            Draw(parsed, context, size, (int)sample, firstStage, draw);
        }

        return ExitCode.Accepted;
    }

    private (long Sample, int Acceptance, string What) Tabled(ParseResult parsed, string text, int size)
    {
        if (!Aql.TryParse(text, out var aql) || !aql.CountsNonconformingItems)
        {
            throw new UsageException($"--aql: found {text}, wanted one of {string.Join(", ", Aql.Series.Where(step => step.CountsNonconformingItems))}");
        }

        if (size < 2)
        {
            throw new UsageException("--lot-size: found 1, wanted 2 or more: the standard has no plan for a single item, inspect it");
        }

        var name = parsed.GetRequiredValue(_level);
        var level = Enum.Parse<InspectionLevel>(name.Replace("-", string.Empty, StringComparison.Ordinal));
        var (severity, why) = parsed.GetValue(_history) is { } history ? Switched(parsed, history, aql, level) : (parsed.GetValue(_severity), string.Empty);
        var plan = parsed.GetValue(_standard) == Military ? MilStd105E.SinglePlan(size, level, aql, severity) : Iso2859.SinglePlan(size, level, aql, severity);
        var between = plan.AcceptsUpTo > plan.AcceptanceNumber ? " Between the two the lot is accepted, and inspection returns to normal for the next lot." : string.Empty;
        return (plan.ItemsToInspect, plan.AcceptsUpTo, Number(
            $"""
            {plan.Edition}, level {name}, {severity.ToString().ToLowerInvariant()} inspection, code letter {plan.CodeLetter}, AQL {aql} %
            Inspect {plan.ItemsToInspect} of {size} items, drawn at random{(plan.FullInspection ? ": the whole lot" : string.Empty)}.
            Accept with {plan.AcceptanceNumber} defective items or fewer (Ac {plan.AcceptanceNumber}), reject with {plan.RejectionNumber} or more (Re {plan.RejectionNumber}).{between}{(plan.TableConfidence == TableConfidence.B ? " Verify this cell against your copy of the standard." : string.Empty)}
            """) + why);
    }

    private (InspectionSeverity Severity, string Why) Switched(ParseResult parsed, string history, Aql aql, InspectionLevel level)
    {
        var supplier = parsed.GetRequiredValue(_supplier)!;
        using var file = HistoryFile.Open(history, create: false);
        var series = Scorecard.All(file.Shipments()).Where(card => NameKey.Of(card.Supplier) == NameKey.Of(supplier)).SelectMany(card => card.Sampling)
            .Where(one => one.Aql == aql && one.Level == level && (parsed.GetValue(_product) is not { } product || (one.Product is { } named && NameKey.Of(named) == NameKey.Of(product))))
            .ToList();
        if (series.Count == 0)
        {
            return (InspectionSeverity.Normal, Number($"\nNormal inspection: no lot of {supplier} was inspected at AQL {aql}, level {level}{(parsed.GetValue(_product) is { } only ? $", of {only}" : string.Empty)}."));
        }

        if (series.Select(one => one.Product is { } named ? NameKey.Of(named) : string.Empty).Distinct().Count() > 1)
        {
            throw new UsageException($"--product: found several products of {supplier}, wanted one of {string.Join("; ", series.Select(one => one.Product ?? "(none named)").Distinct())}");
        }

        // One sample serves every severity at this limit: the strictest of them is taken.
        if (series.Find(one => one.Next is null) is { } ended)
        {
            throw new HistoryException($"{ScorecardTable.Next(ended)}; wanted the cause removed; then plan with --severity tightened in place of --history");
        }

        var next = series.Exists(one => one.Next == InspectionSeverity.Tightened) ? InspectionSeverity.Tightened : InspectionSeverity.Normal;
        return (next, string.Concat(series.Select(one => $"\n{ScorecardTable.Next(one)}")));
    }

    private static (long Sample, int Acceptance, string What) Powered(int size, double quality, double chance, int acceptance)
    {
        var bad = ConsumerRisk.NonconformingIn(size, new Rate(quality / 100));
        var wanted = ConsumerRisk.SampleSizeForLot(size, bad, acceptance, new ConfidenceLevel(chance / 100))
            ?? throw new UsageException(Number($"--accept: found {acceptance}, wanted fewer than the {bad} defective items that the lot to be caught holds: a plan that accepts them cannot catch it"));
        return (wanted, acceptance, Number(
            $"""
            Consumer's risk, exact hypergeometric: the smallest sample that catches a lot of {size} items with {bad} or more defective ({quality} %) with a chance of {chance} % or better.
            Inspect {wanted} of {size} items, drawn at random. Accept with {acceptance} defective items or fewer, reject with {acceptance + 1} or more.
            """));
    }

    private static (long Sample, int Acceptance, string What) Limiting(int size, double quality, int sample, int acceptance)
    {
        if (sample > size)
        {
            throw new UsageException(Number($"--plan: found {sample} items, wanted at most the {size} items of the lot"));
        }

        var bad = ConsumerRisk.NonconformingIn(size, new Rate(quality / 100));
        var risk = new OperatingCharacteristic(sample, acceptance).AcceptanceOfLot(size, bad).Value;
        var smallest = ConsumerRisk.SampleSizeForLot(size, bad, acceptance, new ConfidenceLevel(1 - ConsumerRisk.OfLimitingQuality));
        return (sample, acceptance, Number(
            $"""
            The contract's own plan, as --plan states it; no table was read.
            Inspect {sample} of {size} items, drawn at random. Accept with {acceptance} defective items or fewer, reject with {acceptance + 1} or more.
            Limiting quality {quality} %: an isolated lot of {size} items with {bad} or more defective is accepted with a chance of {Risk(risk)} % at most (consumer's risk, exact hypergeometric).
            """)
            + (ConsumerRisk.IsOfLimitingQuality(risk) ? "\nThat is at most 10 %: the plan protects an isolated lot at this limiting quality."
                : smallest is { } wanted ? Number($"\nThat is more than 10 %: the plan does not protect an isolated lot at this limiting quality. With Ac {acceptance} it would take {wanted} items.")
                : Number($"\nThat is more than 10 %: the plan does not protect an isolated lot at this limiting quality, and no sample size would: the lot holds no more defective items than Ac {acceptance} accepts.")));
    }

    // Never printed smaller than it is.
    private static string Risk(double chance) => Number($"{Math.Ceiling((10_000 * chance) - 1e-7) / 100:0.00}");

    private void Draw(ParseResult parsed, SessionContext context, int size, int sample, int? firstStage, string file)
    {
        var path = Path.GetFullPath(file);
        var lot = parsed.GetRequiredValue(_lot).Trim();
        if (lot.Length == 0 || lot.Contains(';', StringComparison.Ordinal) || lot.Any(char.IsControl))
        {
            throw new UsageException($"--lot: found '{lot}', expected a name without ';' and line breaks");
        }

        var there = DrawListFile.LotsOf(path);
        if (there.Contains(lot) && !parsed.GetValue(_overwrite))
        {
            throw new UsageException($"--draw: found a draw of {lot} in {file} already, expected another --lot (or --overwrite): a second draw undoes the first, and its digest with it");
        }

        var items = parsed.GetValue(_items) is { } list ? Items(list, size, Path.GetDirectoryName(path)!) : null;
        var seed = parsed.GetValue(_seed) ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        int? opened = parsed.GetValue(_cartons) is { } cartons ? CartonsToOpen(cartons, parsed.GetRequiredValue(_perCarton)!.Value, size) : null;
        var planned = sample;
        sample = opened is { } open ? FromCartons(parsed, open, size, sample, seed) : sample;
        var digest = DrawListFile.Write(new DrawOrder(lot, items, size, sample, seed, parsed.GetValue(_perCarton)) { FirstStage = firstStage, CartonsOpened = opened }, path);
        context.Streams.Answer.WriteLine(Number($"draw list: {file}, {sample} items, seed {seed}"));
        if (opened is { } drawn)
        {
            PlanWorth.PrintCartons(context.Streams.AnswerConsole, drawn, parsed.GetRequiredValue(_cartons)!.Value, sample, planned);
        }

        if (firstStage is { } first)
        {
            context.Streams.Answer.WriteLine(Number($"The column stage says which sample an item is of: 1 for the first {first} lines, 2 for the other {sample - first}. Pull the items of stage 2 only where the first sample does not decide."));
        }

        if (there.Where(other => other != lot).ToList() is { Count: > 0 } others)
        {
            context.Streams.Answer.WriteLine($"{lot} was {(there.Contains(lot) ? "replaced" : "added")}; the draws of {string.Join(", ", others)} are as they were");
        }

        context.Streams.Answer.WriteLine($"SHA-256: {digest}");
        context.Say("Send this digest to the supplier before the cartons are opened; it shows later that the list was not made to fit the findings."
            + (there.Count > 0 ? " The digest covers the whole list, so a digest sent earlier no longer matches." : string.Empty));
    }

    private static int CartonsToOpen(int cartons, int packSize, int size) => CartonDraw.CartonsOf(size, packSize) is var filled && filled == cartons
        ? CartonDraw.ToOpen(cartons)
        : throw new UsageException(Number($"--cartons: found {cartons}, wanted {filled}: so many does a lot of {size} items fill with {packSize} in each, the last of them perhaps in part"));

    private int FromCartons(ParseResult parsed, int opened, int size, int sample, ulong seed)
    {
        var packSize = parsed.GetRequiredValue(_perCarton)!.Value;
        if (parsed.GetValue(_fromCarton) is { } each)
        {
            return each <= packSize ? CartonDraw.SampleSize(size, packSize, opened, each, seed)
                : each == Patterns.AllOfCarton ? CartonDraw.SampleSize(size, packSize, opened, packSize, seed)
                : throw new UsageException(Number($"--from-carton: found {each}, wanted 1 to the {packSize} items of a carton, or all"));
        }

        var held = CartonDraw.SampleSize(size, packSize, opened, packSize, seed);
        return sample <= held ? sample
            : throw new UsageException(Number($"--cartons: found {opened} cartons to open with {held} items in them, wanted the {sample} items of the plan: draw items from the whole lot (leave out --cartons), or say with --from-carton all that fewer will do"));
    }

    // Whoever repeats the draw needs the names, so they lie beside the list.
    private static ItemList Items(string file, int size, string folder)
    {
        var list = ItemList.Read(file);
        var unlike = list.Names.Distinct(StringComparer.Ordinal).Count();
        if (list.Names.Count != size || unlike != size)
        {
            throw new UsageException(Number($"--items: found {list.Names.Count} names ({unlike} of them unlike) in {file}, expected one for each of the {size} items of the lot"));
        }

        if (list.File.Contains(';', StringComparison.Ordinal))
        {
            throw new UsageException($"--items: found ';' in the name of {file}, expected a name without it: the draw list names the file");
        }

        var beside = Path.Combine(folder, list.File);
        if (!File.Exists(beside))
        {
            Directory.CreateDirectory(folder);
            File.Copy(file, beside);
        }
        else if (ItemList.Read(beside).Sha256 != list.Sha256)
        {
            throw new UsageException($"--items: found another {list.File} beside the draw list, expected another name for {file}: the draw list names the file that lies beside it");
        }

        return list;
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
