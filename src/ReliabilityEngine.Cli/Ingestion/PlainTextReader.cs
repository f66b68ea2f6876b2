using System.Text;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A file that is one article: title, byline and body, the text being the whole of it.</summary>
static class PlainTextReader
{
    const int LongestTitle = 160;
    const int LongestByline = 100;

    public static Reading Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (!Bytes.TryDecode(bytes, "text", out var text))
            return new BadInput(name, text);
        if (string.IsNullOrWhiteSpace(text))
            return new BadInput(name, "nothing but white space, expected an article");
        var lines = text.AsSpan().TrimStart().EnumerateLines();
        var title = TitleOf(ref lines);
        return new ReadArticle(name, new()
        {
            Id = Article.ContentId(null, title, text),
            Title = title,
            Byline = title is null ? null : BylineOf(lines),
            Text = text,
        });
    }

    /// <summary>The first line, where it is short, has no full stop, and a blank line follows.</summary>
    static string? TitleOf(ref SpanLineEnumerator lines)
    {
        if (!lines.MoveNext())
            return null;
        var first = lines.Current.Trim();
        var title = first.StartsWith("#") ? first.TrimStart('#').Trim() : first;
        return title.Length is > 0 and <= LongestTitle && !HasFullStop(title) && lines.MoveNext() && lines.Current.IsWhiteSpace()
            ? title.ToString()
            : null;
    }

    /// <summary>The next line with something on it, where it begins with "By".</summary>
    static string? BylineOf(SpanLineEnumerator lines)
    {
        while (lines.MoveNext())
        {
            var line = lines.Current.Trim().Trim("*_");
            if (line.IsEmpty)
                continue;
            return line.Length <= LongestByline && line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && !HasFullStop(line)
                ? line[3..].Trim().ToString()
                : null;
        }

        return null;
    }

    /// <summary>The points of abbreviations such as "U.S." and of numbers end no sentence.</summary>
    static bool HasFullStop(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var endsWord = i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]);
            var followsInitial = i > 0 && char.IsUpper(line[i - 1]) && (i == 1 || line[i - 2] is '.' or ' ');
            if (line[i] == '.' && endsWord && !followsInitial)
                return true;
        }

        return false;
    }
}
