using System.Collections.Frozen;
using System.Globalization;
using ReliabilityEngine.Features;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Contributions in words that a reporter understands.</summary>
static class Reason
{
    const string OtherWords = "other words";
    const int WordsNamed = 8;

    static readonly FrozenDictionary<string, Feature> Features = FeatureSet.All.ToFrozenDictionary(feature => feature.Name);

    /// <summary>Measurements that are formulas, said by what they stand for.</summary>
    static readonly FrozenDictionary<string, Func<double, string>> Formulas = new Dictionary<string, Func<double, string>>
    {
        ["log_words"] = value => $"the length of the text ({Numbers.Whole(Math.Exp(value) - 1)} words)",
        ["sentence_length_deviation"] = value => string.Create(CultureInfo.InvariantCulture, $"how much the sentences differ in length (by {value:0.#} words)"),
        ["flesch_kincaid_grade"] = value => string.Create(CultureInfo.InvariantCulture, $"how hard it is to read, by sentences and syllables (school grade {value:0.#})"),
        ["coleman_liau_index"] = value => string.Create(CultureInfo.InvariantCulture, $"how hard it is to read, by letters and sentences (school grade {value:0.#})"),
        ["source_diversity"] = value => string.Create(CultureInfo.InvariantCulture, $"how evenly the sources get a say ({100 * value:0} % of evenly)"),
        ["author_hedging_balance"] = value => string.Create(CultureInfo.InvariantCulture, $"hedges among the author's hedges and boosters ({100 * value:0} %)"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Those with most points, declared features before single words, which tell a reader less; sums over many words and
    /// the scale's limits left out.
    /// </summary>
    public static IEnumerable<Contribution> Strongest(IEnumerable<Contribution> contributions, int count) =>
        contributions.Where(c => IsTelling(c) && Numbers.Tenth(c.Points) != 0)
            .OrderBy(c => c.Words is not null).ThenByDescending(c => Math.Abs(c.Points)).Take(count);

    /// <summary>A declared feature, or words that a reader can look for: no masked names, no bare marks.</summary>
    static bool IsTelling(Contribution contribution) => contribution.Words is { } words
        ? !words.Contains('[', StringComparison.Ordinal) && words.Any(char.IsLetter)
        : Features.ContainsKey(contribution.Feature);

    /// <summary>What n-grams add: single runs of words, or all others together.</summary>
    public static bool IsOfWords(Contribution contribution) => contribution.Words is not null || contribution.Feature == OtherWords;

    /// <summary>All words of an article as one reason, those named that move the score most.</summary>
    public static string OfWords(IReadOnlyCollection<(Contribution Reason, double Points)> words)
    {
        var named = words.Where(pair => pair.Reason.Words is not null && IsTelling(pair.Reason) && pair.Points != 0)
            .OrderByDescending(pair => Math.Abs(pair.Points)).Take(WordsNamed).ToList();
        var others = Numbers.Tenth(words.Sum(pair => pair.Points) - named.Sum(pair => pair.Points));
        return "its words one by one, as rated articles use them: "
            + string.Join(", ", named.Select(pair => $"“{pair.Reason.Words}” {Numbers.Points(pair.Points)}").Append($"all others together {Numbers.Points(others)}"));
    }

    public static string InWords(Contribution contribution) => $"{Numbers.Points(contribution.Points)} {What(contribution)}";

    public static string What(Contribution contribution)
    {
        if (contribution.Words is { } words)
            return $"the {(!words.Any(char.IsLetter) ? "marks" : words.Contains(' ', StringComparison.Ordinal) ? "words" : "word")} “{words}”";
        if (Formulas.TryGetValue(contribution.Feature, out var plainly))
            return plainly(contribution.Value);
        return Features.TryGetValue(contribution.Feature, out var feature)
            ? $"{Subject(feature)} ({Amount(feature, contribution.Value)})"
            : contribution.Feature switch
            {
                "limit" => "the limits of the scale",
                OtherWords => "all other words together",
                "together" => "what the measurements do only together",
                var name => name,
            };
    }

    /// <summary>The description without its full stop and the paper that it cites, its first letter made small.</summary>
    static string Subject(Feature feature)
    {
        var description = WithoutCitation(feature.Description.TrimEnd('.'));
        // Abbreviations keep their capitals.
        return description.Length > 1 && char.IsUpper(description[1])
            ? description
            : char.ToLowerInvariant(description[0]) + description[1..];
    }

    static string WithoutCitation(string description) =>
        description is [.., >= '0' and <= '9', ')'] || description.Contains("(W3C: ", StringComparison.Ordinal) ? description[..description.LastIndexOf(" (", StringComparison.Ordinal)] : description;

    static string Amount(Feature feature, double value)
    {
        if (value == 0)
            return feature.Unit == "0 or 1" ? "no" : "none";
        return feature.Unit switch
        {
            "0 or 1" => "yes",
            Feature.ShareOfWhole => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0} %"),
            "count" => Numbers.Whole(value),
            [.., 's'] unit when value == 1 && !unit.Contains(' ', StringComparison.Ordinal) => $"1 {unit[..^1]}",
            var unit => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}"),
        };
    }
}
