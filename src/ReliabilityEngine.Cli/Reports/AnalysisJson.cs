using System.Text.Json;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Rules;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>What was found in an article, as the contract shapes it.</summary>
static class AnalysisJson
{
    public const int Schema = 1;

    public static void Write(Utf8JsonWriter json, AnalysisReport report)
    {
        var analysis = report.Analysis;
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("id", analysis.Article.Id);
        json.WriteString("outlet", analysis.Article.Outlet);
        json.WriteString("title", analysis.Article.Title);
        json.WriteString("extractor", report.Extractor);
        if (report.WithText)
            json.WriteString("text", analysis.Article.Text);
        json.WriteSpans("sentences", analysis.Document.Sentences.Select(sentence => sentence.Span));
        json.WriteList("attributions", analysis.Attributions, WriteAttribution);
        json.WriteList("hedges", analysis.Hedges, WriteCue);
        json.WriteList("boosters", analysis.Boosters, WriteCue);
        json.WriteList("furniture", analysis.Furniture, WriteFurniture);
        json.WriteSpans("scare_quotes", analysis.ScareQuotes);
        json.WriteList("rules", NewsroomRules.Check(analysis), WriteRule);
        json.WriteList("speculations", analysis.Speculations, WriteSpeculation);
        json.WriteList("links", analysis.Links, WriteLink);
        json.WriteList("chains", analysis.Chains, WriteChain);
        json.WriteString("likelihood_table", analysis.Likelihoods.Name);
        WriteFeatures(json, report);
        if (analysis.Article.Links.Length > 0)
            json.WriteList("outbound_links", analysis.Article.Links, (writer, link) => writer.WriteStringValue(link));
        json.WriteEndObject();
    }

    static void WriteAttribution(Utf8JsonWriter json, Attribution attribution)
    {
        json.WriteStartObject();
        json.WriteSpan("source", attribution.Source);
        json.WriteString("kind", attribution.Kind.Name());
        json.WriteBoolean("anaphor", attribution.Anaphor);
        if (attribution.Refers is { } refers)
            json.WriteSpan("refers", refers);
        json.WriteSpan("cue", attribution.Cue);
        json.WriteSpans("content", attribution.Content);
        json.WriteString("quotation", attribution.Quotation.Name());
        json.WritePropertyName("anonymity");
        WriteAnonymity(json, attribution.Anonymity);
        json.WriteEndObject();
    }

    static void WriteAnonymity(Utf8JsonWriter json, Anonymity? anonymity)
    {
        if (anonymity is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("specificity", anonymity.Specificity.Name());
        json.WriteSpan("basis", anonymity.Basis);
        json.WriteString("reason", anonymity.Reason.Name());
        json.WriteSpan("reason_span", anonymity.ReasonSpan);
        json.WriteEndObject();
    }

    static void WriteCue(Utf8JsonWriter json, VoicedCue cue)
    {
        json.WriteStartObject();
        json.WriteSpan("span", cue.Cue.Span);
        json.WriteString("lexicon", cue.Cue.Lexicon);
        json.WriteString("voice", cue.Voice.Name());
        json.WriteEndObject();
    }

    static void WriteFurniture(Utf8JsonWriter json, Furniture furniture)
    {
        json.WriteStartObject();
        json.WriteSpan("span", furniture.Span);
        json.WriteString("kind", furniture.Kind.Name());
        json.WriteEndObject();
    }

    static void WriteRule(Utf8JsonWriter json, RuleFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteBoolean("kept", finding.Kept);
        json.WriteSpans("spans", finding.Spans);
        json.WriteEndObject();
    }

    static void WriteSpeculation(Utf8JsonWriter json, Speculation speculation)
    {
        json.WriteStartObject();
        json.WriteSpan("span", speculation.Span);
        json.WriteSpan("marker", speculation.Marker);
        json.WriteString("band", speculation.Band.Name());
        json.WriteString("voice", speculation.Voice.Name());
        json.WriteEndObject();
    }

    static void WriteLink(Utf8JsonWriter json, InferenceLink link)
    {
        json.WriteStartObject();
        json.WriteSpan("premise", link.Premise);
        json.WriteSpan("conclusion", link.Conclusion);
        json.WriteSpan("cue", link.Cue);
        json.WriteEndObject();
    }

    static void WriteChain(Utf8JsonWriter json, Chain chain)
    {
        json.WriteStartObject();
        json.WriteList("steps", chain.Steps, (writer, step) => writer.WriteNumberValue(step));
        if (chain.Likelihood is { } likelihood)
            json.WriteList("likelihood", [likelihood.Low, likelihood.High], (writer, end) => writer.WriteNumberValue(Numbers.Measurement(end)));
        else
            json.WriteNull("likelihood");
        json.WriteNumber("unquantified", chain.Unquantified);
        json.WriteEndObject();
    }

    static void WriteFeatures(Utf8JsonWriter json, AnalysisReport report)
    {
        json.WriteStartObject("features");
        foreach (var (name, value) in report.Features)
            json.WriteNumber(name, Numbers.Measurement(value));
        json.WriteEndObject();
    }
}
