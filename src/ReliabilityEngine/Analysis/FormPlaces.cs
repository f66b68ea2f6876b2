using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Where each lower-case form stands in the body, by position.</summary>
sealed class FormPlaces
{
    readonly Dictionary<string, int> _forms;

    // By form the index of its first place, and of the place after its last.
    readonly int[] _ends;
    readonly Token[] _places;

    public FormPlaces(Document document, Body body)
    {
        _forms = new(document.Forms.Length, StringComparer.Ordinal);
        for (var form = 0; form < document.Forms.Length; form++)
            _forms[document.Forms[form]] = form;
        _ends = new int[document.Forms.Length + 1];
        foreach (var sentence in body.Sentences)
        {
            foreach (var token in body.TokensIn(sentence))
                _ends[token.Form + 1]++;
        }

        for (var form = 1; form < _ends.Length; form++)
            _ends[form] += _ends[form - 1];
        _places = new Token[_ends[^1]];
        var next = _ends.AsSpan(0, document.Forms.Length).ToArray();
        foreach (var sentence in body.Sentences)
        {
            foreach (var token in body.TokensIn(sentence))
                _places[next[token.Form]++] = token;
        }
    }

    public ReadOnlySpan<Token> Of(string form) =>
        _forms.TryGetValue(form, out var index) ? _places.AsSpan(_ends[index].._ends[index + 1]) : [];
}
