using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>How many nominals, full verbs, breaks and quotation marks stand before a row, a byte each and modulo 256.</summary>
/// <remarks>Two of these give what stands between two rows in one subtraction; no window is so long that the modulus shows.</remarks>
readonly record struct Passed(uint Counts)
{
    const uint Nominal = 1;
    const uint Verb = 1 << 8;
    const uint Break = 1 << 16;
    const uint Mark = 1 << 24;

    static Vector128<byte> Limits => Vector128.CreateScalar(0x0403_0303u).AsByte();

    /// <summary>A row further on. Of nominals in a row the last counts.</summary>
    public Passed Past(in TokenRow token, in TokenRow next)
    {
        var more = (token.Tag.IsNominal() && !next.Tag.IsNominal() ? Nominal : 0)
            + (token.Tag.IsVerb() || token.Tag == PartOfSpeech.Modal ? Verb : 0)
            + (token.Stop is Stop.Comma or Stop.Semicolon or Stop.Dash or Stop.Colon or Stop.Bracket ? Break : 0)
            + (token.Quote >= QuoteState.Opening ? Mark : 0);
        return new((Bytes(Counts) + Bytes(more)).AsUInt32().ToScalar());
    }

    /// <summary>What stands from an earlier row to this one, up to small limits.</summary>
    public Between Since(Passed earlier) =>
        new(Vector128.Min(Bytes(Counts) - Bytes(earlier.Counts), Limits).AsUInt32().ToScalar());

    static Vector128<byte> Bytes(uint counts) => Vector128.CreateScalarUnsafe(counts).AsByte();
}

/// <summary>What stands between two rows: three nominals, verbs and breaks, and four marks at most.</summary>
readonly record struct Between(uint Counts)
{
    public uint Nominals => (byte)Counts;

    public uint Verbs => (byte)(Counts >> 8);

    public uint Breaks => (byte)(Counts >> 16);

    public uint Marks => Counts >> 24;
}
