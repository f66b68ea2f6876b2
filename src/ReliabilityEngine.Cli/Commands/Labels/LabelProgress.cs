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
        var shipped = ShippedModel.All.FirstOrDefault(model => model.IsDefault && model.Target == field);
        var articles = labels.Select(label => (label.Outlet, label.Id)).Distinct().ToList();
        var known = articles.Where(article => article.Outlet != Article.UnknownOutlet).ToList();
        var (all, judging) = (Progress.Of(known), Progress.Of(known.Where(article => shipped?.HasSeen(article.Outlet) != true)));
        var without = known.Count == articles.Count ? "" : $"; {articles.Count - known.Count} more name no outlet, and are learned from but do not count";
        return $"{field}: " + (judging.IsEnough, all.IsEnough) switch
        {
            (true, _) => $"{all.Articles} articles of {all.Outlets} outlets labelled, enough to train",
            (_, true) => $"{judging} that the shipped model was not trained on; all labels together are enough to train without it (--alone)",
            _ when judging != all => $"{judging}; {all.Articles - judging.Articles} more are of outlets that the shipped model was trained on, and cannot judge what it learns",
            _ => all.ToString(),
        } + without;
    }

    readonly record struct Progress(int Articles, int Outlets)
    {
        public bool IsEnough => Articles >= Training.FewestLabels && Outlets >= Training.FewestOutlets;

        public static Progress Of(IEnumerable<(string Outlet, string Id)> articles)
        {
            var outlets = articles.Select(article => article.Outlet).ToList();
            return new(outlets.Count, outlets.Distinct(StringComparer.Ordinal).Count());
        }

        public override string ToString() => $"{Articles} of {Training.FewestLabels} labels, {Outlets} of {Training.FewestOutlets} outlets";
    }
}
