using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Deletes articles with all that hangs on them.</summary>
sealed class DbDeleteCommand : Verb
{
    readonly DatabaseFeature _database;

    readonly Option<string> _article = new("--article") { Description = "An article's id, or outlet/id.", HelpName = "id" };

    readonly Option<string> _outlet = new("--outlet") { Description = "All articles of an outlet.", HelpName = "name" };

    readonly Option<bool> _yes = new("--yes") { Description = "Do not ask first." };

    public DbDeleteCommand()
        : base(
            "delete", "Delete an article or an outlet, with measurements, evidence, scores and labels.",
            "reliability db delete --article scoop-ferry-tender",
            "reliability db delete --outlet \"The Harbour Post\" --yes")
    {
        _database = new(this);
        Add(_article);
        Add(_outlet);
        Add(_yes);
        Validators.Add(result =>
        {
            if (result.GetResult(_article) is null == result.GetResult(_outlet) is null)
                result.AddError("Expected either --article or --outlet.");
        });
        Run(Delete);
    }

    int Delete(Call call)
    {
        using var database = _database.OpenExisting(call);
        var archive = new Archive(database, OutletNames.Default, TimeProvider.System, call.Options.Admiralty);
        return call.Value(_article) is { } reference
            ? DeleteArticle(call, archive, archive.Articles.Only(reference))
            : DeleteOutlet(call, archive, call.Value(_outlet)!);
    }

    int DeleteArticle(Call call, Archive archive, StoredArticle article)
    {
        if (!IsAgreed(call, $"Delete {article.Reference} ({article.Article.Title})?"))
            return ExitCode.BadInput;
        archive.Delete([article.Key]);
        call.Terminal.Out.WriteLine($"deleted {Terminal.SafeLine(article.Reference)}");
        return ExitCode.Done;
    }

    int DeleteOutlet(Call call, Archive archive, string outlet)
    {
        var articles = archive.Articles.KeysOf(outlet);
        if (articles.Count == 0)
            throw new Refusal($"no article of \"{outlet}\" in the database");
        if (!IsAgreed(call, $"Delete {Numbers.Of(articles.Count, "article")} of \"{outlet}\"?"))
            return ExitCode.BadInput;
        call.Terminal.Out.WriteLine($"deleted {Numbers.Of(archive.Delete(articles), "article")} of \"{outlet}\"");
        return ExitCode.Done;
    }

    bool IsAgreed(Call call, string question)
    {
        if (call.Value(_yes))
            return true;
        if (!call.Terminal.InIsTerminal)
            throw new Refusal("nobody to ask: add --yes to delete without a question");
        call.Terminal.Error.Write($"{Terminal.SafeLine(question)} [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
