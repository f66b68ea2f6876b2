using System.Globalization;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Learning.WhatIf.Changes;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What a writer can do about those who are cited.</summary>
static class SourceChanges
{
    // The names that stand for anybody in legal papers.
    static readonly string[] Anybody = ["Jane Doe", "John Doe", "Mary Major", "Richard Roe", "Jane Roe", "John Stiles", "Mary Miles", "Richard Miles"];

    // Verbs of thinking are left alone: who assumes says nothing.
    static readonly string[] Doubting = ["claim~v", "allege~v", "purport~v", "insinuate~v"];

    const string AccordingTo = "according to";

    public static IEnumerable<Change> All =>
    [
        new("name-sources", n => n == 1 ? "naming the unnamed source" : string.Create(CultureInfo.InvariantCulture, $"naming the unnamed sources in {n} places"), Name),
        new("say-why-unnamed", n => $"saying what {The(n, "unnamed source stands", "unnamed sources stand")} to lose",
            a => Describe(a, x => x.Reason == ReasonGiven.Missing, "who asked not to be named for fear of losing the job")),
        new("say-how-they-know", n => $"saying how {The(n, "unnamed source knows", "unnamed sources know")}",
            a => Describe(a, x => x.Basis is null, "who was in the room")),
        new("name-source-of-lead", _ => "naming who says so in the first sentence", NameInLead),
        new("plain-report-verbs", n => $"a plain “said” for {The(n, "verb that doubts or attacks", "verbs that doubt or attack")}", SayPlainly),
    ];

    /// <summary>A named source for a sentence that ends with a full stop and names none in these words; null for others.</summary>
    public static TextEdit? Attribute(ArticleAnalysis a, TextSpan sentence)
    {
        var words = sentence.In(a.Article.Text);
        return words.EndsWith(".") && !words.Contains(AccordingTo, StringComparison.OrdinalIgnoreCase)
            ? TextEdit.Insert(sentence.End - 1, $", {AccordingTo} {NewNames(a).First()} of the town council", sentence)
            : null;
    }

    static IEnumerable<TextEdit> Name(ArticleAnalysis a)
    {
        var sources = Unnamed(a).ToList();
        var names = sources.Select(x => Sources.KeyOf(a.Document, x)).Distinct(StringComparer.Ordinal).Zip(NewNames(a)).ToDictionary(pair => pair.First, pair => pair.Second);
        return sources.Select(x => TextEdit.Replace(x.Source!.Value, names[Sources.KeyOf(a.Document, x)]));
    }

    /// <summary>Words about each unnamed source where it is first cited.</summary>
    static IEnumerable<TextEdit> Describe(ArticleAnalysis a, Func<Anonymity, bool> lacks, string words) =>
        from source in Unnamed(a).GroupBy(x => Sources.KeyOf(a.Document, x), StringComparer.Ordinal)
        where source.All(x => lacks(x.Anonymity!))
        let place = source.First().Source!.Value
        select TextEdit.Insert(place.End, $", {words}{(a.Article.Text.AsSpan(place.End) is [',' or '.', ..] ? "" : ",")}", place);

    static IEnumerable<TextEdit> NameInLead(ArticleAnalysis a)
    {
        var first = a.Body.Sentences.FirstOrDefault();
        var isNamed = a.Attributions.Any(x => x is { Source: { } source, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document } && a.Body.IsInLead(source));
        return isNamed || Attribute(a, first.Span) is not { } edit ? [] : [edit];
    }

    static IEnumerable<TextEdit> SayPlainly(ArticleAnalysis a)
    {
        var cues = a.Attributions.Where(x => x.Cue is not null).Select(x => x.Cue!.Value).ToHashSet();
        return a.CuesOf("report-verbs").Where(cue => (cue.Value == "critical" || Doubting.Contains(cue.Entry)) && cues.Contains(cue.Span))
            .Select(cue => TextEdit.Replace(cue.Span, FormOfSay(cue.Span.In(a.Article.Text).ToString())));
    }

    static string FormOfSay(string verb) => verb switch
    {
        [.., 'i', 'n', 'g'] => "saying",
        [.., not 's', 's'] => "says",
        [.., 'e', 'd'] => "said",
        _ => "say",
    };

    static IEnumerable<Attribution> Unnamed(ArticleAnalysis a) =>
        a.Attributions.Where(x => x is { Source: { } source, Anonymity: not null, Anaphor: false } && a.Body.Contains(source)).DistinctBy(x => x.Source);

    static IEnumerable<string> NewNames(ArticleAnalysis a) =>
        Anybody.Where(name => !a.Article.Text.Contains(name, StringComparison.Ordinal)).Concat(Enumerable.Repeat(Anybody[0], 1000));
}
