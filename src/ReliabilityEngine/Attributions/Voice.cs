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
public sealed class VoiceMap
{
    readonly (TextSpan Content, Attribution Attribution)[] _contents;

    /// <summary>For each content the index of the one around it, or -1.</summary>
    readonly int[] _around;

    public VoiceMap(ImmutableArray<Attribution> attributions)
    {
        _contents =
        [
            .. attributions.SelectMany(attribution => attribution.Content.Select(content => (content, attribution)))
                .OrderBy(pair => pair.content.Start).ThenByDescending(pair => pair.content.End),
        ];
        _around = new int[_contents.Length];
        for (var i = 0; i < _contents.Length; i++)
            _around[i] = Around(i - 1, _contents[i].Content);
    }

    public Voice At(TextSpan span) => AttributionAt(span) switch
    {
        null or { Kind: SourceKind.Author } => Voice.Author,
        { Source: not null, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document } => Voice.Named,
        _ => Voice.Unnamed,
    };

    /// <summary>The attribution with the shortest content span around the place, or null.</summary>
    public Attribution? AttributionAt(TextSpan span)
    {
        var (low, high) = (0, _contents.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_contents[middle].Content.Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return Around(low - 1, span) is var index && index >= 0 ? _contents[index].Attribution : null;
    }

    int Around(int index, TextSpan span)
    {
        while (index >= 0 && !_contents[index].Content.Contains(span))
            index = _around[index];
        return index;
    }
}
