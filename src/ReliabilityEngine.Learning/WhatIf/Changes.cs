using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>The changes that are tried, in the order of the documentation.</summary>
public static class Changes
{
    public static ImmutableArray<Change> All { get; } =
    [
        .. SourceChanges.All,
        .. GuessChanges.All,
        .. WordingChanges.All,
        .. FormChanges.All,
    ];

    /// <summary>As in <c>the unnamed source</c> and <c>the 2 unnamed sources</c>.</summary>
    internal static string The(int count, string one, string many) =>
        count == 1 ? $"the {one}" : string.Create(CultureInfo.InvariantCulture, $"the {count} {many}");
}
