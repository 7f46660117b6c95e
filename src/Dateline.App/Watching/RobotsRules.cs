using System.Globalization;

namespace Dateline.App.Watching;

/// <summary>What a host's robots.txt lets a program fetch (RFC 9309), and how long it wants to be left alone between requests.</summary>
internal sealed class RobotsRules
{
    private const int Longest = 512_000; // RFC 9309: at least 500 kiB are read
    private const int LongestDelay = 300;
    private readonly List<(bool Allows, string Path)> rules = [];

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules Open { get; } = new();

    /// <summary>Nothing is: what a host wants that cannot be asked.</summary>
    public static RobotsRules Closed { get; } = Of("User-agent: *\nDisallow: /", "");

    /// <summary>Seconds between requests, or null when it does not say.</summary>
    public double? Delay { get; private set; }

    /// <summary>Reads the rules for a program.</summary>
    /// <param name="text">The file.</param>
    /// <param name="robot">The program's name in small letters.</param>
    public static RobotsRules Of(string text, string robot)
    {
        var own = new RobotsRules();
        var all = new RobotsRules();
        var (isOwn, isAll, inNames, named) = (false, false, false, false);
        foreach (var line in (text.Length > Longest ? text[..Longest] : text).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var field = line[..colon].Trim(' ', '\t', '\uFEFF').ToLowerInvariant();
            var value = line[(colon + 1)..].Split('#')[0].Trim();
            if (field == "user-agent")
            {
                (isOwn, isAll) = inNames ? (isOwn, isAll) : (false, false);
                inNames = true;
                isOwn |= robot.Length > 0 && value.Contains(robot, StringComparison.OrdinalIgnoreCase);
                isAll |= value == "*";
                named |= isOwn;
                continue;
            }

            inNames = false;
            if (isOwn)
            {
                own.Take(field, value);
            }

            if (isAll)
            {
                all.Take(field, value);
            }
        }

        return named ? own : all;
    }

    /// <summary>True when an address may be fetched: the longest rule that fits decides, an allowing one before another.</summary>
    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        var (allows, length) = (true, -1);
        foreach (var rule in rules)
        {
            if ((rule.Path.Length > length || (rule.Path.Length == length && rule.Allows)) && Fits(rule.Path, path))
            {
                (allows, length) = (rule.Allows, rule.Path.Length);
            }
        }

        return allows || path == "/robots.txt";
    }

    private void Take(string field, string value)
    {
        if (field is "allow" or "disallow" && value.Length > 0)
        {
            rules.Add((field == "allow", value));
        }
        else if (field == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            Delay = Math.Clamp(seconds, 0, LongestDelay);
        }
    }

    // "*" stands for anything, "$" at the end for the end
    private static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var parts = (isWhole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            var last = isWhole && i == parts.Length - 1;
            var found = last ? (path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal) ? path.Length - parts[i].Length : -1) : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !isWhole || at == path.Length;
    }
}
