namespace ReliabilityEngine.Tagging;

/// <summary>Reads a token's shape off its characters.</summary>
static class Shapes
{
    public static Shape Of(ReadOnlySpan<char> token)
    {
        if (char.IsDigit(token[0]))
            return Shape.Number;
        if (!char.IsLetter(token[0]))
            return Shape.Mark;
        int capitals = 0, small = 0;
        foreach (var c in token)
        {
            if (char.IsUpper(c))
                capitals++;
            else if (char.IsLower(c))
                small++;
        }

        return (capitals, small) switch
        {
            (0, _) => Shape.Lower,
            (1, 0) => Shape.Initial,
            (_, 0) => Shape.AllCapitals,
            (1, _) when char.IsUpper(token[0]) => Shape.Capitalised,
            _ => Shape.Mixed,
        };
    }

    public static Stop StopOf(char c) => c switch
    {
        ',' => Stop.Comma,
        '.' or '!' or '?' or '\u2026' => Stop.Full,
        ';' => Stop.Semicolon,
        ':' => Stop.Colon,
        '-' or '\u2013' or '\u2014' => Stop.Dash,
        '(' or ')' or '[' or ']' => Stop.Bracket,
        _ => char.IsLetterOrDigit(c) ? Stop.None : Stop.Other,
    };
}
