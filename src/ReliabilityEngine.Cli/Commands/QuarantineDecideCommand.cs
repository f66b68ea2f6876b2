using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Takes articles out of the quarantine, one way or the other.</summary>
sealed class QuarantineDecideCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly Func<QuarantineStore, long, bool> _decide;
    readonly string _done;
    readonly Argument<long[]> _keys = new("key") { Description = "Numbers in the list.", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<bool> _all = new("--all") { Description = "All of them." };

    public QuarantineDecideCommand(string name, string description, string done, Func<QuarantineStore, long, bool> decide)
        : base(name, description, $"reliability quarantine {name} 12", $"reliability quarantine {name} --all")
    {
        (_done, _decide) = (done, decide);
        Add(_keys);
        Add(_all);
        _database = new(this);
        Validators.Add(result =>
        {
            if (result.GetValue(_keys) is { Length: > 0 } == result.GetValue(_all))
                result.AddError("Expected either numbers or --all.");
        });
        Run(Decide);
    }

    int Decide(Call call)
    {
        using var database = _database.OpenExisting(call);
        var quarantine = new QuarantineStore(database);
        var keys = call.Value(_all) ? [.. quarantine.All().Select(article => article.Key)] : call.Value(_keys)!;
        var unknown = keys.Where(key => !_decide(quarantine, key)).ToList();
        call.Terminal.Out.WriteLine($"{Numbers.Of(keys.Length - unknown.Count, "article")} {_done}");
        foreach (var key in unknown)
            call.Terminal.Log($"{key}: no such article in the quarantine");
        return unknown.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }
}
