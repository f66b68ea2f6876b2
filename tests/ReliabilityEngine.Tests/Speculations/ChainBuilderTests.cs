using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class ChainBuilderTests
{
    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "chains.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void Links_make_the_chains_of_the_table(string[] line)
    {
        var speculations = Speculations(line[0]);
        var chains = ChainBuilder.Build(speculations, Links(line[1]), LikelihoodTable.Default);
        Assert.True(line[2] == string.Join("; ", chains.Select(chain => Show(chain, speculations))), line[^1]);
    }

    [Fact]
    public void A_chain_is_as_likely_as_the_house_reads_its_words()
    {
        var chains = ChainBuilder.Build(Speculations("0:likely 1:very-likely"), [(0, 1)], LikelihoodTable.Named("kent")!);
        Assert.Equal(new Likelihood(0.63 * 0.63, 0.87 * 0.87), Assert.Single(chains).Likelihood);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2026)]
    public void Chains_are_simple_longest_and_no_likelier_than_any_step(int seed)
    {
        var random = new Random(seed);
        var built = 0;
        for (var round = 0; round < 200; round++)
        {
            var size = random.Next(2, 9);
            var speculations = Enumerable.Range(0, size).Where(_ => random.Next(4) > 0)
                .Select(sentence => Speculation(sentence, (LikelihoodBand)random.Next(8))).ToImmutableArray();
            var links = Enumerable.Range(0, size * 2).Select(_ => (random.Next(size), random.Next(size))).ToList();
            var chains = ChainBuilder.Build(speculations, links, LikelihoodTable.Default);
            built += chains.Length;
            foreach (var chain in chains)
                RequireSound(chain, chains, speculations);
        }

        Assert.True(built > 100);
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 3)]
    [InlineData(20_000, 12)]
    public void Dense_arguments_end_in_time_with_their_longest_chain(int sentences, int reach)
    {
        var speculations = Enumerable.Range(0, sentences).Select(i => Speculation(i, LikelihoodBand.Likely)).ToImmutableArray();
        var links = Enumerable.Range(0, sentences)
            .SelectMany(to => Enumerable.Range(Math.Max(0, to - reach), Math.Min(to, reach)).Select(from => (from, to))).ToList();
        var watch = Stopwatch.StartNew();
        var chains = ChainBuilder.Build(speculations, links, LikelihoodTable.Default);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.InRange(chains.Length, 1, ChainBuilder.Most);
        Assert.Equal(sentences, chains[0].Steps.Length);
    }

    [Fact]
    public void Layers_that_are_joined_throughout_give_the_hundred_longest()
    {
        var speculations = Enumerable.Range(0, 400).Select(i => Speculation(i, LikelihoodBand.Open)).ToImmutableArray();
        var links = Enumerable.Range(0, 390).SelectMany(from => Enumerable.Range(0, 10).Select(i => (from, ((from / 10) + 1) * 10 + i))).ToList();
        var chains = ChainBuilder.Build(speculations, links, LikelihoodTable.Default);
        Assert.Equal(ChainBuilder.Most, chains.Length);
        Assert.All(chains, chain => Assert.Equal(40, chain.Steps.Length));
    }

    static void RequireSound(Chain chain, ImmutableArray<Chain> chains, ImmutableArray<Speculation> speculations)
    {
        var sentences = chain.Steps.Select(step => speculations[step].Sentence).ToList();
        Assert.True(sentences.Count >= 2);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.DoesNotContain(chains, other => other != chain && IsInside(chain.Steps, other.Steps));
        Assert.Equal(chain.Steps.Count(step => speculations[step].Band == LikelihoodBand.Open), chain.Unquantified);
        Assert.Equal(chain.Unquantified == chain.Steps.Length, chain.Likelihood is null);
        foreach (var step in chain.Steps)
        {
            if (LikelihoodTable.Default[speculations[step].Band] is not { } own)
                continue;
            Assert.InRange(chain.Likelihood!.Value.Low, 0, own.Low);
            Assert.InRange(chain.Likelihood!.Value.High, chain.Likelihood!.Value.Low, own.High);
        }
    }

    static bool IsInside(ImmutableArray<int> steps, ImmutableArray<int> longer)
    {
        var matched = 0;
        foreach (var step in longer)
            matched += matched < steps.Length && steps[matched] == step ? 1 : 0;
        return matched == steps.Length;
    }

    static ImmutableArray<Speculation> Speculations(string cell) =>
        [.. cell.Split(' ').Select(word => word.Split(':')).Select(pair => Speculation(Number(pair[0]), Band(pair[1])))];

    static Speculation Speculation(int sentence, LikelihoodBand band) =>
        new(new TextSpan(0, 1), new TextSpan(0, 1), band, Voice.Author, sentence);

    static IEnumerable<(int Premise, int Conclusion)> Links(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('>')).Select(pair => (Number(pair[0]), Number(pair[1])));

    static string Show(Chain chain, ImmutableArray<Speculation> speculations)
    {
        var likelihood = chain.Likelihood is { } of ? string.Create(CultureInfo.InvariantCulture, $"{of.Low * 100:0.####}..{of.High * 100:0.####}") : "-";
        return $"{string.Join('-', chain.Steps.Select(step => speculations[step].Sentence))} {likelihood} {chain.Unquantified}";
    }

    static LikelihoodBand Band(string name) => LikelihoodBands.TryParse(name, out var band) ? band : throw new FormatException(name);

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
