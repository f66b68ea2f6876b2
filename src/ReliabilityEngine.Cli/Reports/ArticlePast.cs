using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The texts and scores that an article has had.</summary>
/// <param name="Scores">Empty where nobody asked for them.</param>
sealed record ArticlePast(ImmutableArray<RevisionLine> Revisions, ImmutableArray<PastScoreLine> Scores)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteList("revisions", Revisions, (writer, revision) => revision.Write(writer));
        if (!Scores.IsEmpty)
            json.WriteList("history", Scores, (writer, score) => score.Write(writer));
    }

    /// <summary>Says nothing of an article that has had one text, where nobody asked for more.</summary>
    public void Write(TextWriter output, int width)
    {
        if (Revisions.Length > 1)
        {
            output.WriteLine("\nRevisions");
            Print(output, width, Revisions, RevisionLine.Columns);
        }

        if (!Scores.IsEmpty)
        {
            output.WriteLine("\nScores so far (* stands)");
            Print(output, width, Scores, PastScoreLine.Columns);
        }
    }

    static void Print<T>(TextWriter output, int width, IEnumerable<T> rows, IReadOnlyList<TableColumn<T>> columns)
    {
        var table = new TablePrinter<T>(output, width, columns);
        foreach (var row in rows)
            table.Print(row);
        table.Finish();
    }
}

/// <summary>A text of an article.</summary>
sealed record RevisionLine(int Number, DateTimeOffset StoredAt, string? Title)
{
    public static IReadOnlyList<TableColumn<RevisionLine>> Columns { get; } =
    [
        new("no.", revision => Numbers.Whole(revision.Number), AlignRight: true),
        new("stored", revision => revision.StoredAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new("title", revision => revision.Title ?? "", Least: 20),
    ];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number", Number);
        json.WriteString("stored_at", StoredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("title", Title);
        json.WriteEndObject();
    }
}

/// <summary>A score of an article.</summary>
/// <param name="KeptAt">When it was found that no newer one can be made, the text being gone.</param>
sealed record PastScoreLine(
    string ScoredAt, int Revision, double? Reliability, double? Bias, int Credibility, string ReliabilityModel, string BiasModel,
    string Extractor, bool Stands, string? KeptAt)
{
    public static IReadOnlyList<TableColumn<PastScoreLine>> Columns { get; } =
    [
        new("", score => score.Stands ? "*" : ""),
        new("scored", score => score.ScoredAt[..16].Replace('T', ' ')),
        new("text", score => Numbers.Whole(score.Revision), AlignRight: true),
        new("rel.", score => Numbers.WholeOrDash(score.Reliability), AlignRight: true),
        new("bias", score => Numbers.WholeOrDash(score.Bias), AlignRight: true),
        new("cred.", score => Numbers.Whole(score.Credibility), AlignRight: true),
        new("models", score => $"{score.ReliabilityModel} {score.BiasModel}", Least: 12),
        new("kept", score => score.KeptAt?[..10] ?? ""),
    ];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("scored_at", ScoredAt);
        json.WriteNumber("revision", Revision);
        json.WriteTenth("reliability", Reliability);
        json.WriteTenth("bias", Bias);
        json.WriteString("information_credibility", Credibility.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("model");
        json.WriteString(Targets.Reliability, ReliabilityModel);
        json.WriteString(Targets.Bias, BiasModel);
        json.WriteEndObject();
        json.WriteString("extractor", Extractor);
        json.WriteBoolean("stands", Stands);
        if (KeptAt is not null)
            json.WriteString("kept_at", KeptAt);
        json.WriteEndObject();
    }
}
