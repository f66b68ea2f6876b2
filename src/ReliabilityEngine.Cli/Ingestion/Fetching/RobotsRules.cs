using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>What a site's robots.txt says to one crawler (RFC 9309).</summary>
/// <param name="Delay">The crawl delay that it asks for, which the RFC does not know and many sites state.</param>
sealed record RobotsRules(ImmutableArray<RobotsRules.Rule> Rules, TimeSpan? Delay)
{
    /// <summary>The RFC asks parsers to read at least this much.</summary>
    public const int MaxBytes = 500 * 1024;

    const int LongestPattern = 2048;
    const double LongestDelaySeconds = 60;

    public static RobotsRules AllowAll { get; } = new([], null);

    internal readonly record struct Rule(string Pattern, bool IsAllowed);

    /// <param name="crawler">The product name that groups are addressed to, such as "ReliabilityEngine".</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> bytes, string crawler)
    {
        var own = new Group();
        var any = new Group();
        var addressed = new List<Group>();
        var isInNames = false;
        foreach (var line in Encoding.UTF8.GetString(Bytes.WithoutMark(bytes[..Math.Min(bytes.Length, MaxBytes)])).Split('\r', '\n'))
        {
            if (Field(line) is not var (name, value))
                continue;
            if (name == "user-agent")
            {
                if (!isInNames)
                    addressed.Clear();
                isInNames = true;
                if (value == "*")
                    addressed.Add(any);
                else if (value.Length > 0 && crawler.StartsWith(value, StringComparison.OrdinalIgnoreCase))
                    addressed.Add(own);
                continue;
            }

            isInNames = false;
            foreach (var group in addressed)
                group.Add(name, value);
        }

        var chosen = own.IsMet ? own : any;
        return new([.. chosen.Rules], chosen.Delay);
    }

    /// <summary>The longest pattern that fits decides, permission before prohibition.</summary>
    public bool Allows(string pathAndQuery)
    {
        var path = PercentEncoding.Normal(pathAndQuery);
        var best = Rules.Where(rule => Fits(rule.Pattern, path)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.IsAllowed).FirstOrDefault();
        return best.Pattern is null || best.IsAllowed || pathAndQuery == "/robots.txt";
    }

    static (string Name, string Value)? Field(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var content = comment < 0 ? line : line[..comment];
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
    }

    /// <summary>Star by star, each at its first place: never goes back further than the last star.</summary>
    static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var isAnchored = pattern is [.., '$'];
        if (isAnchored)
            pattern = pattern[..^1];
        var (p, i, star, retry) = (0, 0, -1, 0);
        while (i < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, retry, p) = (p, i, p + 1);
            else if (p < pattern.Length && pattern[p] == path[i])
                (p, i) = (p + 1, i + 1);
            else if (p == pattern.Length && !isAnchored)
                return true;
            else if (star >= 0)
                (p, i, retry) = (star + 1, retry + 1, retry + 1);
            else
                return false;
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public bool IsMet { get; private set; }

        public void Add(string name, string value)
        {
            IsMet = true;
            if (name is "allow" or "disallow" && value.Length is > 0 and <= LongestPattern)
                Rules.Add(new(PercentEncoding.Normal(value), name == "allow"));
            else if (name == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                Delay = TimeSpan.FromSeconds(Math.Min(seconds, LongestDelaySeconds));
        }
    }
}
