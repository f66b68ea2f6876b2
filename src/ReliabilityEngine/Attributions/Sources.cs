using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Tells whether two attributions cite the same source.</summary>
public static class Sources
{
    /// <summary>The lower-case last word of the source's name, before any apposition: the surname of a person.</summary>
    public static string KeyOf(Document document, Attribution attribution)
    {
        if ((attribution.Refers ?? attribution.Source) is not { } span)
            return "";
        var tokens = document.TokensAt(span);
        var (last, name) = ("", "");
        for (var i = tokens.First; i < tokens.End; i++)
        {
            var token = document.Tokens[i];
            if (token.Kind == TokenKind.Punctuation && document.Form(i) == ",")
                break;
            if (token.Kind != TokenKind.Word || document.Form(i) is "'s")
                continue;
            last = document.Form(i);
            if (char.IsUpper(document.Text[token.Start]))
                name = last;
        }

        return name.Length > 0 ? name : last;
    }
}
