using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Text;

/// <summary>Gives each distinct lower-case form of a text one number and one string.</summary>
sealed class FormTable
{
    const int UsualLength = 256;

    readonly Dictionary<string, int> _indices;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    readonly List<string> _forms;
    readonly char[] _buffer = new char[UsualLength];

    public FormTable(int capacity)
    {
        _indices = new(capacity, StringComparer.Ordinal);
        _lookup = _indices.GetAlternateLookup<ReadOnlySpan<char>>();
        _forms = new(capacity);
    }

    public int Intern(ReadOnlySpan<char> raw)
    {
        if (raw.Length <= UsualLength)
            return Add(_buffer.AsSpan(0, Fold(raw, _buffer)));

        var rented = ArrayPool<char>.Shared.Rent(raw.Length);
        var index = Add(rented.AsSpan(0, Fold(raw, rented)));
        ArrayPool<char>.Shared.Return(rented);
        return index;
    }

    public ImmutableArray<string> ToForms() => [.. CollectionsMarshal.AsSpan(_forms)];

    int Add(ReadOnlySpan<char> form)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, form, out var exists);
        if (exists)
            return index;
        index = _forms.Count;
        var text = form.ToString();
        _forms.Add(text);
        return index;
    }

    /// <summary>Lower case, straight apostrophes and plain hyphens; soft hyphens and an editor's brackets ([W]e) go.</summary>
    static int Fold(ReadOnlySpan<char> raw, Span<char> form)
    {
        var length = 0;
        foreach (var c in raw)
        {
            if (c < 0x80)
            {
                if (c is not ('[' or ']') || raw.Length == 1)
                    form[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (c is not ('\u00AD' or '\u200C' or '\u200D'))
            {
                form[length++] = Characters.IsApostrophe(c) ? '\'' : Characters.IsHyphen(c) ? '-' : char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
