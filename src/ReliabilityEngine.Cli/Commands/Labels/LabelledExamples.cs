using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>The labelled articles of a database as training wants them.</summary>
/// <param name="Source">What the model's card says of the labels.</param>
/// <param name="TextsDropped">Labelled articles whose text is not kept any more, and which are left out.</param>
sealed record LabelledExamples(ImmutableArray<Example> Examples, DataFile Source, int TextsDropped)
{
    const int Seed = 1;

    /// <summary>One example an article, with what its labellers say together, weighed by how many they are and how far labellers agree.</summary>
    public static LabelledExamples Of(Database database, string target)
    {
        var field = LabelField.Named(target) ?? throw new Refusal($"no label is called \"{target}\", expected one of {string.Join(", ", LabelField.All.Select(one => one.Name))}");
        var labels = new LabelStore(database, OutletNames.Default).All(target);
        var alpha = LabelAgreement.All(field, [.. labels.Select(label => new Label($"{label.Outlet}/{label.Id}", label.Label.Labeller, label.Label.Value))], Seed).FirstOrDefault();
        var articles = new ArticleStore(database, OutletNames.Default);
        var examples = new List<Example>();
        var dropped = 0;
        foreach (var group in labels.GroupBy(label => label.Label.Article))
        {
            var stored = articles.Get(group.Key);
            List<string> values = [.. group.Select(label => label.Label.Value)];
            if (stored.Article.Text.Length == 0)
                dropped++;
            else if (JointLabel.Of(field, values) is { } joint)
                examples.Add(new(stored.Article, stored.Outlet, FileName(database), null, Single(target, joint), []) { Weight = JointLabel.Weight(values.Count, alpha?.Alpha) });
        }

        return new([.. examples], new(FileName(database), HashOf(examples, target), InWords(target, labels, alpha), "the labellers' own"), dropped);
    }

    static ImmutableSortedDictionary<string, string> Single(string name, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, value);

    /// <summary>The SHA-256 over each article, by outlet, id and content, with its label and weight.</summary>
    static string HashOf(IEnumerable<Example> examples, string target)
    {
        var lines = examples.Select(example => string.Create(CultureInfo.InvariantCulture,
            $"{example.Outlet}\t{example.Article.Id}\t{Article.ContentId(example.Outlet, example.Article.Title, example.Article.Text)}\t{example.Labels[target]}\t{example.Weight:R}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Order(StringComparer.Ordinal)))));
    }

    static string FileName(Database database) => Path.GetFileName(database.Path);

    static string InWords(string target, IReadOnlyList<ArticleLabel> labels, LabelAgreement? alpha)
    {
        if (labels.Count == 0)
            return "no labels";
        var labellers = labels.CountBy(label => label.Label.Labeller).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var agreement = alpha?.Alpha is { } value ? string.Create(CultureInfo.InvariantCulture, $"; alpha {value:0.00} on {alpha.Articles} articles labelled by several") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{labels.Count} labels \"{target}\" by {labellers.Count} labeller{(labellers.Count == 1 ? "" : "s")} ({string.Join(", ", labellers.Select(pair => $"{pair.Key} {pair.Value}"))}), " +
            $"given {labels.Min(label => label.Label.At):yyyy-MM-dd} to {labels.Max(label => label.Label.At):yyyy-MM-dd}{agreement}");
    }
}
