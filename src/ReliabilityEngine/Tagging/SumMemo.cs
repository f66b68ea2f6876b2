using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Sums of weights that many tokens of one window share, by what they have in common.</summary>
/// <param name="size">One more than the highest index.</param>
sealed class SumMemo(uint size)
{
    readonly Vector128<short>[] _sums = new Vector128<short>[size];

    // The window that each sum was made for, so that nothing need be cleared.
    readonly int[] _windows = new int[size];
    int _window;

    public void Begin() => _window++;

    public bool TryGet(uint index, out Vector128<short> sum)
    {
        sum = _sums[index];
        return _windows[index] == _window;
    }

    public Vector128<short> Set(uint index, Vector128<short> sum)
    {
        _windows[index] = _window;
        return _sums[index] = sum;
    }
}
