using System.Collections.Immutable;
using System.Text;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Attributions;

/// <summary>A text with spans marked by double square brackets.</summary>
static class MarkedText
{
    public static (string Text, ImmutableArray<TextSpan> Spans) Read(string marked)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in marked.Split("[["))
        {
            var (start, close) = (text.Length, part.IndexOf("]]", StringComparison.Ordinal));
            if (close >= 0)
                spans.Add(new(start, start + close));
            text.Append(part.Replace("]]", "", StringComparison.Ordinal));
        }

        return (text.ToString(), spans.ToImmutable());
    }
}
