using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What the values of options and arguments may be; who gives another is told what was expected.</summary>
static class Bounds
{
    public static void OneOf(this Option<string> option, params string[] names)
    {
        option.CompletionSources.Add(_ => names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        option.Validators.Add(result => Check(result, option.Name, names));
    }

    public static void OneOf(this Argument<string> argument, params string[] names)
    {
        argument.CompletionSources.Add(_ => names.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        argument.Validators.Add(result => Check(result, argument.Name, names));
    }

    /// <summary>A number of the option's kind, within bounds.</summary>
    public static TOption Within<TOption>(this TOption option, double least, double most = double.PositiveInfinity)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Number(token.Value, option.ValueType) is not { } number || number < least || number > most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {token.Value}: expected {Kind(option.ValueType)}{Range(least, most)}"));
        });
        return option;
    }

    /// <summary>As in <c>a, b or c</c>.</summary>
    public static string Any(IReadOnlyCollection<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names.Last()}";

    /// <summary>A number or a whole number; null for what is no number.</summary>
    public static string? Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type) switch
    {
        var plain when plain == typeof(int) || plain == typeof(long) => "a whole number",
        var plain when plain == typeof(double) => "a number",
        var plain when plain == typeof(DateOnly) => "a date such as 2025-03-31",
        _ => null,
    };

    static double? Number(string text, Type type)
    {
        var style = Kind(type) == "a whole number" ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    static string Range(double least, double most) => string.Create(CultureInfo.InvariantCulture,
        $"{(double.IsFinite(most) ? $" from {least} to {most}" : $", {least} or more")}");

    static void Check(SymbolResult result, string name, string[] names)
    {
        foreach (var token in result.Tokens.Where(token => !names.Contains(token.Value, StringComparer.Ordinal)))
            result.AddError($"{name} {token.Value}: expected {Any(names)}");
    }
}
