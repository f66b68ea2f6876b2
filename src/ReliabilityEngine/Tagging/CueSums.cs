using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>The part of a first-pass score that depends on small numbers only: parts of speech, shapes, marks, places.</summary>
sealed class CueSums(LabelChain chain)
{
    const uint Tags = PartsOfSpeech.Count + 1;
    const uint Shapes = 8;
    const uint Marks = 40;
    const uint Quotes = 4;
    const uint Frames = 4;
    const uint Headlines = 8;
    const uint Stops = 8;
    const uint Thats = 6;
    const uint Orders = 48;
    const uint Nominals = 256;

    readonly SumTable _middle = new(chain.Weights, Middle, Tags, Tags, Tags);
    readonly SumTable _start = new(chain.Weights, Start, Tags, Tags, Tags);
    readonly SumTable _end = new(chain.Weights, End, Tags, Tags, Tags);
    readonly SumTable _shapes = new(chain.Weights, Shape, Shapes, Shapes, Shapes);
    readonly SumTable _next = new(chain.Weights, Next, Tags, Marks);
    readonly SumTable _last = new(chain.Weights, Last, Tags, Marks);
    readonly SumTable _both = new(chain.Weights, Both, Marks, Marks);
    readonly SumTable _edges = new(chain.Weights, Edge, Tags, 7, 5);
    readonly SumTable _frames = new(chain.Weights, Frame, Tags, Quotes, Headlines, Frames);
    readonly SumTable _stops = new(chain.Weights, Stop, Tags, Stops, Thats);
    readonly SumTable _orders = new(chain.Weights, Order, Orders, 1);
    readonly SumTable _nominals = new(chain.Weights, Nominal, Tags, Nominals);

    public LabelChain Chain { get; } = chain;

    public Vector128<short> Of(in RowNumbers row) =>
        _middle[row.Before, row.Tag, row.After]
        + _start[row.TwoBefore, row.Before, row.Tag]
        + _end[row.Tag, row.After, row.TwoAfter]
        + _shapes[row.ShapeBefore, row.Shape, row.ShapeAfter]
        + _next[row.Tag, row.Next]
        + _last[row.Tag, row.Last]
        + _both[row.Next, row.Last]
        + _edges[row.Tag, row.FromStart, row.ToEnd]
        + _frames[row.Tag, row.Quote, row.Headline, row.Frame]
        + _stops[row.Tag, row.Stop, row.That]
        + _orders[row.Order, 0]
        + _nominals[row.Tag, row.Nominal];

    /// <summary>Writes the keys whose sums the tables hold.</summary>
    public static void Write(in RowNumbers row, ref TemplateList list)
    {
        Middle([row.Before, row.Tag, row.After], ref list);
        Start([row.TwoBefore, row.Before, row.Tag], ref list);
        End([row.Tag, row.After, row.TwoAfter], ref list);
        Shape([row.ShapeBefore, row.Shape, row.ShapeAfter], ref list);
        Next([row.Tag, row.Next], ref list);
        Last([row.Tag, row.Last], ref list);
        Both([row.Next, row.Last], ref list);
        Edge([row.Tag, row.FromStart, row.ToEnd], ref list);
        Frame([row.Tag, row.Quote, row.Headline, row.Frame], ref list);
        Stop([row.Tag, row.Stop, row.That], ref list);
        Order([row.Order], ref list);
        Nominal([row.Tag, row.Nominal], ref list);
    }

    static void Middle(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (before, tag, after) = (of[0], of[1], of[2]);
        list.Add(1, 0);
        list.Add(16, tag);
        list.Add(17, before);
        list.Add(18, after);
        list.Add(21, (before * 32) + tag);
        list.Add(22, (tag * 32) + after);
        list.Add(24, (((before * 32) + tag) * 32) + after);
    }

    static void Start(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(19, of[0]);
        list.Add(23, (((of[0] * 32) + of[1]) * 32) + of[2]);
    }

    static void End(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(20, of[2]);
        list.Add(25, (((of[0] * 32) + of[1]) * 32) + of[2]);
    }

    static void Shape(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(30, (of[1] * 8) + of[0]);
        list.Add(31, (of[1] * 8) + of[2]);
    }

    static void Next(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(46, of[0], of[1]);

    static void Last(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(47, of[0], of[1]);

    static void Both(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(48, (of[0] * 64) + of[1]);

    static void Edge(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(51, (of[1] * 32) + of[0]);
        list.Add(52, (of[2] * 32) + of[0]);
    }

    static void Frame(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (tag, quote, headline, frame) = (of[0], of[1], of[2], of[3]);
        list.Add(43, (quote * 32) + tag);
        list.Add(54, (headline * 4) + quote);
        list.Add(56, tag, headline);
        list.Add(59, (frame * 32) + tag);
    }

    static void Stop(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(58, (of[1] * 32) + of[0]);
        list.Add(62, of[0], of[2]);
    }

    static void Order(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(53, of[0]);

    static void Nominal(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(69, of[0], of[1]);
}
