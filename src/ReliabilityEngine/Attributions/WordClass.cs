using System.Collections.Frozen;

namespace ReliabilityEngine.Attributions;

/// <summary>What a word can be, as far as the search for sources needs it.</summary>
[Flags]
enum WordClass
{
    None = 0,

    /// <summary>A personal pronoun that can be a subject.</summary>
    Subject = 1 << 0,
    FirstPerson = 1 << 1,
    Possessive = 1 << 2,
    Relative = 1 << 3,

    /// <summary>A word that stands for people without naming them, such as "many" or "everyone".</summary>
    Indefinite = 1 << 4,
    Determiner = 1 << 5,
    Preposition = 1 << 6,
    Auxiliary = 1 << 7,
    Subordinator = 1 << 8,
    Coordinator = 1 << 9,
    Adverb = 1 << 10,
    Time = 1 << 11,
    Numeral = 1 << 12,

    /// <summary>A verb that is no report; a noun phrase ends at it.</summary>
    OtherVerb = 1 << 13,

    /// <summary>A form of "be", after which a past participle is a passive.</summary>
    Be = 1 << 14,

    /// <summary>Of the report verbs' lexicons: the words of one match all carry it.</summary>
    Report = 1 << 15,
    Title = 1 << 16,
    GivenName = 1 << 17,

    /// <summary>An office or profession, such as "mayor" or "spokesman".</summary>
    Role = 1 << 18,
    UnnamedHead = 1 << 19,
    CollectiveHead = 1 << 20,
    DocumentHead = 1 << 21,
    BodyHead = 1 << 22,

    /// <summary>A state, paper, agency, party or firm known by name.</summary>
    KnownBody = 1 << 23,
    Rank = 1 << 24,

    /// <summary>A noun for something said, such as "claim" or "statement".</summary>
    SpeechNoun = 1 << 25,

    /// <summary>An unnamed source's head that says nothing of who it is, such as "source".</summary>
    BareHead = 1 << 26,

    /// <summary>A word that says which body an unnamed source belongs to.</summary>
    BodyWord = 1 << 27,

    /// <summary>Says how an unnamed source knows, or why it is not named.</summary>
    Basis = 1 << 28,

    /// <summary>An office that one person at a time holds.</summary>
    Post = 1 << 29,

    /// <summary>Ends a noun phrase on either side.</summary>
    Boundary = Subject | Relative | Auxiliary | Subordinator | OtherVerb,
}

/// <summary>The closed classes of English; open ones stand in the lexicons.</summary>
static class GrammarWords
{
    static readonly FrozenDictionary<string, WordClass> _classes = Build();

    static readonly FrozenSet<string> _noAdverbs = FrozenSet.ToFrozenSet(
    [
        "family", "rally", "reply", "supply", "assembly", "italy", "bully", "monopoly", "anomaly", "apply", "imply", "comply",
        "multiply", "sally", "billy", "emily", "kelly", "holly", "molly", "reilly", "elderly", "friendly", "deadly", "ugly", "lonely",
        "daily", "weekly", "monthly", "quarterly", "likely", "unlikely", "early", "costly", "homily", "jelly", "belly",
    ], StringComparer.Ordinal);

    public static WordClass Of(string form) => _classes.TryGetValue(form, out var known) ? known : ByShape(form);

    static WordClass ByShape(string form)
    {
        if (form.EndsWith("n't", StringComparison.Ordinal))
            return WordClass.Auxiliary;
        if (form.Length > 4 && form.EndsWith("ly", StringComparison.Ordinal) && !_noAdverbs.Contains(form))
            return WordClass.Adverb;
        var compound = form.IndexOf('-', StringComparison.Ordinal);
        return char.IsAsciiDigit(form[0]) || compound > 0 && form.AsSpan(0, compound).EndsWith("ty", StringComparison.Ordinal)
            && _classes.TryGetValue(form[(compound + 1)..], out var unit) && (unit & WordClass.Numeral) != 0
            ? WordClass.Numeral : WordClass.None;
    }

    static FrozenDictionary<string, WordClass> Build()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var (words, wordClass) in Lines)
        {
            foreach (var word in words.Split(' '))
                classes[word] = classes.GetValueOrDefault(word) | wordClass;
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static (string Words, WordClass Class)[] Lines =>
    [
        ("he she they it i we you who", WordClass.Subject),
        ("i we me us myself ourselves", WordClass.FirstPerson),
        ("his her its their my our your whose", WordClass.Possessive | WordClass.Determiner),
        ("my our mine ours", WordClass.FirstPerson),
        ("who which that whom whose", WordClass.Relative),
        ("the a an this that these those each every any no some another both either neither", WordClass.Determiner),
        ("many most few several all such other", WordClass.Determiner),
        ("some many most few several all both others another everyone everybody someone", WordClass.Indefinite),
        ("somebody anyone anybody nobody none half one ones those", WordClass.Indefinite),
        ("of in on at by for with from to about against between among into through during", WordClass.Preposition),
        ("before after above below under over near since until despite toward towards within", WordClass.Preposition),
        ("without amid as like via per inside outside across around behind beside besides", WordClass.Preposition),
        ("beyond upon including regarding concerning following", WordClass.Preposition),
        ("is are was were be been being am 're 'm", WordClass.Auxiliary | WordClass.Be),
        ("isn't aren't wasn't weren't", WordClass.Auxiliary | WordClass.Be),
        ("has have had having do does did will would can could may might shall should must", WordClass.Auxiliary),
        ("cannot not 've 'd 'll to", WordClass.Auxiliary),
        ("that because if when while although though whether unless until where why how what", WordClass.Subordinator),
        ("so than as since after before once whereas", WordClass.Subordinator),
        ("and or but nor yet", WordClass.Coordinator),
        ("also later then once often never ever still again now already just even soon too instead", WordClass.Adverb),
        ("meanwhile however thus therefore perhaps maybe indeed always sometimes though else", WordClass.Adverb),
        ("further rather quite very almost much more less first anyway moreover nevertheless", WordClass.Adverb),
        ("nonetheless twice elsewhere only here there abroad together alone", WordClass.Adverb),
        ("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight", WordClass.Time),
        ("earlier later ago last next week month year morning afternoon evening night recently", WordClass.Time),
        ("january february march april june july august september october november december jan.", WordClass.Time),
        ("feb. aug. sept. oct. nov. dec.", WordClass.Time),
        ("one two three four five six seven eight nine ten eleven twelve dozen dozens hundred", WordClass.Numeral),
        ("hundreds thousand thousands million millions percent %", WordClass.Numeral),
        ("made make makes making took take takes taking taken gave give gives giving given got", WordClass.OtherVerb),
        ("get gets getting gotten went go goes going gone came come comes coming became become", WordClass.OtherVerb),
        ("becomes becoming kept keep keeps left leave leaves leaving lost lose loses losing won", WordClass.OtherVerb),
        ("win wins winning met meet meets ran run runs running led lead leads brought bring", WordClass.OtherVerb),
        ("brings bought built sent send sends spent spend began begin begins grew grow grows", WordClass.OtherVerb),
        ("fell fall falls held holds knew paid pay pays sat stood stands put puts set sets", WordClass.OtherVerb),
        ("broke broken chose chosen drew drawn drove driven ate flew forgot hid lay lies rose", WordClass.OtherVerb),
        ("sold sought struck taught threw woke wore helped helps worked works lived lives", WordClass.OtherVerb),
        ("served serves used uses died killed arrested happened happens remain remains remained", WordClass.OtherVerb),
        ("include includes included need needs needed let lets tried tries try", WordClass.OtherVerb),
    ];
}
