using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Labels one article.</summary>
sealed class LabelAddCommand : Verb
{
    static readonly (LabelField Field, Option<string> Option)[] Fields =
    [
        .. LabelField.All.Select(field => (field, new Option<string>(OptionName(field)) { Description = $"{Subject(field)}: {field.Expected}.", HelpName = "label" })),
    ];

    readonly Argument<string> _article = new("article") { Description = "The id of a stored article, or outlet/id." };
    readonly Option<string> _note = new("--note") { Description = "Why, in your words.", HelpName = "text" };
    readonly LabellerFeature _labeller;
    readonly DatabaseFeature _database;

    public LabelAddCommand()
        : base(
            "add", "Label an article; your newer label takes the place of your older one.",
            "reliability label add \"harbour post/quay-closes\" --reliability 70 --bias 15 --note \"two named sources\"",
            "reliability label add quay-closes --labeller ada --leaning center")
    {
        Add(_article);
        foreach (var (_, option) in Fields)
            Add(option);
        Add(_note);
        _labeller = new(this);
        _database = new(this);
        Validators.Add(result =>
        {
            if (Fields.All(pair => result.GetResult(pair.Option) is null))
                result.AddError($"Expected a label, one or more of {string.Join(", ", Fields.Select(pair => pair.Option.Name))}.");
        });
        Run(Label);
    }

    int Label(Call call)
    {
        using var database = _database.OpenExisting(call);
        var article = new ArticleStore(database, OutletNames.Default).Only(call.Value(_article)!);
        var labeller = _labeller.Of(call);
        var store = new LabelStore(database, OutletNames.Default);
        List<StoredLabel> labels =
        [
            .. from pair in Fields
               where call.Value(pair.Option) is not null
               select new StoredLabel(article.Key, pair.Field.Name, labeller, Read(pair.Field, call.Value(pair.Option)!), call.Value(_note), TimeProvider.System.GetUtcNow()),
        ];
        database.InTransaction(transaction => store.Store(labels, transaction));
        call.Terminal.Out.WriteLine($"{Terminal.SafeLine(article.Reference)}: {string.Join(", ", labels.Select(label => $"{label.Field} {label.Value}"))}, says {Terminal.SafeLine(labeller)}");
        call.Terminal.Out.Flush();
        LabelProgress.Write(call.Terminal, store.All());
        return ExitCode.Done;
    }

    static string Read(LabelField field, string text) => field.Read(text) ?? throw new Refusal(field.Trouble(text));

    static string OptionName(LabelField field) => "--" + field.Name.Replace('_', '-');

    static string Subject(LabelField field) => field.Name switch
    {
        "reliability" => "How reliable its reporting is",
        "bias" => "How one-sided it is",
        "hyperpartisan" => "Whether it is hyper-partisan",
        "leaning" => "Where it leans",
        _ => "How far it leans, left below 0",
    };
}
