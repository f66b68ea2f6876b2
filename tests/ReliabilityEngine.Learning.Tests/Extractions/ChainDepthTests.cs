using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Learning.Tests.Extractions;

public sealed class ChainDepthTests
{
    [Theory]
    [InlineData("", "1 2", 0)]
    [InlineData("1-2", "1 2", 2)]
    [InlineData("1-2 2-3", "1 3", 2)]
    [InlineData("1-2 1-3 3-4", "1 2 3 4", 3)]
    [InlineData("1-1", "1", 0)]
    [InlineData("1-2 2-1", "1 2", 2)]
    [InlineData("1-2", "", 0)]
    public void The_longest_path_counts_its_speculative_sentences(string links, string speculative, int depth) => Assert.Equal(depth, ChainDepth.Of(
        links.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(link => link.Split('-')).Select(ends => (int.Parse(ends[0]), int.Parse(ends[1]))),
        [.. speculative.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]));
}
