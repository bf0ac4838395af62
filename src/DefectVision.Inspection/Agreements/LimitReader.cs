using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>Reads the limits of an agreement, by severity or for severities together: an AQL, the contract's own n, Ac and Re, a plan with c = 0, or that none is allowed.</summary>
/// <param name="values">Of the file.</param>
/// <param name="name">Of the file, for what was assumed.</param>
/// <param name="assumed">Takes a sentence for each assumption.</param>
internal sealed partial class LimitReader(YamlValues values, string name, List<FormattableString> assumed)
{
    private const string Wanted = "'not allowed', an AQL such as 2.5, or a plan of the contract's own such as 'n=125, Ac=5, Re=6' in quotes";

    private static readonly HashSet<string> NotAllowed = new(StringComparer.OrdinalIgnoreCase) { "not allowed", "not permitted", "not acceptable", "none", "不允许", "不接受" };

    private static readonly HashSet<string> Items = new(StringComparer.OrdinalIgnoreCase) { "items", "defective items", "nonconforming items", "units", "不合格品" };

    /// <summary>The agreement with its limits.</summary>
    public Agreement Read(YamlNode node, Agreement agreement)
    {
        if (agreement.Limits.Count + agreement.Combined.Count > 0)
        {
            return values.Refuse(node, "a second list of limits (aql and limits are one)", "one", agreement);
        }

        var limits = new List<AgreedLimit>();
        foreach (var (key, value) in values.Entries(node, "aql"))
        {
            if (key.ToLowerInvariant() is "count" or "per")
            {
                Counted(agreement, value, $"aql.{key}");
            }
            else if (Severities(key) is not { } severity)
            {
                values.Refuse(value, $"aql '{key}'", "minor, major, critical, or neighbours together such as critical+major", false);
            }
            else if (limits.Any(limit => limit.Severity == severity))
            {
                values.Refuse(value, $"a second limit for {severity}", "one", false);
            }
            else
            {
                limits.Add(new AgreedLimit(severity, values.Within(value, SeverityLimit.NotAllowed, () => Limit(value, $"aql.{key}", severity))));
            }
        }

        return agreement with
        {
            Limits = new SortedDictionary<Severity, SeverityLimit>(limits.Where(limit => limit.Severity.IsSingle).ToDictionary(limit => limit.Severity.Worst, limit => limit.Limit)),
            Combined = limits.Any(limit => !limit.Severity.IsSingle) ? AgreedLimit.Ordered(limits.Where(limit => !limit.Severity.IsSingle)) : agreement.Combined,
        };
    }

    /// <summary>What is counted: items. Defects per 100 items are refused, since no list holds how many defects an item has.</summary>
    public Agreement Counted(Agreement agreement, YamlNode node, string what)
    {
        var text = values.Text(node, what);
        if (!Items.Contains(text))
        {
            values.Refuse(node, $"{what} '{text}'", "items: what persons, gauges and tests say is counted by defective items, not by defects per 100 items", false);
        }

        return agreement;
    }

    private static SeverityRange? Severities(string key)
    {
        var found = new SortedSet<Severity>();
        foreach (var part in Joined().Split(UnicodeForm.Compatible(key).Replace('_', ' ').ToLowerInvariant().Trim()).Select(part => Defects().Replace(part, string.Empty).Trim()))
        {
            Severity[] meant = part switch
            {
                "critical" or "致命" => [Severity.Critical],
                "major" or "严重" => [Severity.Major],
                "minor" or "轻微" => [Severity.Minor],
                "combined" or "together" => [Severity.Critical, Severity.Major],
                "all" or "total" => Enum.GetValues<Severity>(),
                _ => [],
            };
            if (meant.Length == 0)
            {
                return null;
            }

            found.UnionWith(meant);
        }

        var range = new SeverityRange(found.Max, found.Min);
        return range.Severities.All(found.Contains) ? range : null;
    }

    private SeverityLimit Limit(YamlNode node, string what, SeverityRange severity)
    {
        if (node is YamlScalarNode && NotAllowed.Contains(values.Text(node, what)))
        {
            return SeverityLimit.NotAllowed;
        }

        var terms = new LimitTerms(values, what);
        Collect(node, what, terms);
        if (terms.Aql is "0" && terms.IsAqlAlone)
        {
            assumed.Add($"{name}: an AQL of 0 for {severity.InWords} is read as: not allowed.");
            return SeverityLimit.NotAllowed;
        }

        var limit = terms.Limit(node);
        if (terms.IsRejectionAssumed && limit.Own is { } own)
        {
            assumed.Add($"{name}: the plan for {severity.InWords} gives no rejection number; {own.RejectionNumber} was taken, one more than its acceptance number.");
        }

        return limit;
    }

    // A text and a map say the same: names with values.
    private void Collect(YamlNode node, string what, LimitTerms terms)
    {
        if (node is YamlScalarNode)
        {
            var text = UnicodeForm.Compatible(values.Text(node, what)).Trim();
            if (Three().Match(text) is { Success: true } three)
            {
                terms.Add(node, "n", three.Groups[1].Value);
                terms.Add(node, "ac", three.Groups[2].Value);
                terms.Add(node, "re", three.Groups[3].Value);
            }
            else if (Named().Match(text) is { Success: true, Length: > 0 } named)
            {
                foreach (var (term, value) in named.Groups["name"].Captures.Zip(named.Groups["value"].Captures))
                {
                    terms.Add(node, term.Value.Length == 0 ? "aql" : term.Value, value.Value);
                }
            }
            else
            {
                values.Refuse(node, $"{what} '{text}'", Wanted, false);
            }

            return;
        }

        foreach (var (key, value) in values.Entries(node, what))
        {
            if (LimitTerms.Plain(key) is "plan" or "c0" or "zeroacceptance" or "acceptancenumberzero")
            {
                if (LimitTerms.Plain(key) != "plan")
                {
                    terms.Add(value, "c", "0");
                }

                Collect(value, $"{what}.{key}", terms);
            }
            else
            {
                terms.Add(value, key, values.Text(value, $"{what}.{key}"));
            }
        }
    }

    [GeneratedRegex(@"\s*(?:\+|&|/|,|、|和|与|及|或|\band\b|\bor\b)\s*")]
    private static partial Regex Joined();

    [GeneratedRegex(@"\s+(?:defects?|defectives?|nonconformit(?:y|ies)|together|combined)$|\s*(?:缺陷|不合格品?)$")]
    private static partial Regex Defects();

    [GeneratedRegex(@"^(\d+)\s*/\s*(\d+)\s*/\s*(\d+)$")]
    private static partial Regex Three();

    [GeneratedRegex(
        @"^(?:(?<name>)(?<value>-?\d+(?:\.\d+)?\s*%?)(?:\s*[,;/、]\s*|\s+|$))?"
        + @"(?:(?<name>n|sample\s+size|ac|re|aql|lq|limiting[\s_-]+quality|(?:consumer'?s?[\s_-]+)?risk|c|样本量|接收数|拒收数|极限质量)\s*[=:]?\s*(?<value>-?\d+(?:\.\d+)?\s*%?)(?:\s*[,;/、]\s*|\s+|$))*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
