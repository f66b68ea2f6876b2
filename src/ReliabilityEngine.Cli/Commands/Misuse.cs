using System.CommandLine;
using System.CommandLine.Parsing;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What is wrong with a command line: what was found, what was expected.</summary>
static class Misuse
{
    const int FarthestTypo = 2;

    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is { Action: null, Subcommands.Count: > 0 })
            return [NoCommand(command, parsed.UnmatchedTokens)];
        if (Strangers(parsed) is { Count: > 0 } strangers)
            return [.. strangers.Select(name => NoOption(command, name))];
        if (parsed.UnmatchedTokens is { Count: > 0 } unmatched)
            return [.. unmatched.Select(token => IsOption(token) ? NoOption(command, token) : $"{token}: expected nothing more here")];
        return [.. parsed.Errors.DistinctBy(error => error.SymbolResult).Select(InWords)];
    }

    /// <summary>Misspelt options that would otherwise pass for paths; behind -- everything is taken as it stands.</summary>
    public static IReadOnlyList<string> Strangers(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? []
        : [.. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .Where(value => IsOption(value) && !Path.Exists(value))];

    static bool IsOption(string token) => token.StartsWith('-') && token.TrimStart('-') is [var first, ..] && char.IsLetter(first);

    static string NoCommand(Command command, IReadOnlyList<string> given)
    {
        var names = command.Subcommands.Select(sub => sub.Name).ToList();
        return given is [var word, ..]
            ? $"{word}: no such command{Meant(names, word) ?? $", expected {Bounds.Any(names)}"}"
            : $"a command is missing, expected {Bounds.Any(names)}";
    }

    static string NoOption(Command command, string token)
    {
        var name = token.Split('=')[0];
        return $"{name}: no such option{Meant(command.Options.Select(option => option.Name), name)}";
    }

    static string? Meant(IEnumerable<string> names, string word) =>
        names.Select(name => (Name: name, Distance: Distance(name, word))).Where(pair => pair.Distance <= FarthestTypo)
            .OrderBy(pair => pair.Distance).Select(pair => $"; did you mean {pair.Name}?").FirstOrDefault();

    /// <summary>Letters put in, left out or changed (Levenshtein 1966), neighbours exchanged counting two.</summary>
    static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var above = row[0]++;
            for (var j = 1; j <= other.Length; j++)
                (above, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, above + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    static string InWords(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0 } missing => $"{Shown(missing.Argument)} is missing: {missing.Argument.Description}",
        OptionResult { IdentifierToken: null, Option: { Required: true } option } => $"{option.Name} is missing: {option.Description}",
        OptionResult { Tokens.Count: 0, Option: { Arity.MinimumNumberOfValues: > 0 } option } => $"{option.Name} wants a value: {option.Description}",
        ArgumentResult { Tokens: [.., var token] } bad when Bounds.Kind(bad.Argument.ValueType) is { } kind => $"{token.Value}: expected {kind}",
        OptionResult { Tokens: [.., var token] } bad when IsUnparsed(error) && Bounds.Kind(bad.Option.ValueType) is { } kind =>
            $"{bad.Option.Name} {token.Value}: expected {kind}",
        _ => error.Message,
    };

    /// <summary>The library's own words name types of C#.</summary>
    static bool IsUnparsed(ParseError error) => error.Message.StartsWith("Cannot parse", StringComparison.Ordinal);

    static string Shown(Argument argument) => argument.HelpName is { } name ? $"<{name}>" : $"<{argument.Name}>";
}
