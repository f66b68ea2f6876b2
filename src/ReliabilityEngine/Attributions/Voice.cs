using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Whose words something is.</summary>
public enum Voice : byte
{
    Author,
    Named,
    Unnamed,
}

/// <summary>Tells whose words stand at a place: the innermost attribution's that holds it.</summary>
public sealed class VoiceMap(ImmutableArray<Attribution> attributions)
{
    readonly (TextSpan Content, Attribution Attribution)[] _contents =
        [.. attributions.SelectMany(a => a.Content.Select(content => (content, a))).OrderBy(pair => pair.content)];

    public Voice At(TextSpan span) => AttributionAt(span) switch
    {
        null => Voice.Author,
        { Kind: SourceKind.Author } => Voice.Author,
        { Source: not null, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document } => Voice.Named,
        _ => Voice.Unnamed,
    };

    /// <summary>The attribution with the shortest content span around the place, or null.</summary>
    public Attribution? AttributionAt(TextSpan span)
    {
        (int Length, Attribution? Attribution) best = (int.MaxValue, null);
        foreach (var (content, attribution) in _contents)
        {
            if (content.Start > span.Start)
                break;
            if (content.Contains(span) && content.Length <= best.Length)
                best = (content.Length, attribution);
        }

        return best.Attribution;
    }
}
