using System.CommandLine;
using ReliabilityEngine.Cli.Commands;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Commands;

public sealed class CommandLaws
{
    static readonly List<Verb> All = [.. Verbs.All.SelectMany(WithSubcommands)];

    [Fact]
    public void Every_command_has_an_example_that_names_it_and_parses()
    {
        Assert.NotEmpty(All);
        Assert.All(All, verb =>
        {
            var named = verb.Examples.Select(example => (Example: example, Start: example.IndexOf($"reliability {PathOf(verb)}", StringComparison.Ordinal)))
                .Where(pair => pair.Start >= 0).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, pair => Assert.Empty(
                Invocation.Root().Parse(pair.Example[(pair.Start + "reliability ".Length)..].Split('>', '|')[0]).Errors));
        });
    }

    [Fact]
    public void Every_command_argument_and_option_says_what_it_is_in_a_sentence()
    {
        Assert.NotEmpty(All);
        var symbols = All.SelectMany(verb => verb.Options.Concat<Symbol>(verb.Arguments).Append(verb)).ToList();
        Assert.All(symbols, symbol => Assert.False(string.IsNullOrWhiteSpace(symbol.Description), symbol.Name));
        Assert.All(symbols, symbol => Assert.EndsWith(".", symbol.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_commands_have_one_name()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Count, All.Select(PathOf).Distinct().Count());
    }

    [Fact]
    public void The_page_of_commands_is_up_to_date() => GeneratedDocs.AssertCurrent(CommandPage.Write(Verbs.All), "docs", "cli.md");

    static IEnumerable<Verb> WithSubcommands(Verb verb) => verb.Subcommands.OfType<Verb>().SelectMany(WithSubcommands).Prepend(verb);

    static string PathOf(Verb verb) => string.Join(' ', verb.Parents.OfType<Verb>().Append(verb).Select(part => part.Name));
}
