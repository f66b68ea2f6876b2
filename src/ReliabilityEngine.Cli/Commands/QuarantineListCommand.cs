using System.Globalization;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>One row an article.</summary>
sealed class QuarantineListCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public QuarantineListCommand()
        : base("list", "List the articles that were set aside, with the reasons.", "reliability quarantine list --format csv")
    {
        _database = new(this);
        _format = new(this, "table");
        Run(List);
    }

    int List(Call call)
    {
        using var database = _database.OpenToRead(call);
        var printer = _format.Printer(call, Rows);
        var articles = new QuarantineStore(database).All().ToList();
        foreach (var article in articles)
            printer.Print(article);
        printer.Finish();
        if (articles.Count == 0)
            call.Terminal.Log("the quarantine is empty");
        return ExitCode.Done;
    }

    static ResultShape<QuarantinedArticle> Rows { get; } = new(
        (json, article) =>
        {
            json.WriteStartObject();
            json.WriteNumber("key", article.Key);
            json.WriteString("outlet", article.Article.Outlet);
            json.WriteString("id", article.Article.Id);
            json.WriteString("source", article.Source);
            json.WriteNumber("tries", article.Tries);
            json.WriteString("set_aside", Date(article));
            json.WriteString("reason", article.Reason);
            json.WriteEndObject();
        },
        [
            new("key", article => article.Key), new("outlet", article => article.Article.Outlet), new("id", article => article.Article.Id),
            new("source", article => article.Source), new("tries", article => article.Tries), new("set_aside", Date), new("reason", article => article.Reason),
        ],
        [
            new("key", article => article.Key.ToString(CultureInfo.InvariantCulture), AlignRight: true), new("outlet", article => article.Article.Outlet, Least: 12),
            new("id", article => article.Article.Id, Least: 12), new("tries", article => article.Tries.ToString(CultureInfo.InvariantCulture), AlignRight: true),
            new("set aside", Date), new("reason", article => article.Reason, Least: 20),
        ]);

    static string Date(QuarantinedArticle article) => article.SetAside.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
