using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>The article itself, in the shape in which articles come in.</summary>
sealed class QuarantineShowCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly Argument<long> _key = new("key") { Description = "Its number in the list." };

    public QuarantineShowCommand()
        : base("show", "Print an article that was set aside, as a JSON object; the reason goes to standard error.", "reliability quarantine show 12 | reliability analyze -")
    {
        Add(_key);
        _database = new(this);
        Run(Show);
    }

    int Show(Call call)
    {
        using var database = _database.OpenToRead(call);
        var key = call.Value(_key);
        var article = new QuarantineStore(database).Find(key) ?? throw new Refusal($"{key}: no such article in the quarantine");
        call.Terminal.Log($"{article.Source}: {article.Reason}");
        new JsonPrinter<QuarantinedArticle>(
            call.Terminal.OutStream, asArray: false, (json, one) => ArticleLine.Write(json, one.Article, new Dictionary<string, string>())).Print(article);
        return ExitCode.Done;
    }
}
