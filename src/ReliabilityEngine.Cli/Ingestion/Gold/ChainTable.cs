using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>An article's guesses (<c>S sentence marker band voice</c>) and inferences (<c>L from,from to cue</c>), tabs between.</summary>
static class ChainTable
{
    public static GoldChains Read(string path, string text, ImmutableArray<TextSpan> sentences)
    {
        var guesses = ImmutableArray.CreateBuilder<Guess>();
        var links = ImmutableHashSet.CreateBuilder<(int, int)>();
        foreach (var (place, line) in TextFile.ReadLines(path, "a table of guesses in UTF-8"))
        {
            if (line.Length == 0)
                continue;
            switch (line.Split('\t'))
            {
                case ["S", var sentence, var marker, var band, var voice, ..]:
                    guesses.Add(new(Marker(Sentence(sentence, place), marker, place), GoldCell.OneOf<LikelihoodBand>(band, place), GoldCell.OneOf<Voice>(voice, place)));
                    break;
                case ["L", var premises, var conclusion, ..]:
                    links.UnionWith(premises.Split(',').Select(premise => (Sentence(premise, place), Sentence(conclusion, place))));
                    break;
                default:
                    throw new Refusal($"{place}: found '{line}', expected S, sentence, marker, band, voice or L, sentences, sentence, cue, tabs between");
            }
        }

        return new(sentences, guesses.ToImmutable(), links.ToImmutable());

        int Sentence(string number, string place) => GoldCell.Number(number, sentences.Length - 1, place, "a sentence's number");

        TextSpan Marker(int sentence, string marker, string place) => FoldedText.Find(text, sentences[sentence], marker)
            ?? throw new Refusal($"{place}: found the marker '{marker}', expected words of sentence {sentence}: '{sentences[sentence].In(text)}'");
    }
}
