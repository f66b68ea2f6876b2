using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>How far the labels are from what training wants, said on standard error.</summary>
static class LabelProgress
{
    public static void Write(Terminal terminal, IEnumerable<ArticleLabel> labels)
    {
        foreach (var field in labels.GroupBy(label => label.Label.Field).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            terminal.Log(InWords(field.Key, field));
    }

    /// <summary>As in <c>reliability: 12 of 40 labels, 2 of 4 outlets</c>.</summary>
    public static string InWords(string field, IEnumerable<ArticleLabel> labels)
    {
        var articles = labels.Select(label => (label.Outlet, label.Id)).Distinct().ToList();
        var outlets = articles.Select(article => article.Outlet).Distinct(StringComparer.Ordinal).Count();
        return articles.Count >= Training.FewestLabels && outlets >= Training.FewestOutlets
            ? $"{field}: {articles.Count} articles of {outlets} outlets labelled, enough to train"
            : $"{field}: {articles.Count} of {Training.FewestLabels} labels, {outlets} of {Training.FewestOutlets} outlets";
    }
}
