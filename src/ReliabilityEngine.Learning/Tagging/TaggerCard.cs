using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>A data set as it was when the taggers were trained.</summary>
public sealed record UsedData(string Name, string Licence, string Path, int Files, string Sha256);

/// <summary>Figures over publishers that the taggers had not seen.</summary>
public sealed record PublisherFigures(string Publisher, int Articles, int Attributions, double AttributionF1, double CountError);

/// <summary>What a file of tagger weights was trained on, by which command, and how well it does.</summary>
public sealed record TaggerCard(
    string Name,
    DateOnly Date,
    string Command,
    int Seed,
    int Folds,
    string WeightsSha256,
    long WeightsBytes,
    IReadOnlyList<UsedData> Data,
    double? PartOfSpeechAccuracy,
    float Threshold,
    PublisherFigures All,
    IReadOnlyList<PublisherFigures> Publishers)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static UsedData Used(TaggerDataSet set, string folder)
    {
        var path = Path.Combine(folder, set.Path);
        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [path];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(File.ReadAllBytes(file));
        return new(set.Name, set.Licence, set.Path, files.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static PublisherFigures Figures(string publisher, AttributionAgreement agreement) => new(
        publisher, agreement.Articles, agreement.Gold, Math.Round(agreement.F1, 4), Math.Round(agreement.RelativeCountError, 4));

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    public string ToMarkdown()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # {Name}

            Learned weights of the instrument: classes of words, parts of speech, and attributions (cue, source, content).
            They are numbers; no text of the data is in them.

            Trained on {Date:yyyy-MM-dd} by `{Command}`, seed {Seed}. The file has {WeightsBytes:n0} bytes; its SHA-256 is
            `{WeightsSha256}`. The same data, recipe and build give the same bytes.

            ## Data

            | data | licence | files | SHA-256 |
            |---|---|---|---|

            """);
        foreach (var data in Data)
            page.Append(CultureInfo.InvariantCulture, $"| {data.Name} (`{data.Path}`) | {data.Licence} | {data.Files} | `{data.Sha256[..16]}…` |\n");
        AppendFigures(page);
        return page.ToString();
    }

    void AppendFigures(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Figures

            Attributions in articles of publishers that training never saw ({(Folds > 0 ? $"left out in {Folds} groups" : "each left out in turn")}). An attribution is
            right when the sources overlap, or are both absent, and the contents share half of their joint characters. The second
            pass was trained on labels of first-pass chains that had seen the publisher left out, which may flatter the figures a
            little. Candidates count from a probability of {Threshold:0.000} on.

            | publisher | articles | attributions | attribution F1 | count error |
            |---|---|---|---|---|

            """);
        foreach (var row in Publishers.Append(All))
            page.Append(CultureInfo.InvariantCulture, $"| {row.Publisher} | {row.Articles} | {row.Attributions} | {row.AttributionF1:0.000} | {row.CountError:0.000} |\n");
        if (PartOfSpeechAccuracy is { } accuracy)
            page.Append(CultureInfo.InvariantCulture, $"\nParts of speech on the held-out treebank: {accuracy:0.0%} of tokens right.\n");
        page.Append("""

            ## Limits

            Trained on political news of the United States from 2016 to 2017, as one annotator at a time marked it. What counts as an
            attribution there goes far beyond speech (belief, intent, endorsement); other kinds of text are found less surely.

            """);
    }
}
