using System.Text;
using System.Xml;
using ReliabilityEngine.Cli.Ingestion.Feeds;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>The XML of SemEval-2019 task 4: articles in one file, what was said of them in another.</summary>
/// <param name="Url">Where the article stood, which alone names the outlet.</param>
sealed record SemEvalTruth(string? Url, IReadOnlyDictionary<string, string> Labels);

static class SemEvalReader
{
    const int DeepestNesting = 32;

    /// <summary>One article at a time: the largest of these files has 2 GB.</summary>
    /// <param name="mostCharacters">What an article may have.</param>
    public static IEnumerable<Reading> Read(string name, Stream stream, IReadOnlyDictionary<string, SemEvalTruth> truths, int mostCharacters)
    {
        using var reader = SafeXml.Reader(stream);
        while (true)
        {
            Reading? reading;
            var isOver = false;
            try
            {
                reading = SafeXml.Guarded(() => reader.ReadToFollowing("article") ? ReadArticle(name, reader, truths, mostCharacters) : null);
                if (reading is null)
                    yield break;
            }
            catch (XmlException error)
            {
                isOver = reader.ReadState != ReadState.Interactive || error.InnerException is not null;
                reading = new BadInput($"{name}:{Math.Max(1, error.LineNumber)}", $"not the XML of articles: {SafeXml.Explain(error)}");
            }

            yield return reading;
            if (isOver)
                yield break;
        }
    }

    public static Dictionary<string, SemEvalTruth> ReadTruths(Stream stream)
    {
        var truths = new Dictionary<string, SemEvalTruth>();
        using var reader = SafeXml.Reader(stream);
        while (SafeXml.Guarded(() => reader.ReadToFollowing("article")))
        {
            var labels = new Dictionary<string, string>();
            if (reader.GetAttribute("hyperpartisan") is { Length: > 0 } hyperpartisan)
                labels["hyperpartisan"] = hyperpartisan;
            if (Leaning(reader.GetAttribute("bias")) is { } leaning)
                labels["leaning"] = leaning;
            if (reader.GetAttribute("id") is { } id)
                truths[id] = new(reader.GetAttribute("url"), labels);
        }

        return truths;
    }

    static string? Leaning(string? bias) => bias switch
    {
        "left" or "left-center" => "left",
        "right" or "right-center" => "right",
        "least" => "center",
        _ => null,
    };

    static Reading ReadArticle(string name, XmlReader reader, IReadOnlyDictionary<string, SemEvalTruth> truths, int mostCharacters)
    {
        var (id, title, published) = (reader.GetAttribute("id"), reader.GetAttribute("title"), reader.GetAttribute("published-at"));
        var place = $"{name}:{((IXmlLineInfo)reader).LineNumber}";
        var (text, links) = ReadBody(reader, mostCharacters);
        if (text is null)
            return new BadInput(place, $"an article of more than {mostCharacters} characters");
        if (text.Length == 0)
            return new BadInput(place, "an article without text");
        var truth = id is null ? null : truths.GetValueOrDefault(id);
        return new ReadArticle(place, new()
        {
            Id = id ?? Article.ContentId(null, title, text),
            Outlet = Outlets.NameFor(null, truth?.Url),
            Title = title,
            Url = truth?.Url,
            Published = Dates.Parse(published),
            Text = text,
            Links = [.. links.Distinct()],
        })
        {
            Labels = truth?.Labels ?? new Dictionary<string, string>(),
            DateIsUnreadable = published is { Length: > 0 } && Dates.Parse(published) is null,
        };
    }

    /// <summary>No text where it is longer than an article may be; the reader stands behind it all the same.</summary>
    static (string? Text, List<string> Links) ReadBody(XmlReader reader, int mostCharacters)
    {
        var (text, links) = (new StringBuilder(), new List<string>());
        if (reader.IsEmptyElement)
            return ("", links);
        for (var start = reader.Depth; reader.Read() && reader.Depth > start;)
        {
            if (reader.Depth > DeepestNesting)
                throw new XmlException($"elements more than {DeepestNesting} deep in one another");
            if (text.Length > mostCharacters || links.Count > mostCharacters)
                continue;
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(reader.Value.ReplaceLineEndings(" "));
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "a" } && reader.GetAttribute("href") is ['h', 't', 't', 'p', ..] link && reader.GetAttribute("type") != "internal")
                links.Add(link);
            else if (reader is { NodeType: XmlNodeType.EndElement or XmlNodeType.Element, LocalName: "p" or "q" or "br" or "div" or "li" } && reader.LocalName != "q")
                text.Append('\n');
        }

        return (text.Length > mostCharacters ? null : Paragraphs(text.ToString()), links);
    }

    static string Paragraphs(string text) =>
        string.Join("\n\n", text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
}
