using System.Collections.Immutable;

namespace ReliabilityEngine.Origins;

/// <summary>Tells whether two articles report the same event; where in doubt, not.</summary>
public static class SameEvent
{
    /// <summary>Further apart two reports may be of two events.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>Of the words that both titles have.</summary>
    public const int FewestInTitles = 3;

    const int FewestNames = 2;
    const int FewestMarks = 10;

    /// <summary>What the two share that tells the event; empty where it does not suffice.</summary>
    /// <param name="isEveryday">So many articles of those days have it that it tells nothing.</param>
    public static ImmutableArray<string> Shared(ImmutableArray<EventMark> marks, ImmutableArray<EventMark> others, Func<string, bool> isEveryday)
    {
        var known = others.Where(mark => !mark.Is(MarkKinds.Cited)).ToDictionary(mark => mark.Text, StringComparer.Ordinal);
        var shared = marks.Where(mark => !mark.Is(MarkKinds.Cited) && known.ContainsKey(mark.Text) && !isEveryday(mark.Text))
            .Select(mark => (mark.Text, Mine: mark, Other: known[mark.Text])).ToList();
        var suffices = shared.Count >= FewestMarks
            && shared.Count(pair => pair.Mine.Is(MarkKinds.Title) && pair.Other.Is(MarkKinds.Title)) >= FewestInTitles
            && shared.Count(pair => pair.Mine.Is(MarkKinds.Name) && pair.Other.Is(MarkKinds.Name)) >= FewestNames;
        return suffices
            ? [.. shared.OrderByDescending(pair => Weight(pair.Mine.Kinds & pair.Other.Kinds)).Select(pair => pair.Mine.Written ?? pair.Text)]
            : [];
    }

    static int Weight(MarkKinds kinds) => (kinds.HasFlag(MarkKinds.Name) ? 4 : 0) + (kinds.HasFlag(MarkKinds.Number) ? 3 : 0) + (kinds.HasFlag(MarkKinds.Title) ? 2 : 0);
}
