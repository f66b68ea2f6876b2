using System.Globalization;

namespace ReliabilityEngine.Soak;

/// <summary>An article as it is handed in.</summary>
/// <param name="Number">By which the witness knows it again: its title carries it.</param>
/// <param name="Text">The only thing that differs between the first text and a corrected one.</param>
sealed record SoakArticle(int Number, string Outlet, string Title, string Text)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"a{Number:000000}");

    public static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"No. {number:000000}: ");

    /// <summary>The number that a title carries.</summary>
    public static int NumberOf(string title) => int.Parse(title.AsSpan("No. ".Length, 6), CultureInfo.InvariantCulture);
}
