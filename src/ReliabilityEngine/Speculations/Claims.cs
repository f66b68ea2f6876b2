using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>A marker with the claim that it speaks of.</summary>
readonly record struct Claim(TokenRange Tokens, Marker Marker, int Sentence);

/// <summary>Joins the markers of one claim: the strongest stands for them.</summary>
static class Claims
{
    public static List<Claim> Of(Document document, IReadOnlyList<Marker> markers)
    {
        var claims = new List<Claim>();
        foreach (var marker in markers)
        {
            var claim = new Claim(ClaimSpan.Of(document, marker.Tokens), marker, document.SentenceAt(marker.Tokens.First));
            if (claims.Count > 0 && IsSame(claims[^1], claim))
                claims[^1] = Stronger(claims[^1], claim);
            else
                claims.Add(claim);
        }

        return claims;
    }

    static bool IsSame(Claim earlier, Claim later) =>
        earlier.Sentence == later.Sentence && earlier.Tokens.Overlaps(later.Tokens);

    // "I think it is probably so": of equals the word that says it of the claim, and not of who thinks it.
    static Claim Stronger(Claim earlier, Claim later)
    {
        var (first, second) = (earlier.Marker.Band.Strength(), later.Marker.Band.Strength());
        var stands = second > first || (second == first && earlier.Marker.Sense is MarkerSense.Thinking or MarkerSense.Supposing) ? later : earlier;
        return stands with { Tokens = new(Math.Min(earlier.Tokens.First, later.Tokens.First), Math.Max(earlier.Tokens.End, later.Tokens.End)) };
    }
}
