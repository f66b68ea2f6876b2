using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>The articles that a command works on.</summary>
sealed class InputFeature
{
    readonly Argument<string[]> _paths = new("path")
    {
        Description = "Files (.jsonl, .json, .txt, .md, .html; also .gz), folders, globs, addresses (https://…), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<bool> _strict = new("--strict") { Description = "End with code 1 when any article cannot be read." };

    public InputFeature(Command command)
    {
        command.Add(_paths);
        command.Add(_strict);
    }

    public bool IsStrict(Call call) => call.Value(_strict);

    public InputPaths Of(Call call) => Expand(call, call.Value(_paths)!);

    public static InputPaths Expand(Call call, params string[] paths) => InputPaths.Expand(
        paths, new(call.Options.Fetch, call.Options.MaxArticleBytes, TimeProvider.System, call.Cancellation));
}
