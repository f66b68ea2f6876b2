using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ReliabilityEngine.Cli.Tests.Hostile;

/// <summary>Good input, damaged in a few places.</summary>
static class Mutation
{
    /// <summary>The long run asks for more: RELIABILITY_FUZZ=100000.</summary>
    static readonly int Tests = int.TryParse(Environment.GetEnvironmentVariable("RELIABILITY_FUZZ"), out var tests) ? tests : 2000;

    static readonly byte[][] Poison =
    [
        .. ((string[])
        [
            "<", ">", "&", "&#", "&#x110000;", "&#0;", "\0", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<p", "</", "<svg>", "<math>",
            "<table><tr><td>", "<form>", "<template>", "<select>", "<plaintext>", "<title>", "{", "}", "[", "\\u", "\\ud800", "\"", "\n\n", "\u202e", "1e999", "-", "=\"",
        ]).Select(Encoding.UTF8.GetBytes),
        .. ((string[])["<div>", "<b>", "<a href=x>", "[", "{\"a\":"]).Select(text => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 300)))),
        [0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80],
    ];

    /// <summary>By which a run can be repeated: RELIABILITY_FUZZ_SEED.</summary>
    static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("RELIABILITY_FUZZ_SEED"), out var seed) ? seed : (ulong)Environment.ProcessId;

    /// <summary>Runs a law over damaged copies of the seeds; a failure names the bytes and how to repeat it.</summary>
    /// <param name="part">One of how many inputs is tried, where each takes long.</param>
    public static void Check(IReadOnlyList<byte[]> seeds, Action<byte[]> law, int part = 1)
    {
        Assert.NotEmpty(seeds);
        var inputs = Damaged(seeds).ToArbitrary();
        var replay = new Replay(new Rnd(Seed, (2 * Seed) + 1), FSharpOption<int>.None);
        try
        {
            Prop.ForAll(inputs, law).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests / part).WithEndSize(100).WithReplay(replay));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"RELIABILITY_FUZZ_SEED={Seed} repeats it: {failure.Message}", failure);
        }
    }

    static Gen<byte[]> Damaged(IReadOnlyList<byte[]> seeds) =>
        from seed in Gen.Elements(seeds.AsEnumerable())
        from count in Gen.Choose(0, 4)
        from damages in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1).ArrayOf(4), count)
        select damages.Aggregate(seed, Damage);

    static byte[] Damage(byte[] input, int[] chance)
    {
        if (input.Length == 0)
            return input;
        var at = chance[0] % input.Length;
        var length = Math.Min(1 + chance[1] % Math.Max(1, input.Length / 8), input.Length - at);
        return (chance[2] % 6) switch
        {
            0 => [.. input[..at], .. input[(at + length)..]],
            1 => [.. input[..(at + length)], .. input[at..(at + length)], .. input[(at + length)..]],
            2 => input[..at],
            3 => [.. input[..at], (byte)chance[3], .. input[(at + 1)..]],
            _ => [.. input[..at], .. Poison[chance[3] % Poison.Length], .. input[at..]],
        };
    }
}
