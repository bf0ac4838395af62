using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefectVision.Imaging;
using DefectVision.Imaging.Withholding;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;
using DefectVision.Statistics.Sampling;
using DefectVision.Training.Locating;

namespace DefectVision.Cli.Commands;

/// <summary>Numbers, times and regular expressions that a person types.</summary>
internal static class Patterns
{
    private const int MostItems = 100_000_000;

    public static void Check(OptionResult result, string option)
    {
        if (result.GetValueOrDefault<string?>() is not { } pattern)
        {
            return;
        }

        try
        {
            _ = NamePattern.Of(pattern);
        }
        catch (ArgumentException fault)
        {
            result.AddError($"{option}: found '{pattern}', wanted a regular expression ({fault.Message})");
        }
    }

    /// <summary>Refuses an option's number outside a range, named with its option.</summary>
    public static void Range<T>(Option<T> option, long least, long most) => option.Validators.Add(result =>
    {
        // From the word itself: asking for its value throws where it is no number.
        if (result.Tokens is [{ Value: var word }] && !(long.TryParse(word, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: found {word}, wanted {least} to {most}"));
        }
    });

    /// <summary>A time as the outputs carry it: the same on a machine of any culture and time zone.</summary>
    public static DateTimeOffset? Time(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        result.AddError($"--as-of: found '{word}', wanted a time such as 2026-11-24T08:00:00Z");
        return null;
    }

    /// <summary>A part of a shipment: k/n, or that of this task in an array job.</summary>
    public static Shard? Part(ArgumentResult result)
    {
        try
        {
            return result.Tokens[0].Value is Shard.Auto ? Shard.FromEnvironment(Environment.GetEnvironmentVariable) : Shard.Parse(result.Tokens[0].Value);
        }
        catch (FormatException fault)
        {
            result.AddError($"--shard: {fault.Message}");
            return null;
        }
    }

    /// <summary>Two numbers above 0 with a comma between them.</summary>
    public static double[]? Pair(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var numbers = word.Split(',').Select(side => double.TryParse(side, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        if (numbers is [> 0 and < 1e9, > 0 and < 1e9])
        {
            return numbers;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {word}, wanted two numbers above 0 such as 50,1");
        return null;
    }

    /// <summary>What <see cref="FromCarton"/> gives for "all": more than any carton holds.</summary>
    public const int AllOfCarton = int.MaxValue;

    /// <summary>Items of each carton: a number from 1, or all.</summary>
    public static int? FromCarton(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (word == "all")
        {
            return AllOfCarton;
        }

        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var items) && items is >= 1 and <= MostItems)
        {
            return items;
        }

        result.AddError($"--from-carton: found {word}, wanted a whole number from 1, or all");
        return null;
    }

    /// <summary>A single sampling plan: sample size and acceptance number with a comma between them.</summary>
    public static int[]? SinglePlan(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        int[] numbers = [.. word.Split(',').Select(text => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
        if (numbers is [>= 1 and <= MostItems and var items, >= 0 and var accepted] && accepted < items)
        {
            return numbers;
        }

        result.AddError($"--plan: found {word}, wanted n,Ac with n from 1 and Ac from 0 to n - 1, such as 125,3");
        return null;
    }

    /// <summary>A double sampling plan: six whole numbers with commas between them, of which each can be meant.</summary>
    public static DoubleSamplingPlan? DoublePlan(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var numbers = word.Split(',').Select(text => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostItems ? number : -1).ToArray();
        var plan = numbers is [>= 0 and var n1, >= 0 and var ac1, >= 0 and var re1, >= 0 and var n2, >= 0 and var ac2, >= 0 and var re2] ? new DoubleSamplingPlan(n1, n2, ac1, re1, ac2, re2) : null;
        if (plan is null)
        {
            result.AddError($"--double: found {word}, wanted six whole numbers n1,Ac1,Re1,n2,Ac2,Re2 such as 50,2,5,50,6,7");
        }
        else if (plan.Fault is { } fault)
        {
            result.AddError($"--double: found {fault}");
            plan = null;
        }

        return plan;
    }

    /// <summary>Where the product is: auto, none, or a window in shares of the photo's sides.</summary>
    public static Locate Locate(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var sides = word.Split(',').Select(side => double.TryParse(side, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share : double.NaN).ToList();
        switch (word)
        {
            case "auto":
                return Training.Locating.Locate.Auto;
            case "none":
                return Training.Locating.Locate.None;
            case var _ when sides is [var x, var y, var width, var height] && new Window(x, y, width, height) is { IsInside: true } window:
                return new Locate(false, window);
            default:
                result.AddError($"--locate: found {word}, wanted auto, none, or x,y,w,h in shares of the photo's sides, such as 0.2,0.3,0.6,0.4");
                return Training.Locating.Locate.None;
        }
    }

    /// <summary>Width and height in pixels.</summary>
    public static (int Width, int Height)? Size(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (word.Split(',').Select(side => int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : 0).ToList() is [> 0 and var width, > 0 and var height])
        {
            return (width, height);
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {word}, wanted width and height in pixels, such as 224,224");
        return null;
    }

    /// <summary>Three numbers, for red, green and blue.</summary>
    public static float[]? Colours(ArgumentResult result) => Colours(result, double.NegativeInfinity, "three numbers for red, green and blue, such as 0.485,0.456,0.406");

    /// <summary>Three numbers above 0, for red, green and blue.</summary>
    public static float[]? Deviations(ArgumentResult result) => Colours(result, 0, "three numbers above 0 for red, green and blue, such as 0.229,0.224,0.225");

    /// <summary>A share between 0 and 1 with a decimal point.</summary>
    public static double? Share(ArgumentResult result) => Between(result, result.Tokens[0].Value, 1, "a share between 0 and 1");

    /// <summary>A share below 1, or 0 for none.</summary>
    public static double? ShareOrNone(ArgumentResult result) => result.Tokens[0].Value == "0" ? 0 : Share(result);

    /// <summary>A percentage between 0 and 100 with a decimal point.</summary>
    public static double Percent(ArgumentResult result) => Between(result, result.Tokens[0].Value, 100, "a percentage between 0 and 100") ?? 0;

    /// <summary>Several of them.</summary>
    public static double[] Percents(ArgumentResult result) =>
        [.. result.Tokens.Select(token => Between(result, token.Value, 100, "a percentage between 0 and 100") ?? 0)];

    private static float[]? Colours(ArgumentResult result, double above, string wanted)
    {
        var word = result.Tokens[0].Value;
        var numbers = word.Split(',')
            .Select(colour => float.TryParse(colour, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : float.NaN)
            .ToArray();
        if (numbers.Length == 3 && numbers.All(number => float.IsFinite(number) && number > above))
        {
            return numbers;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {word}, wanted {wanted}");
        return null;
    }

    // Left to the machine's culture, "0.2" is read as 2 where a comma is the decimal point.
    private static double? Between(ArgumentResult result, string word, double most, string wanted)
    {
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number < most)
        {
            return number;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: found {word}, wanted {wanted}");
        return null;
    }

    /// <summary>Kinds of metadata with commas between: gps, exif-serial, personal.</summary>
    public static MetadataKinds Metadata(ArgumentResult result)
    {
        var kinds = MetadataKinds.None;
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            kinds |= word switch
            {
                "gps" => MetadataKinds.Gps,
                "exif-serial" => MetadataKinds.ExifSerial,
                "personal" => MetadataKinds.Personal,
                _ => Unknown(word),
            };
        }

        return kinds;

        MetadataKinds Unknown(string word)
        {
            result.AddError($"--redact: found '{word}', wanted gps, exif-serial, personal, or several with commas between (regions: --redact-regions)");
            return MetadataKinds.None;
        }
    }
}
