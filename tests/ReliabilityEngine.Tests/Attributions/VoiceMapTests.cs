using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Attributions;

public sealed class VoiceMapTests
{
    static readonly VoiceMap Map = new(
    [
        Of(SourceKind.Person, true, new TextSpan(10, 20), new TextSpan(40, 50)),
        Of(SourceKind.Unnamed, true, new TextSpan(20, 30)),
        Of(SourceKind.Author, true, new TextSpan(60, 70)),
        Of(SourceKind.Organisation, true, new TextSpan(80, 100)),
        Of(SourceKind.Collective, true, new TextSpan(85, 90)),
        Of(SourceKind.Other, false, new TextSpan(110, 120)),
    ]);

    [Theory]
    [InlineData(0, 5, Voice.Author)]
    [InlineData(10, 20, Voice.Named)]
    [InlineData(41, 42, Voice.Named)]
    [InlineData(20, 25, Voice.Unnamed)]
    [InlineData(15, 25, Voice.Author)]
    [InlineData(60, 65, Voice.Author)]
    [InlineData(80, 84, Voice.Named)]
    [InlineData(86, 88, Voice.Unnamed)]
    [InlineData(92, 95, Voice.Named)]
    [InlineData(112, 115, Voice.Unnamed)]
    [InlineData(119, 121, Voice.Author)]
    public void A_place_speaks_with_the_voice_of_the_innermost_content_around_it(int start, int end, Voice expected) =>
        Assert.Equal(expected, Map.At(new(start, end)));

    [Fact]
    public void Without_attributions_the_author_speaks() => Assert.Equal(Voice.Author, new VoiceMap([]).At(new(0, 1)));

    static Attribution Of(SourceKind kind, bool hasSource, params TextSpan[] content) =>
        new() { Kind = kind, Source = hasSource ? new TextSpan(0, 1) : null, Content = [.. content] };
}
