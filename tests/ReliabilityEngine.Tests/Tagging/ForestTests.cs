using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class ForestTests
{
    static readonly Forest Small = new(-1,
    [
        [new(0, 1, 2, 0.5f), new(0, -1, -1, 2), new(1, 3, 4, 3), new(0, -1, -1, -2), new(0, -1, -1, 7)],
        [new(0, -1, -1, 0.25f)],
    ]);

    [Theory]
    [InlineData(0.5f, 9, 1.25f)]
    [InlineData(0.6f, 3, -2.75f)]
    [InlineData(0.6f, 4, 6.25f)]
    public void Answers_add_up_along_the_questions(float first, float second, float logOdds) =>
        Assert.Equal(logOdds, Small.LogOdds([first, second]));

    [Fact]
    public void Reads_what_it_wrote()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Small.Write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var read = Forest.Read(reader);
        Assert.Equal(Small.LogOdds([0.7f, 8]), read.LogOdds([0.7f, 8]));
        Assert.Equal(Small.Count, read.Count);
    }
}
