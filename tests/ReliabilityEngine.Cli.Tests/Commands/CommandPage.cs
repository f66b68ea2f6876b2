using System.CommandLine;
using System.Text;
using ReliabilityEngine.Cli.Commands;

namespace ReliabilityEngine.Cli.Tests.Commands;

/// <summary>The page about the commands, written from the commands.</summary>
static class CommandPage
{
    public static string Write(IEnumerable<Verb> verbs)
    {
        var page = new StringBuilder(
            """
            # Commands

            Written from the list of commands; do not edit by hand. Results go to standard output, everything else to standard
            error. Exit codes: 0 done, also when some articles of several could not be read · 1 bad usage, or no article could
            be read (`--strict`: any) · 2 failure of disk, database or program · 3 a gate such as `--fail-under` was missed ·
            130 stopped by Ctrl+C · 143 stopped by SIGTERM (`run` and `serve`, for which that is the way to end: 0).

            """.ReplaceLineEndings("\n"));
        foreach (var verb in verbs)
            Append(page, verb, "reliability", 2);
        return page.ToString();
    }

    static void Append(StringBuilder page, Verb verb, string parent, int depth)
    {
        var name = $"{parent} {verb.Name}";
        page.Append($"\n{new string('#', depth)} {name}\n\n{verb.Description}\n\n```\n{string.Join('\n', verb.Examples)}\n```\n");
        if (verb.Arguments.Count + verb.Options.Count > 0)
            page.Append("\n| | |\n|---|---|\n");
        foreach (var argument in verb.Arguments)
            page.Append($"| `{argument.Name}` | {Cell(argument.Description)} |\n");
        foreach (var option in verb.Options)
            page.Append($"| `{option.Name}{(option.HelpName is { } value ? " " + Cell(value) : "")}` | {Cell(option.Description)} |\n");
        foreach (var subcommand in verb.Subcommands.OfType<Verb>())
            Append(page, subcommand, name, depth + 1);
    }

    static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
