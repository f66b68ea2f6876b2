using System.Text;

namespace ReliabilityEngine.Soak;

/// <summary>Short articles of all kinds, the same for the same seed: plain ones, and among them the oddities that text can have.</summary>
sealed class ArticleStream(int seed)
{
    static readonly string[] Outlets = ["The Harbour Post", "Carrow Lookout", "velmark-times.example", "The Open Ledger", "Ünder dem Strich", "Buzz & Sons"];
    static readonly string[] People = ["Ada Quill", "Teo Varga", "Rowan Teague", "Dunstan Pell", "Ines O'Dowd", "Mirela Åkerblom", "J. T. Marsh"];
    static readonly string[] Roles = ["the harbour master", "a senior official", "the board's chair", "a spokeswoman for the council", "a person familiar with the plan", "the ministry"];
    static readonly string[] Claims = ["the piles are worn", "the work might take two years", "no order was ever given", "the budget will hold", "the vote was a disaster", "nobody had read the report"];
    static readonly string[] Guesses = ["It is likely that the money is gone.", "Therefore the ferry will probably be sold.", "That must have been arranged beforehand.", "Perhaps it never was.", "Why, then, was the log empty?"];

    static readonly string[] Oddities =
    [
        "A line\r\nthat ends as on other systems.", "Robert'); DROP TABLE articles;-- was a guest.", "<script>alert(1)</script> &amp; more.", "\u202Eright to left\u202C again",
        "\U0001F6A2 sailed at 5 \u00BD p.m.", "cafe\u0301 and \u6E2F\u6E7E", "a\u0001b and \u001B[31mred", "\"\u201Cnested \u2018quotes\u2019\u201D\"", "=1+1", "\u2028a new line\u2029",
    ];

    /// <param name="number">Which of them.</param>
    /// <param name="version">0 is its first text, 1 the corrected one.</param>
    public SoakArticle Article(int number, int version = 0)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var outlet = One(random, Outlets);
        var title = SoakArticle.Mark(number) + One(random, People) + " on why " + One(random, Claims);
        var text = new StringBuilder();
        for (var sentences = random.Next(3, 9); sentences > 0; sentences--)
            text.Append(Sentence(random)).Append(random.Next(4) == 0 ? "\n\n" : " ");
        if (random.Next(5) == 0)
            text.Append(One(random, Oddities));
        if (random.Next(200) == 0)
            text.Append(new string('x', 20_000));
        if (version > 0)
            text.Append(" Correction: an earlier text was wrong.");
        return new(number, outlet, title, text.ToString());
    }

    static string Sentence(Random random) => random.Next(6) switch
    {
        0 => $"\"{One(random, Claims)},\" said {One(random, People)}, {One(random, Roles)}.",
        1 => $"{One(random, People)} told reporters on Monday that {One(random, Claims)}.",
        2 => $"According to {One(random, Roles)}, {One(random, Claims)}.",
        3 => One(random, Guesses),
        4 => $"{One(random, Roles)} said {random.Next(2, 900)} people were there, and that {One(random, Claims)}.",
        _ => $"The board met in May; {One(random, Claims)}.",
    };

    static string One(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
