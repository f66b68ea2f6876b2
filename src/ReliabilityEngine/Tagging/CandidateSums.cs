using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What a candidate's content amounts to.</summary>
readonly struct ContentSums
{
    public ContentSums(ReadOnlySpan<TokenRow> rows, Vector256<float>[] labels, Candidate candidate)
    {
        Weakest = 1;
        foreach (var piece in candidate.Content)
        {
            Length += piece.Count;
            for (var i = piece.First; i < piece.End; i++)
            {
                var second = candidate.RoleAt(i, 3) + candidate.RoleAt(i, 4);
                Second += second;
                Weakest = Math.Min(Weakest, second);
                First += labels[i][5] + labels[i][6];
                Quoted += rows[i].Quote != QuoteState.Outside ? 1 : 0;
                HasVerb |= rows[i].Tag.IsVerb();
            }
        }
    }

    public int Length { get; }

    /// <summary>Sum of the content probabilities by the second pass, and by the first.</summary>
    public float Second { get; }

    public float First { get; }

    public float Weakest { get; }

    public int Quoted { get; }

    public bool HasVerb { get; }
}

/// <summary>How a candidate gets in the way of others.</summary>
struct NeighbourSums(TokenRow[] rows, Candidate mine)
{
    const float Likely = 0.3f;

    readonly int _length = Math.Max(1, mine.Content.Sum(piece => piece.Count));

    /// <summary>The likeliest candidate whose content holds this cue, and whose cue this content holds.</summary>
    public float Holding { get; private set; }

    public float Held { get; private set; }

    /// <summary>The likeliest candidate whose content overlaps, and the largest share overlapped.</summary>
    public float Overlapping { get; private set; }

    public float Shared { get; private set; }

    public float SameSentence { get; private set; }

    public float Sum { get; private set; }

    public int Count { get; private set; }

    public void Add(Candidate other)
    {
        var probability = other.Cue.Probability;
        if (other.Cue.Paragraph != mine.Cue.Paragraph)
            return;
        Count++;
        Sum += probability;
        if (rows[other.Cue.Rows.First].Sentence == rows[mine.Cue.Rows.First].Sentence)
            SameSentence = Math.Max(SameSentence, probability);
        if (mine.ContentHolds(other.Cue.Rows.First))
            Held = Math.Max(Held, probability);
        if (other.ContentHolds(mine.Cue.Rows.First))
            Holding = Math.Max(Holding, probability);
        var shared = SharedRows(other);
        if (shared == 0)
            return;
        Overlapping = Math.Max(Overlapping, probability);
        if (probability > Likely)
            Shared = Math.Max(Shared, (float)shared / _length);
    }

    readonly int SharedRows(Candidate other)
    {
        var shared = 0;
        foreach (var a in mine.Content)
        {
            foreach (var b in other.Content)
                shared += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First));
        }

        return shared;
    }
}
