using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>All lexicons by name.</summary>
public sealed class LexiconLibrary
{
    const string Folder = "lexicons/";

    readonly ImmutableSortedDictionary<string, Lexicon> _byName;

    LexiconLibrary(ImmutableSortedDictionary<string, Lexicon> byName) => _byName = byName;

    /// <summary>The lexicons that come with the engine.</summary>
    public static LexiconLibrary BuiltIn { get; } = Embedded();

    /// <summary>By name.</summary>
    public IEnumerable<Lexicon> Lexicons => _byName.Values;

    string Names => string.Join(", ", _byName.Keys);

    /// <exception cref="KeyNotFoundException">There is no lexicon of that name.</exception>
    public Lexicon this[string name] => _byName[name];

    /// <summary>SHA-256, in lower-case hex, over the names, columns and entries of all lexicons; comments do not count.</summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var lexicon in Lexicons)
        {
            var header = lexicon.Header;
            Append($"{lexicon.Name} {header.IsCapitalised} {header.IsLookup}");
            Append(string.Join(' ', header.Columns) + "; " + string.Join(' ', header.Blocks));
            foreach (var entry in lexicon.Entries)
                Append(entry.ToString());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }

    /// <summary>
    /// The library with a user's own files: <c>name.txt</c> replaces the lexicon of that name, <c>name.add.txt</c> amends it.
    /// </summary>
    /// <exception cref="FormatException">The message begins with <c>path:line:</c>.</exception>
    public LexiconLibrary With(IEnumerable<LexiconText> files)
    {
        var lexicons = _byName.ToBuilder();
        // Replacements come first, so that the order of the files does not matter.
        foreach (var file in files.OrderBy(file => IsAmendment(file.Path)).ThenBy(file => file.Path, StringComparer.Ordinal))
        {
            var name = NameOf(file.Path);
            lexicons[name] = IsAmendment(file.Path)
                ? LexiconAmendment.Apply(lexicons[name], file.Path, file.Text)
                : LexiconFile.Read(name, file.Path, file.Text);
            LexiconVocabulary.Check(lexicons[name], _byName[name], file.Path);
            CheckBlocks(lexicons[name], file.Path);
        }

        return new(lexicons.ToImmutable());
    }

    static bool IsAmendment(string path) => path.EndsWith(LexiconAmendment.Extension, StringComparison.Ordinal);

    string NameOf(string path)
    {
        var file = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = IsAmendment(file) ? LexiconAmendment.Extension : LexiconFile.Extension;
        if (file.EndsWith(extension, StringComparison.Ordinal) && _byName.ContainsKey(file[..^extension.Length]))
            return file[..^extension.Length];
        throw new FormatException(
            $"{path}:1: found the file name '{file}', expected a lexicon's name with .txt or .add.txt: {Names}");
    }

    void CheckBlocks(Lexicon lexicon, string path)
    {
        foreach (var name in lexicon.Header.Blocks)
        {
            if (!_byName.ContainsKey(name))
                throw new FormatException($"{path}:1: found '{name}' under 'blocks' in the header, expected names of lexicons: {Names}");
        }
    }

    static LexiconLibrary Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var lexicons = ImmutableSortedDictionary.CreateBuilder<string, Lexicon>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var name = resource[Folder.Length..^LexiconFile.Extension.Length];
            lexicons.Add(name, LexiconFile.Read(name, resource, reader.ReadToEnd()));
        }

        return new(lexicons.ToImmutable());
    }
}
