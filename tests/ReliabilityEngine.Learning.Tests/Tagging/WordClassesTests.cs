using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tests.Tagging;

public sealed class WordClassesTests
{
    [Fact]
    public void Words_that_stand_in_the_same_places_share_a_class()
    {
        string[] people = ["mayor", "clerk", "judge", "nurse"];
        string[] verbs = ["said", "told", "wrote", "asked"];
        var texts = Enumerable.Range(0, 200).Select(i => $"the {people[i % 4]} {verbs[i * 7 % 4]} that the {people[i / 4 % 4]} left .");
        var bigrams = Bigrams.Count(texts, vocabulary: 20);
        var classes = WordClasses.Of(bigrams, classes: 5, rounds: 10);
        int Class(string word) => classes[Array.IndexOf(bigrams.Words, FeatureKey.OfForm(word))];
        Assert.All(people, person => Assert.Equal(Class("mayor"), Class(person)));
        Assert.All(verbs, verb => Assert.Equal(Class("said"), Class(verb)));
        Assert.NotEqual(Class("mayor"), Class("said"));
        Assert.Equal(classes, WordClasses.Of(bigrams, classes: 5, rounds: 10, threads: 3));
    }
}
