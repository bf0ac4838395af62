using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EndToEnd.Tests;

namespace Deploy.Tests;

/// <summary>
/// Rule: what a recipe would run, run with the variables that its scheduler would set, makes the case of one run, byte for byte; and the exit codes that it names are
/// those that the command has. No scheduler but Slurm is here, so what a recipe says to its own scheduler is read and not run.
/// </summary>
public sealed partial class RecipeTests : IClassFixture<RecipeTests.InspectedOnce>
{
    /// <summary>What a part can end with when it is not done: those of the command, and kill -9.</summary>
    private static readonly int[] Retried = [74, 75, 137, 143];
    private static readonly int[] Final = [64, 65, 66, 69, 70, 71];

    private readonly Workbench _bench;
    private readonly InspectedOnce _once;

    public RecipeTests(InspectedOnce once)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the recipes are scripts of a Unix shell");
        (_once, _bench) = (once, once.Bench);
    }

    [SkippableFact]
    public async Task Kubernetes()
    {
        var (inspect, merge) = (Recipe.Yaml("kubernetes/inspect.yaml"), Recipe.Yaml("kubernetes/merge.yaml"));
        var container = inspect["spec"]["template"]["spec"]["containers"][0];
        Assert.Equal("Indexed", inspect["spec"]["completionMode"].Text);
        Assert.Equal(inspect["spec"]["completions"].Text, Environment(container)["DEFECTVISION_SHARDS"]);
        var rules = inspect["spec"]["podFailurePolicy"]["rules"].Items.Where(rule => rule.Has("onExitCodes")).ToList();
        Assert.All(rules, rule => Assert.Equal(container["name"].Text, rule["onExitCodes"]["containerName"].Text));
        Assert.Equal(Final, Codes(rules, "FailJob"));
        Assert.Equal(Retried, Codes(rules, "Count"));
        Assert.Equal([3, .. Final], Codes([.. merge["spec"]["podFailurePolicy"]["rules"].Items.Where(rule => rule.Has("onExitCodes"))], "FailJob"));

        var places = Places("kubernetes");
        for (var index = 0; index < InspectedOnce.Parts; index++)
        {
            await Shell(container["args"][0].Text, Environment(container), places, new() { ["JOB_COMPLETION_INDEX"] = Number(index), ["DEFECTVISION_SHARDS"] = Number(InspectedOnce.Parts) });
        }

        var last = merge["spec"]["template"]["spec"]["containers"][0];
        await Shell(last["args"][0].Text, Environment(last), places);
        _once.AreTheSame(places["OUT"]!);
        Assert.Contains($"verdict={_once.Verdict}\n", await File.ReadAllTextAsync(Path.Combine(places["OUT"]!, "verdict.txt")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Argo()
    {
        var templates = Recipe.Yaml("argo/workflow.yaml")["spec"]["templates"];
        var (inspect, merge) = (templates.Items.Single(one => one["name"].Text == "inspect"), templates.Items.Single(one => one["name"].Text == "merge"));
        var expression = inspect["retryStrategy"]["expression"].Text;
        Assert.Equal(Retried, Quoted().Matches(expression).Select(match => match.Groups[1].Value).Where(word => char.IsAsciiDigit(word[0])).Select(word => int.Parse(word, CultureInfo.InvariantCulture)));
        Assert.Equal("1", templates.Items.Single(one => one["name"].Text == "inspection")["steps"][0][0]["withSequence"]["start"].Text);
        Assert.Equal("/tmp/verdict", merge["outputs"]["parameters"][0]["valueFrom"]["path"].Text);

        var places = Places("argo");
        for (var part = 1; part <= InspectedOnce.Parts; part++)
        {
            await Shell(inspect["container"]["args"][0].Text, Environment(inspect["container"]), places, new() { ["PART"] = Number(part), ["PARTS"] = Number(InspectedOnce.Parts) });
        }

        var temporary = Directory.CreateDirectory(_bench.At("argo-tmp")).FullName;
        await Shell(merge["container"]["args"][0].Text, Environment(merge["container"]), places, new() { ["TMPDIR"] = temporary });
        _once.AreTheSame(places["OUT"]!);
        Assert.Equal(_once.Verdict + "\n", await File.ReadAllTextAsync(Path.Combine(temporary, "verdict")));
    }

    [SkippableFact]
    public async Task Aws_Batch()
    {
        var (inspect, merge) = (Json("aws-batch/inspect-job.json"), Json("aws-batch/merge-job.json"));
        foreach (var job in (JsonElement[])[inspect, merge])
        {
            var rules = job.GetProperty("retryStrategy").GetProperty("evaluateOnExit").EnumerateArray().Where(rule => rule.TryGetProperty("onExitCode", out _)).ToList();
            Assert.Equal(Retried, rules.Where(rule => rule.GetProperty("action").GetString() == "RETRY").Select(rule => int.Parse(rule.GetProperty("onExitCode").GetString()!, CultureInfo.InvariantCulture)));
            Assert.Equal(("*", "EXIT"), (rules[^1].GetProperty("onExitCode").GetString(), rules[^1].GetProperty("action").GetString()));
            Assert.InRange(rules.Count, 1, 5 + 1); // AWS Batch takes at most five rules with conditions of their own and this last one
        }

        // A stand-in for the command of AWS writes down what it was asked and answers with the id of a job.
        var asked = _bench.At("aws.txt");
        _bench.Tool("aws", $"printf '%s\\n' \"$@\" >> '{asked}'; echo job-1");
        var places = Places("aws");
        (await _bench.Run(["sh", Path.Combine(Workbench.Recipes, "aws-batch", "submit.sh"), "queue", places["SHIPMENT"]!, places["MODEL"]!, places["OUT"]!, Number(InspectedOnce.Parts)])).Gave(0);
        var words = await File.ReadAllLinesAsync(asked);
        Assert.Contains($"size={InspectedOnce.Parts}", words);
        Assert.Contains("jobId=job-1", words);
        Assert.Equal([inspect.GetProperty("jobDefinitionName").GetString(), merge.GetProperty("jobDefinitionName").GetString()], words.Index().Where(word => word.Item == "--job-definition").Select(word => words[word.Index + 1]));
        var parameters = words.Index().Where(word => word.Item == "--parameters").Select(word => words[word.Index + 1]).ToList();

        for (var index = 0; index < InspectedOnce.Parts; index++)
        {
            (await _bench.Run(Referred(inspect, parameters[0]), new Dictionary<string, string?> { ["AWS_BATCH_JOB_ARRAY_INDEX"] = Number(index), ["AWS_BATCH_JOB_ARRAY_SIZE"] = Number(InspectedOnce.Parts) })).Gave(0);
        }

        (await _bench.Run(Referred(merge, parameters[1]))).Gave(_once.ExitCode);
        _once.AreTheSame(places["OUT"]!);
    }

    [SkippableFact]
    public async Task Airflow()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Workbench.Recipes, "airflow", "defectvision_inspection.py"));
        var scripts = Script().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var places = Places("airflow");
        for (var part = 1; part <= InspectedOnce.Parts; part++)
        {
            await Shell(scripts["INSPECT"], [], places, new() { ["PART"] = Number(part), ["PARTS"] = Number(InspectedOnce.Parts) });
        }

        var answer = await Shell(scripts["MERGE"], [], places);
        Assert.Equal(_once.Verdict, answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        _once.AreTheSame(places["OUT"]!);
    }

    [SkippableFact]
    public async Task Github_Actions()
    {
        var flow = Recipe.Yaml("github-actions/inspect.yml");
        var (part, merge) = (flow["jobs"]["part"], flow["jobs"]["merge"]);
        var parts = part["strategy"]["matrix"]["part"].Items.Select(one => one.Text).ToList();
        Assert.Equal(flow["env"]["PARTS"].Text, Number(parts.Count));

        // What is uploaded of each part and downloaded for the merge.
        var gathered = _bench.At("github/gathered");
        foreach (var number in parts)
        {
            var step = part["steps"].Items.Single(one => one.Has("run"));
            var there = Places($"github/runner-{number}");
            await Shell(step["run"].Text, [], there, new() { ["PART"] = number, ["PARTS"] = Number(parts.Count) });
            foreach (var folder in Directory.EnumerateDirectories(there["OUT"]!))
            {
                Directory.CreateDirectory(gathered);
                Directory.Move(folder, Path.Combine(gathered, Path.GetFileName(folder)));
            }
        }

        var last = merge["steps"].Items.Single(one => one.Has("run"));
        Assert.Contains($"steps.{last["id"].Text}.outputs.verdict", merge["outputs"]["verdict"].Text, StringComparison.Ordinal);
        await Shell(last["run"].Text, [], new(Places("github")) { ["OUT"] = gathered }, new() { ["GITHUB_STEP_SUMMARY"] = _bench.At("github/summary.md"), ["GITHUB_OUTPUT"] = _bench.At("github/output") });
        _once.AreTheSame(gathered);
        Assert.Contains($"verdict={_once.Verdict}\n", await File.ReadAllTextAsync(_bench.At("github/output")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(gathered, "junit.xml")) && File.Exists(Path.Combine(gathered, "defects.sarif")));
    }

    [SkippableFact]
    public async Task Azure_Machine_Learning()
    {
        var jobs = Recipe.Yaml("azure-ml/pipeline.yml")["jobs"];
        var places = Places("azure");
        Dictionary<string, string> values = new() { ["inputs.shipment"] = places["SHIPMENT"]!, ["inputs.model"] = places["MODEL"]!, ["outputs.case"] = places["OUT"]! };
        foreach (var name in jobs.Names.Where(name => name != "merge"))
        {
            var folder = Directory.CreateDirectory(_bench.At($"azure/{name}")).FullName;
            await Shell(Filled(jobs[name]["command"].Text, new(values) { ["outputs.parts"] = folder }), Pairs(jobs[name]["environment_variables"]), []);
            Assert.Equal($"${{{{parent.jobs.{name}.outputs.parts}}}}", jobs["merge"]["inputs"][name].Text);
            values[$"inputs.{name}"] = folder;
        }

        await Shell(Filled(jobs["merge"]["command"].Text, values), [], []);
        _once.AreTheSame(places["OUT"]!);
    }

    [SkippableFact]
    public void Recipes_name_one_image()
    {
        Assert.All(Directory.EnumerateFiles(Workbench.Recipes, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)), file =>
        {
            foreach (Match image in Image().Matches(File.ReadAllText(file)))
            {
                Assert.Equal("registry.example.com/defectvision:0.1.0", image.Groups[1].Value);
            }
        });
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<int> Codes(IReadOnlyList<Recipe> rules, string action) =>
        rules.Where(rule => rule["action"].Text == action).SelectMany(rule => rule["onExitCodes"]["values"].Items).Select(code => int.Parse(code.Text, CultureInfo.InvariantCulture));

    private static Dictionary<string, string?> Environment(Recipe container) => container["env"].Items.ToDictionary(one => one["name"].Text, string? (one) => one["value"].Text);

    private static Dictionary<string, string?> Pairs(Recipe map) => map.Names.ToDictionary(name => name, string? (name) => map[name].Text);

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Workbench.Recipes, name))).RootElement;

    private static List<string> Referred(JsonElement job, string parameters)
    {
        var given = parameters.Split(',').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(job.GetProperty("parameters").EnumerateObject().Select(one => one.Name), given.Keys);
        return [.. job.GetProperty("containerProperties").GetProperty("command").EnumerateArray().Select(word => word.GetString()!).Select(word => word.StartsWith("Ref::", StringComparison.Ordinal) ? given[word[5..]] : word)];
    }

    private static string Filled(string command, Dictionary<string, string> values) => Expression().Replace(command, match => values[match.Groups[1].Value]);

    private Dictionary<string, string?> Places(string name) => new() { ["SHIPMENT"] = _once.Shipment, ["MODEL"] = Workbench.Model, ["OUT"] = _bench.At($"{name}/case") };

    // A recipe's own values, then where things are here, then what its scheduler sets.
    private async Task<Answer> Shell(string script, Dictionary<string, string?> told, Dictionary<string, string?> places, Dictionary<string, string?>? scheduler = null)
    {
        Assert.DoesNotContain("{{", script, StringComparison.Ordinal);
        return (await _bench.Run(["sh", "-c", script], told.Concat(places).Concat(scheduler ?? []).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value))).Gave(0);
    }

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^([A-Z]+) = \"\"\"(.*?)\"\"\"", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("^ *\"?image\"?: *\"?([^\"\\s]+)", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex(@"\$\{\{([a-z0-9_.]+)\}\}")]
    private static partial Regex Expression();

    /// <summary>A few photos of the sample, inspected in one run.</summary>
    public sealed class InspectedOnce : IAsyncLifetime
    {
        public const int Parts = 2;
        private const string Case = "one";

        private Dictionary<string, byte[]> _whole = [];

        // All parts and the one run under one date, on whatever day the tests are run.
        internal Workbench Bench { get; } = new($"[ \"$1\" != inspect ] || {{ shift; set -- inspect --as-of {Workbench.AsOf} --no-pdf \"$@\"; }}");

        internal string Shipment => Bench.At("PO-2026-118 small");

        internal string Verdict { get; private set; } = string.Empty;

        internal int ExitCode { get; private set; }

        public async Task InitializeAsync()
        {
            if (!OperatingSystem.IsLinux())
            {
                return;
            }

            foreach (var photo in Directory.EnumerateFiles(Path.Combine(Workbench.Shipment, "PO-2026-118", "LOT-B")).Order(StringComparer.Ordinal).Take(24))
            {
                Directory.CreateDirectory(Path.Combine(Shipment, "LOT-B"));
                File.Copy(photo, Path.Combine(Shipment, "LOT-B", Path.GetFileName(photo)));
            }

            var answer = await Bench.Run(["defectvision", "inspect", Shipment, "--model", Workbench.Model, "--out", Bench.At(Case)]);
            ExitCode = answer.ExitCode;
            Assert.InRange(ExitCode, 0, 2);
            Verdict = ((string[])["accept", "reject", "hold"])[ExitCode];
            _whole = Bench.Written(Case);
        }

        /// <summary>Fails where a case is not that of one run.</summary>
        internal void AreTheSame(string folder)
        {
            var other = Bench.Written(folder);
            Assert.All(Workbench.Outputs, name => Assert.True(_whole[name].AsSpan().SequenceEqual(other[name]), $"{name} differs from that of one run"));
        }

        public Task DisposeAsync()
        {
            Bench.Dispose();
            return Task.CompletedTask;
        }
    }
}
