using System.Collections.Immutable;
using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Which labels a command is about.</summary>
sealed class LabelQuery
{
    readonly Option<string> _field = new("--label") { Description = "Only this one.", HelpName = string.Join('|', LabelField.All.Select(field => field.Name)) };
    readonly Option<string> _labeller = new("--labeller") { Description = "Only this one's.", HelpName = "name" };
    readonly Option<string> _outlet = new("--outlet") { Description = "Only of this outlet's articles.", HelpName = "name" };

    public LabelQuery(Command command)
    {
        _field.OneOf([.. LabelField.All.Select(field => field.Name)]);
        foreach (var option in (Option[])[_field, _labeller, _outlet])
            command.Add(option);
    }

    public IReadOnlyList<ArticleLabel> Of(Call call, LabelStore store) => store.All(call.Value(_field), call.Value(_labeller), call.Value(_outlet));

    /// <summary>What was said in one go, and only that, is one row.</summary>
    public static IEnumerable<LabelReport> InRows(IEnumerable<ArticleLabel> labels) => labels
        .GroupBy(label => (label.Outlet, label.Id, label.Label.Labeller, label.Label.At, label.Label.Note))
        .Select(group => new LabelReport(
            group.Key.Outlet, group.Key.Id, group.Key.Labeller, group.Key.At, group.Key.Note,
            group.ToImmutableSortedDictionary(label => label.Label.Field, label => label.Label.Value, StringComparer.Ordinal)));
}
