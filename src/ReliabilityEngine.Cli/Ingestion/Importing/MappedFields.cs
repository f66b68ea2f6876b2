using System.Collections.Frozen;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>An article out of a record whose fields have other names than ours.</summary>
/// <param name="names">Per field of an article, the names that it may have, the best first.</param>
sealed class MappedFields(FrozenDictionary<string, string[]> names)
{
    static readonly string[] Fields = ["id", "outlet", "title", "byline", "url", "published", "text", "html"];

    /// <summary>What crawlers and extractors of web archives call them.</summary>
    public static MappedFields Common { get; } = new(new Dictionary<string, string[]>
    {
        ["id"] = ["id", "warc_record_id", "WARC-Record-ID", "record_id", "fingerprint"],
        ["outlet"] = ["outlet", "source_domain", "sitename", "hostname", "source", "domain", "publisher", "publication"],
        ["title"] = ["title", "title_page", "headline"],
        ["byline"] = ["byline", "author", "authors"],
        ["url"] = ["url", "WARC-Target-URI", "warc_target_uri", "uri", "link"],
        ["published"] = ["published", "date_publish", "publish_date", "published_utc", "date", "timestamp", "WARC-Date", "warc_date"],
        ["text"] = ["text", "maintext", "body", "content", "article", "raw_text"],
        ["html"] = ["html", "raw_html", "payload"],
    }.ToFrozenDictionary());

    /// <summary>Such as <c>text=body,outlet=source</c>; what it does not name keeps its own names.</summary>
    public static MappedFields Parse(string mapping)
    {
        var names = Common._names.ToDictionary();
        foreach (var pair in mapping.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var field, { Length: > 0 } column] || !Fields.Contains(field))
                throw new Refusal($"{pair}: expected FIELD=COLUMN with FIELD one of {string.Join(", ", Fields)}");
            names[field] = [column];
        }

        return new(names.ToFrozenDictionary());
    }

    readonly FrozenDictionary<string, string[]> _names = names;

    /// <summary>What a table lacks: the columns that a text may stand in, or one that the mapping names; null where it lacks nothing.</summary>
    public string? LackIn(IReadOnlyDictionary<string, int> columns)
    {
        var missing = _names.Where(field => field.Value is [var only] && only != field.Key && !columns.ContainsKey(only)).Select(field => field.Value[0]).ToList();
        if (missing.Count > 0)
            return $"no column {string.Join(", ", missing)}; its columns are: {string.Join(", ", columns.Keys)}";
        return _names["text"].Concat(_names["html"]).Any(columns.ContainsKey) ? null
            : $"no column {string.Join(", ", _names["text"])} or html; its columns are: {string.Join(", ", columns.Keys)}. Say which holds the text: --columns text=COLUMN";
    }

    /// <param name="value">A field of the record by its name, or null.</param>
    public Reading Read(string place, Func<string, string?> value)
    {
        var (url, html) = (Field("url"), Field("html"));
        if (Fields.Any(name => Field(name)?.Contains('\0') == true))
            return new BadInput(place, "binary data, expected text");
        if (html is not null)
            return FromPage(place, html, url, Field);
        if (Field("text") is not { } text)
            return new BadInput(place, $"no text, expected a field {string.Join(", ", _names["text"])} or {string.Join(", ", _names["html"])}");
        var (outlet, title, published) = (Field("outlet"), Field("title"), Field("published"));
        return new ReadArticle(place, new()
        {
            Id = Field("id") ?? Article.ContentId(outlet, title, text),
            Outlet = Outlets.NameFor(outlet, url),
            Title = title,
            Byline = Field("byline"),
            Url = url,
            Published = DateOf(published),
            Text = text,
        })
        {
            DateIsUnreadable = published is not null && DateOf(published) is null,
        };

        string? Field(string name) => _names[name].Select(value).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();
    }

    static Reading FromPage(string place, string html, string? url, Func<string, string?> field)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null;
        if (HtmlReader.Read(place, System.Text.Encoding.UTF8.GetBytes(html), "utf-8", address) is not ReadArticle read)
            return HtmlReader.Read(place, System.Text.Encoding.UTF8.GetBytes(html), "utf-8", address);
        return read with
        {
            Article = read.Article with
            {
                Id = field("id") ?? read.Article.Id,
                Url = read.Article.Url ?? url,
                Published = read.Article.Published ?? DateOf(field("published")),
            },
        };
    }

    /// <summary>Seconds since 1970 are common here.</summary>
    static DateTimeOffset? DateOf(string? text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : FeedDates(text);

    static DateTimeOffset? FeedDates(string? text) => text is null ? null : Dates.Parse(text) ?? Feeds.FeedDates.Parse(text);
}
