using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>What an article comes to, as the contract shapes it.</summary>
static class ScoreJson
{
    public static void Write(Utf8JsonWriter json, ScoreReport report)
    {
        var (article, score) = (report.Article, report.Score);
        json.WriteStartObject();
        json.WriteNumber("schema", AnalysisJson.Schema);
        json.WriteString("id", article.Id);
        json.WriteString("outlet", article.Outlet);
        json.WriteString("title", article.Title);
        json.WriteTarget(Targets.Reliability, score.Reliability);
        json.WriteTarget(Targets.Bias, score.Bias);
        // No model tells left from right well enough on outlets that it never saw (docs/decisions/0007).
        json.WriteNull("leaning");
        json.WriteString("information_credibility", score.InformationCredibility.ToString(CultureInfo.InvariantCulture));
        WriteModels(json, score);
        json.WriteString("extractor", score.Extractor);
        json.WriteString("likelihood_table", score.LikelihoodTable);
        json.WriteStartArray("contributions");
        WriteContributions(json, Targets.Reliability, score.Reliability, score);
        WriteContributions(json, Targets.Bias, score.Bias, score);
        json.WriteEndArray();
        if (report.Changes is { } changes)
            json.WriteList("changes", changes, WriteChange);
        json.WriteList("warnings", score.Warnings, (writer, warning) => writer.WriteStringValue(warning));
        if (report.Provenance is { } provenance)
            OriginJson.Write(json, provenance);
        if (report.Stored)
            json.WriteBoolean("stored", true);
        report.Past?.Write(json);
        json.WriteEndObject();
    }

    static void WriteChange(Utf8JsonWriter json, TriedChange tried)
    {
        json.WriteStartObject();
        json.WriteString("change", tried.Change.Id);
        json.WriteString("what", tried.Words);
        json.WriteString("target", tried.Target);
        json.WriteTenth("score", tried.Score);
        json.WriteTenth("points", tried.Points);
        json.WriteSpans("places", tried.Places);
        json.WriteEndObject();
    }

    static void WriteModels(Utf8JsonWriter json, ArticleScore score)
    {
        json.WriteStartObject("model");
        foreach (var (target, version) in score.Models)
            json.WriteString(target, version);
        json.WriteEndObject();
    }

    /// <summary>Those that come to nothing in the printed decimal are left out; the sum stays whole.</summary>
    static void WriteContributions(Utf8JsonWriter json, string target, TargetScore total, ArticleScore score)
    {
        if (total is not { Score: { } sum, Base: { } start })
            return;
        var contributions = score.Contributions.Where(c => c.Target == target).ToList();
        var points = Rounding.ToTenths([.. contributions.Select(c => c.Points)], Numbers.Tenth(sum) - Numbers.Tenth(start));
        foreach (var (contribution, tenths) in contributions.Zip(points).Where(pair => pair.Second != 0))
            WriteContribution(json, contribution, tenths);
    }

    static void WriteContribution(Utf8JsonWriter json, Contribution contribution, double points)
    {
        json.WriteStartObject();
        json.WriteString("target", contribution.Target);
        json.WriteString("feature", contribution.Feature);
        if (contribution.Words is { } words)
            json.WriteString("words", words);
        json.WriteNumber("value", Numbers.Measurement(contribution.Value));
        json.WriteNumber("points", points);
        json.WriteSpans("evidence", contribution.Evidence);
        json.WriteEndObject();
    }
}
