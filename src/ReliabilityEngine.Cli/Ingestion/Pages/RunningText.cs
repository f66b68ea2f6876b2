using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>How much of a page's text stands in which element, and how much of it asks for consent.</summary>
sealed class RunningText
{
    const int ShortestSentence = 40;

    readonly Dictionary<IElement, (int Length, int Consent)> _measures = [];
    readonly int _whole;

    public RunningText(IElement root) => _whole = Measure(root).Length;

    /// <summary>Characters, without white space at the ends of runs.</summary>
    public int LengthOf(IElement element) => _measures.GetValueOrDefault(element).Length;

    public double ShareOf(IElement element) => _whole == 0 ? 0 : (double)LengthOf(element) / _whole;

    /// <summary>How often it says what consent walls say.</summary>
    public int ConsentIn(IElement element) => _measures.GetValueOrDefault(element).Consent;

    (int Length, int Consent) Measure(IElement element)
    {
        var (length, consent) = (0, 0);
        foreach (var child in element.ChildNodes)
        {
            var inner = child switch
            {
                IText text => Measure(text.Data),
                IElement { LocalName: "script" or "style" or "template" or "noscript" or "nav" } => default,
                IElement nested => Measure(nested),
                _ => default,
            };
            length += inner.Length;
            consent += inner.Consent;
        }

        return _measures[element] = (length, consent);
    }

    static (int Length, int Consent) Measure(string data)
    {
        var length = data.AsSpan().Trim().Length;
        return (length, length < ShortestSentence ? 0 : PageWords.Consent.Count(phrase => data.Contains(phrase, StringComparison.OrdinalIgnoreCase)));
    }
}
