using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Learning.Labels;

/// <summary>Something that people can say of an article, under the name that it has wherever labels are written.</summary>
public sealed class LabelField
{
    readonly ImmutableArray<string> _words;
    readonly double _lowest;
    readonly double _highest;

    LabelField(string name, double lowest, double highest)
    {
        (Name, IsScore, _words, _lowest, _highest) = (name, true, [], lowest, highest);
        Expected = string.Create(CultureInfo.InvariantCulture, $"a number from {lowest} to {highest}");
    }

    LabelField(string name, params ReadOnlySpan<string> words)
    {
        (Name, IsScore, _words) = (name, false, [.. words]);
        Expected = string.Join(", ", _words);
    }

    public static ImmutableArray<LabelField> All { get; } =
    [
        new("reliability", 0, 100),
        new("bias", 0, 100),
        new("hyperpartisan", "true", "false"),
        new("leaning", "left", "center", "right"),
        new("leaning_score", -100, 100),
    ];

    public string Name { get; }

    /// <summary>What a value must be, for messages.</summary>
    public string Expected { get; }

    /// <summary>A number whose differences mean something; otherwise a word, or yes or no.</summary>
    public bool IsScore { get; }

    public static LabelField? Named(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>The labels of known names with sound values, in their normal form; other names are passed over.</summary>
    /// <param name="troubles">What was wrong with the values that are left out.</param>
    public static ImmutableSortedDictionary<string, string> ReadAll(
        IEnumerable<KeyValuePair<string, string>> labels, out ImmutableArray<string> troubles)
    {
        var (sound, found) = (ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var (name, text) in labels)
        {
            if (Named(name) is not { } field)
                continue;
            if (field.Read(text) is { } value)
                sound[name] = value;
            else
                found.Add(field.Trouble(text));
        }

        troubles = found.DrainToImmutable();
        return sound.ToImmutable();
    }

    /// <summary>The value in its normal form; null where the text is no value of this field.</summary>
    public string? Read(string text)
    {
        var trimmed = text.Trim();
        if (!IsScore)
            return _words.FirstOrDefault(word => word.Equals(trimmed, StringComparison.OrdinalIgnoreCase));
        // Adding nothing turns a negative zero into a plain one.
        return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= _lowest && number <= _highest
            ? (number + 0.0).ToString(CultureInfo.InvariantCulture) : null;
    }

    public string Trouble(string text) => $"{Name} is \"{text.Trim()}\", expected {Expected}";

    /// <summary>A value as a point, so that differences between any two values can be measured: words lie equally far apart.</summary>
    internal double[] Point(string value) =>
        IsScore ? [double.Parse(value, CultureInfo.InvariantCulture)] : [.. _words.Select(word => word == value ? 1.0 : 0.0)];
}
