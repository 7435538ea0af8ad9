using System.Runtime.Intrinsics;

namespace Claims.Core.Language.Training;

/// <summary>Masks of zeros and of the factor that makes up for them, from sixteen xorshift generators side by side (Marsaglia 2003).</summary>
internal sealed class Dropout
{
    private Vector512<uint> _state;

    public Dropout(int seed)
    {
        var random = new Random(seed);
        Span<uint> state = stackalloc uint[16];
        foreach (ref var value in state)
        {
            value = (uint)random.Next(1, int.MaxValue);
        }

        _state = Vector512.Create<uint>(state);
    }

    /// <summary>Fills a mask: each value is 0 with probability <paramref name="rate"/>, else 1 / (1 - rate).</summary>
    public void Fill(Span<float> mask, float rate)
    {
        var keep = Vector512.Create(1 / (1 - rate));
        var limit = Vector512.Create((uint)(rate * (1u << 24)));
        Span<float> rest = stackalloc float[16];
        for (var i = 0; i < mask.Length; i += 16)
        {
            var values = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(Next() >> 8, limit).AsSingle(), keep, Vector512<float>.Zero);
            if (i + 16 <= mask.Length)
            {
                values.CopyTo(mask[i..]);
            }
            else
            {
                values.CopyTo(rest);
                rest[..(mask.Length - i)].CopyTo(mask[i..]);
            }
        }
    }

    private Vector512<uint> Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
