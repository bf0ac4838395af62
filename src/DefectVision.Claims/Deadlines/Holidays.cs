using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Claims.Deadlines;

/// <summary>
/// Public holidays, and weekend days that are worked (调休), of the countries and years that a file says it knows. The file is CSV: date,name,kind,country with
/// kind "holiday" or "working day"; comment lines name the years (<c># years: CN 2025-2026</c>) and the source.
/// </summary>
public sealed partial class Holidays
{
    private readonly Dictionary<(string Country, DateOnly Date), bool> _worked = [];
    private readonly HashSet<(string Country, int Year)> _known = [];

    private Holidays()
    {
    }

    /// <summary>Those that come with the program: China, United States, England and Wales, Germany.</summary>
    public static Holidays Shipped()
    {
        var holidays = new Holidays();
        foreach (var name in typeof(Holidays).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("holidays.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(typeof(Holidays).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            holidays.Add(reader.ReadToEnd(), name);
        }

        return holidays;
    }

    /// <param name="text">The file's text.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <exception cref="ClaimException">A line that is none, with its number.</exception>
    public static Holidays Read(string text, string name)
    {
        var holidays = new Holidays();
        holidays.Add(text, name);
        return holidays;
    }

    /// <summary>Whether people work in this country on this day; by weekends alone where the year is not known.</summary>
    public bool IsBusinessDay(DateOnly date, string country) =>
        _worked.TryGetValue((country, date), out var worked) ? worked : IsWeekday(date);

    /// <summary>The day that is so many business days later. A day counts when it is one in every country; without countries, Monday to Friday.</summary>
    public DateOnly Add(DateOnly from, int days, IReadOnlyList<string> countries)
    {
        var date = from;
        for (var left = days; left > 0;)
        {
            date = date.AddDays(1);
            left -= (countries.Count == 0 ? IsWeekday(date) : countries.All(country => IsBusinessDay(date, country))) ? 1 : 0;
        }

        return date;
    }

    /// <summary>Countries and years between two days that nothing is known of, such as "CN 2027".</summary>
    public IReadOnlyList<string> Unknown(DateOnly first, DateOnly last, IReadOnlyList<string> countries) =>
    [
        .. from country in countries
           from year in Enumerable.Range(first.Year, last.Year - first.Year + 1)
           where !_known.Contains((country, year))
           select string.Create(CultureInfo.InvariantCulture, $"{country} {year}"),
    ];

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private void Add(string text, string name)
    {
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim('\r', ' ', '\uFEFF')))
        {
            number++;
            if (Years().Match(line) is { Success: true } years)
            {
                var first = int.Parse(years.Groups[2].Value, CultureInfo.InvariantCulture);
                var last = years.Groups[3].Success ? int.Parse(years.Groups[3].Value, CultureInfo.InvariantCulture) : first;
                _known.UnionWith(Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(year => (years.Groups[1].Value, year)));
            }
            else if (line.Length > 0 && line[0] != '#' && line != "date,name,kind,country")
            {
                AddDay(line.Split(','), $"{name}, line {number.ToString(CultureInfo.InvariantCulture)}", line);
            }
        }
    }

    private void AddDay(string[] cells, string place, string line)
    {
        if (cells.Length != 4 || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || cells[2] is not ("holiday" or "working day") || cells[3] is not { Length: 2 })
            throw new ClaimException($"{place}: found '{line}', wanted date,name,kind,country such as 2026-10-01,国庆节,holiday,CN");
        if (!_known.Contains((cells[3], date.Year)))
            throw new ClaimException($"{place}: found a day of {cells[3]} {date.Year.ToString(CultureInfo.InvariantCulture)}, wanted a line '# years: {cells[3]} {date.Year.ToString(CultureInfo.InvariantCulture)}' above it: a year is known whole or not at all");
        _worked[(cells[3], date)] = cells[2] == "working day";
    }

    [GeneratedRegex(@"^# years: ([A-Z]{2}) (\d{4})(?:-(\d{4}))?$")]
    private static partial Regex Years();
}
