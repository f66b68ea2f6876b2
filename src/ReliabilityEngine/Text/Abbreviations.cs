using System.Collections.Frozen;

namespace ReliabilityEngine.Text;

/// <summary>What an abbreviation's full stop says about the end of a sentence.</summary>
enum AbbreviationKind : byte
{
    None,

    /// <summary>Stands before a name: never ends a sentence.</summary>
    Title,

    /// <summary>An abbreviation only before a number.</summary>
    BeforeNumber,

    /// <summary>Seldom the last word: ends a sentence before a word that plainly starts one.</summary>
    Inner,

    /// <summary>Often the last word: ends a sentence before any capital.</summary>
    Final,
}

/// <summary>The abbreviations whose full stop belongs to the word.</summary>
static class Abbreviations
{
    const string Titles =
        """
        Mr Mrs Ms Mx Messrs Dr Prof Rev Fr Hon Gen Adm Lt Col Maj Capt Cmdr Cdr Sgt Cpl Pvt Pfc Brig Ens Supt v Insp
        Det Sen Sens Rep Reps Gov Govs Pres Amb Atty Asst Assoc Dep Dir Lieut Msgr Mme Mlle Treas
        """;

    const string BeforeNumbers =
        """
        No Nos Fig Figs Art Arts Vol Vols Ch Sec Sect Pt Op Mar May Jun Jul Sun Sat
        no nos fig figs art vol vols ch sec pp p c ca para
        """;

    const string Inners =
        """
        Jan Feb Apr Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Inc Corp Co Cos Ltd Bros Jr Sr Esq
        St Ste Mt Ft Ave Blvd Rd Hwy
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
        Tenn Tex Va Vt Wash Wis Wyo Ont Que
        vs al cf approx est dept univ assn bldg viz ibid
        """;

    const string Finals = "etc";

    static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Table();

    static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a word that stands before a full stop, the stop not included.</summary>
    public static AbbreviationKind Of(ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= 8 && Lookup.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    static FrozenDictionary<string, AbbreviationKind> Table()
    {
        var table = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        Add(Inners, AbbreviationKind.Inner);
        Add(Finals, AbbreviationKind.Final);
        Add(BeforeNumbers, AbbreviationKind.BeforeNumber);
        Add(Titles, AbbreviationKind.Title);
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string words, AbbreviationKind kind)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                table[word] = kind;
                if (word.Length > 1)
                    table[word.ToUpperInvariant()] = kind;
            }
        }
    }
}
