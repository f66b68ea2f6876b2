using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Scores by models that never saw the article's outlet, one article a line, in the shape of `score`.</summary>
sealed class OutOfFoldSheet
{
    readonly OrderedDictionary<(string Outlet, string Id), Row> _rows = [];

    /// <summary>Takes up a target; an article that it labels and cannot judge gets a row without a score.</summary>
    public void Add(Recipe recipe, IEnumerable<Example> examples, ImmutableArray<OutOfFoldScore> scores)
    {
        foreach (var example in examples.Where(example => recipe.Train.Any(source => example.ValueOf(source) is not null)))
            RowOf(example);
        foreach (var score in scores)
            RowOf(score.Row.Example).Scores[recipe.Target] = score.Score;
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        foreach (var row in _rows.Values)
        {
            using (var json = new Utf8JsonWriter(file))
                Write(json, row);
            file.WriteByte((byte)'\n');
        }
    }

    static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", AnalysisJson.Schema);
        json.WriteString("id", row.Article.Id);
        json.WriteString("outlet", row.Article.Outlet);
        json.WriteString("title", row.Article.Title);
        foreach (var target in (string[])[Targets.Reliability, Targets.Bias])
            json.WriteTarget(target, row.Scores.GetValueOrDefault(target, TargetScore.NotJudged));
        json.WriteEndObject();
    }

    Row RowOf(Example example)
    {
        var key = (example.Outlet, example.Article.Id);
        if (!_rows.TryGetValue(key, out var row))
            _rows.Add(key, row = new(example.Article, []));
        return row;
    }

    sealed record Row(Article Article, Dictionary<string, TargetScore> Scores);
}
