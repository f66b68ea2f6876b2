using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Words such as "points (1) and (6)", with the sentences that bear these numbers.</summary>
readonly record struct PointReference(TokenRange Tokens, ImmutableArray<int> Sentences);

/// <summary>Finds references to the numbered points of a text.</summary>
static class PointReferences
{
    static readonly FrozenSet<string> Nouns =
    [
        "point", "points", "premise", "premises", "fact", "facts", "item", "items", "reason", "reasons", "assumption", "assumptions", "step", "steps",
        "observation", "observations", "argument", "arguments", "clue", "clues", "number", "numbers", "no.", "nos.", "hypothesis", "hypotheses",
    ];

    static readonly FrozenSet<string> Between = [",", "and", "&", "or", "to", "through", "–", "-", "as", "well", "with", "plus"];

    public static IEnumerable<PointReference> In(Document document)
    {
        Dictionary<int, int>? points = null;
        for (var token = 0; token < document.Tokens.Length - 1; token++)
        {
            if (!IsNumber(document, token + 1) || !Nouns.Contains(document.Form(token)))
                continue;
            points ??= PointsOf(document);
            if (points.Count == 0)
                yield break;
            var (end, numbers) = NumbersFrom(document, token + 1);
            ImmutableArray<int> sentences = [.. numbers.Where(points.ContainsKey).Select(number => points[number]).Distinct()];
            if (sentences.Length > 0)
                yield return new(new(token, end), sentences);
            token = end - 1;
        }
    }

    static (int End, List<int> Numbers) NumbersFrom(Document document, int first)
    {
        var numbers = new List<int>();
        var end = first;
        for (var token = first; token < document.Tokens.Length && token < first + 40; token++)
        {
            if (IsNumber(document, token))
            {
                var number = NumberAt(document, token);
                if (token > first && document.Form(token - 1) is "to" or "through" or "–" or "-" && numbers.Count > 0 && number > numbers[^1] && number < numbers[^1] + 20)
                    numbers.AddRange(Enumerable.Range(numbers[^1] + 1, number - numbers[^1] - 1));
                numbers.Add(number);
                end = token + 1;
            }
            else if (!Between.Contains(document.Form(token)))
            {
                break;
            }
        }

        return (end, numbers);
    }

    // A number that opens a sentence, or stands as one before its point, names that sentence.
    static Dictionary<int, int> PointsOf(Document document)
    {
        var points = new Dictionary<int, int>();
        for (var sentence = 0; sentence < document.Sentences.Length; sentence++)
        {
            var tokens = document.Sentences[sentence].Tokens;
            if (document.Tokens[tokens.First].Kind != TokenKind.ListNumber)
                continue;
            var named = tokens.Count == 1 && sentence + 1 < document.Sentences.Length ? sentence + 1 : sentence;
            points[NumberAt(document, tokens.First)] = named;
        }

        return points;
    }

    static bool IsNumber(Document document, int token) =>
        document.Tokens[token].Kind is TokenKind.ListNumber or TokenKind.Number && NumberAt(document, token) > 0;

    static int NumberAt(Document document, int token) =>
        int.TryParse(document.Raw(token).Trim("().:[]"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
