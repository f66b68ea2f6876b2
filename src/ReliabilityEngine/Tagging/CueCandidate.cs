using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>A span of rows that may be a cue.</summary>
/// <param name="Rows">The rows of the cue.</param>
/// <param name="Probability">By the first pass alone.</param>
readonly record struct CueCandidate(int Paragraph, TokenRange Rows, float Probability);

/// <summary>A candidate with the source and content that go with it best.</summary>
/// <param name="Window">The rows that were looked at.</param>
/// <param name="Roles">Probabilities of the labels in the window: outside, source (first, further), content (first, further).</param>
sealed record Candidate(
    CueCandidate Cue,
    TokenRange? Source,
    ImmutableArray<TokenRange> Content,
    TokenRange Window,
    System.Runtime.Intrinsics.Vector256<float>[] Roles)
{
    public float RoleAt(int row, int label) => Roles[row - Window.First][label];

    public bool ContentHolds(int row)
    {
        foreach (var piece in Content)
        {
            if (piece.Contains(row))
                return true;
        }

        return false;
    }
}
