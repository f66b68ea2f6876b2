using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>A transcript's turns: a paragraph that a name in capitals and a colon open is that speaker's.</summary>
static class SpeakerTurns
{
    /// <summary>Fewer are headings.</summary>
    const int LeastTurns = 3;

    const int LongestName = 6;

    /// <summary>Words before a colon with which a page announces what follows; nobody speaks.</summary>
    public static readonly FrozenSet<string> Labels =
    [
        "fact", "facts", "note", "update", "updated", "watch", "breaking", "exclusive", "video", "photo", "photos", "related", "correction", "warning",
        "reminder", "spoiler", "tip", "live", "quiz", "podcast", "listen", "question", "answer", "read", "more", "see", "also", "check",
        "trending", "alert", "developing", "news",
    ];

    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        var turns = new List<(TokenRange Name, TokenRange Words)>();
        var speakers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in view.Document.Paragraphs)
        {
            if (Name(view, paragraph.Tokens) is not { } name)
                continue;
            var end = paragraph.Tokens.End;
            turns.Add((name, new(name.End + 1, view.IsMark(end - 1, '.') ? end - 1 : end)));
            speakers.Add(view.Document.Form(name.End - 1));
        }

        // Who speaks in a transcript speaks again; headings do not.
        if (turns.Count < LeastTurns || speakers.Count == turns.Count)
            return;
        foreach (var (name, words) in turns)
            found.TryAdd(name, new TokenRange(name.End, name.End + 1), words);
    }

    static TokenRange? Name(TokenView view, TokenRange line)
    {
        var end = line.First;
        while (end < line.End && end - line.First < LongestName && IsOfName(view, end))
            end++;
        if (end == line.First || end + 1 >= line.End || !view.IsMark(end, ':') || view.Is(line.First, WordClass.Determiner) || Labels.Contains(view.Document.Form(end - 1)))
            return null;
        return view.IsAllCapitals(end - 1) && view.Document.Tokens[end - 1].Length > 2 ? new(line.First, end) : null;
    }

    static bool IsOfName(TokenView view, int token) =>
        view.IsAllCapitals(token) || view.IsMark(token, '.') || view.Document.Raw(token) is [>= 'A' and <= 'Z', '.'];
}
