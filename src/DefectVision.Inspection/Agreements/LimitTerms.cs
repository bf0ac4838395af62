using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace DefectVision.Inspection.Agreements;

/// <summary>The names and values that one limit is written with, and the limit that they make.</summary>
/// <param name="values">Of the file.</param>
/// <param name="what">The limit's place, for errors.</param>
internal sealed class LimitTerms(YamlValues values, string what)
{
    private const string TablesRefused = "n as the contract gives it (n=50, c=0), or limiting_quality and risk: an AQL alone gives no sample size for c = 0, and published tables of such plans are not used";
    private const int LargestNumber = 100_000_000;

    private readonly Dictionary<string, (YamlNode Node, string Text)> _terms = new(StringComparer.Ordinal);

    /// <summary>As written; "0" for an AQL of zero.</summary>
    public string? Aql => Number("aql") is { } percent ? percent == 0 ? "0" : _terms["aql"].Text : null;

    public bool IsAqlAlone => _terms.Count == 1 && _terms.ContainsKey("aql");

    /// <summary>The plan names Ac and no Re.</summary>
    public bool IsRejectionAssumed => !_terms.ContainsKey("re");

    private bool HasPlan => _terms.ContainsKey("n") || _terms.ContainsKey("ac") || _terms.ContainsKey("re");

    /// <summary>A name as it is compared: limiting-quality and "Limiting quality" are one.</summary>
    public static string Plain(string term) => string.Concat(term.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter)));

    public void Add(YamlNode node, string term, string text)
    {
        var name = Plain(term) switch
        {
            "n" or "samplesize" or "样本量" => "n",
            "ac" or "acceptance" or "acceptancenumber" or "接收数" => "ac",
            "re" or "rejection" or "rejectionnumber" or "拒收数" => "re",
            "c" => "c",
            "aql" => "aql",
            "lq" or "limitingquality" or "极限质量" => "limiting_quality",
            "risk" or "consumerrisk" or "consumersrisk" => "risk",
            "between" => "between",
            _ => null,
        };
        if (name is null)
        {
            values.NotReadWithin(what, term, node);
        }
        else if (!_terms.TryAdd(name, (node, text.Trim())) && _terms[name].Text != text.Trim())
        {
            values.Refuse(node, $"{what}.{name} '{text.Trim()}' beside '{_terms[name].Text}'", "one", false);
        }
    }

    /// <summary>The limit; what is wrong with it is named.</summary>
    /// <param name="node">The limit's own.</param>
    public SeverityLimit Limit(YamlNode node)
    {
        var aql = _terms.ContainsKey("aql") ? Percent() : null;
        if (HasPlan || (_terms.ContainsKey("c") && _terms.ContainsKey("n")))
        {
            return new SeverityLimit(aql) { Own = Own(node) };
        }

        if (_terms.ContainsKey("c") || _terms.ContainsKey("limiting_quality") || _terms.ContainsKey("risk"))
        {
            return new SeverityLimit(aql) { Zero = Zero(node) };
        }

        return aql is not null ? new SeverityLimit(aql)
            : _terms.ContainsKey("aql") ? SeverityLimit.NotAllowed
            : values.Refuse(node, $"{what} without a limit", "an AQL, n with Ac and Re, or c = 0 with a limiting quality", SeverityLimit.NotAllowed);
    }

    private decimal? Percent()
    {
        var (node, text) = _terms["aql"];
        return !Statistics.Sampling.Aql.TryParse(text.TrimEnd('%', ' '), out var aql)
                ? values.Refuse(node, $"{what} '{text}'", "'not allowed' or one of " + string.Join(", ", Statistics.Sampling.Aql.Series.Where(step => step.CountsNonconformingItems)), (decimal?)null)
            : aql.CountsNonconformingItems ? aql.Percent
            : values.Refuse(node, $"{what} '{text}'", "10 or less: an AQL above 10 counts defects per 100 items, and what is counted here is defective items", (decimal?)null);
    }

    private OwnPlan? Own(YamlNode node)
    {
        if (_terms.ContainsKey("limiting_quality") || _terms.ContainsKey("risk"))
        {
            return values.Refuse(node, $"{what} with n, Ac or Re and a limiting quality or risk", "either the contract's own n, Ac and Re or a limiting quality, from which n is computed", (OwnPlan?)null);
        }

        var acceptance = _terms.ContainsKey("ac") ? "ac" : "c";
        if (!_terms.ContainsKey("n") || !_terms.ContainsKey(acceptance))
        {
            return values.Refuse(node, $"{what} without {(_terms.ContainsKey("n") ? "Ac" : "n")}", "n, Ac and Re, such as 'n=125, Ac=5, Re=6' in quotes", (OwnPlan?)null);
        }

        if (Whole("n", 1) is not { } size || Whole(acceptance, 0) is not { } accepted || (IsRejectionAssumed ? accepted + 1 : Whole("re", 1)) is not { } rejected)
        {
            return null;
        }

        return accepted >= rejected ? values.Refuse(node, $"{what} with Ac {accepted} and Re {rejected}", "an Ac below Re", (OwnPlan?)null)
            : rejected > size + 1 ? values.Refuse(node, $"{what} with Re {rejected} and n {size}", "Re at most n + 1: no more than n defective items can be found", (OwnPlan?)null)
            : new OwnPlan(size, accepted, rejected) { Between = Between() };
    }

    private BetweenNumbers Between()
    {
        if (!_terms.TryGetValue("between", out var said))
        {
            return BetweenNumbers.Hold;
        }

        return values.One<BetweenNumbers>(said.Text, said.Node, $"{what}.between");
    }

    private ZeroAcceptance? Zero(YamlNode node)
    {
        if (_terms.TryGetValue("c", out var c) && Number("c") != 0)
        {
            return values.Refuse(c.Node, $"{what} with c '{c.Text}' and no n", "n, too, such as n=80, c=3; a sample size is computed for c = 0 only", (ZeroAcceptance?)null);
        }

        if (!_terms.ContainsKey("limiting_quality"))
        {
            return values.Refuse(node, _terms.ContainsKey("aql") ? $"{what} with c = 0 and only an AQL" : $"{what} with c = 0 and no sample size", TablesRefused, (ZeroAcceptance?)null);
        }

        var quality = Share("limiting_quality", 0.01m, 100);
        var risk = _terms.ContainsKey("risk") ? Share("risk", 0.01m, 50) : ZeroAcceptance.DefaultRisk;
        return quality is { } share && risk is { } chance ? new ZeroAcceptance(share, chance) { IsRiskDefault = !_terms.ContainsKey("risk") } : null;
    }

    private decimal? Share(string term, decimal least, decimal most) => Number(term) is { } percent && percent >= least && percent <= most ? percent
        : values.Refuse(_terms[term].Node, $"{what}.{term} '{_terms[term].Text}'", string.Create(CultureInfo.InvariantCulture, $"percent from {least} to {most}"), (decimal?)null);

    private int? Whole(string term, int least)
    {
        var (node, text) = _terms[term];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= LargestNumber ? number
            : values.Refuse(node, $"{what}.{term} '{text}'", $"a whole number from {least} to {LargestNumber}", (int?)null);
    }

    private decimal? Number(string term) =>
        _terms.TryGetValue(term, out var said) && decimal.TryParse(said.Text.TrimEnd('%', '％', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
