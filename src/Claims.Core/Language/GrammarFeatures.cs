namespace Claims.Core.Language;

/// <summary>Hashes what the models look at: words, endings, shapes, tags and the tree so far.</summary>
internal sealed class GrammarFeatures
{
    /// <summary>No more features than this at once.</summary>
    public const int Capacity = 64;

    private readonly uint[] _words;
    private readonly uint[] _shapes;
    private readonly uint[] _suffix3;
    private readonly uint[] _suffix2;
    private readonly uint[] _prefix;

    public GrammarFeatures(IReadOnlyList<string> words)
    {
        Count = words.Count;
        Tags = new PartOfSpeech[Count];
        _words = new uint[Count];
        _shapes = new uint[Count];
        _suffix3 = new uint[Count];
        _suffix2 = new uint[Count];
        _prefix = new uint[Count];
        for (var i = 0; i < Count; i++)
        {
            var word = words[i].AsSpan();
            _words[i] = Hash(word, 1);
            _suffix3[i] = Hash(word[^Math.Min(3, word.Length)..], 2);
            _suffix2[i] = Hash(word[^Math.Min(2, word.Length)..], 3);
            _prefix[i] = Hash(word[..Math.Min(3, word.Length)], 4);
            _shapes[i] = Shape(word);
        }
    }

    public int Count { get; }

    public PartOfSpeech[] Tags { get; }

    public ReadOnlySpan<uint> Tag(int i, Span<uint> b)
    {
        var t1 = i > 0 ? (uint)Tags[i - 1] : 99;
        var t2 = i > 1 ? (uint)Tags[i - 2] : 99;
        var n = 0;
        b[n++] = Mix(1, W(i));
        b[n++] = Mix(2, S3(i));
        b[n++] = Mix(3, S2(i));
        b[n++] = Mix(4, i >= 0 ? _prefix[i] : 0);
        b[n++] = Mix(5, Sh(i));
        b[n++] = Mix(6, Sh(i), i == 0 ? 1u : 0u);
        b[n++] = Mix(7, t1);
        b[n++] = Mix(8, t1, t2);
        b[n++] = Mix(9, t1, W(i));
        b[n++] = Mix(10, W(i - 1));
        b[n++] = Mix(11, W(i + 1));
        b[n++] = Mix(12, W(i - 2));
        b[n++] = Mix(13, W(i + 2));
        b[n++] = Mix(14, S3(i - 1));
        b[n++] = Mix(15, S3(i + 1));
        b[n++] = Mix(16, Sh(i - 1), Sh(i));
        b[n++] = Mix(17, Sh(i), Sh(i + 1));
        b[n++] = Mix(18, W(i), W(i + 1));
        b[n++] = Mix(19, W(i - 1), W(i));
        b[n++] = Mix(20, t1, S3(i));
        b[n++] = Mix(21, S3(i), S3(i + 1));
        b[n++] = 77;
        return b[..n];
    }

    public ReadOnlySpan<uint> Move(ParserState s, Span<uint> b)
    {
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Buffer(0), b1 = s.Buffer(1), b2 = s.Buffer(2);
        uint s0t = T(s0), s1t = T(s1), s2t = T(s2), b0t = T(b0), b1t = T(b1), b2t = T(b2);
        uint s0w = W(s0), s1w = W(s1), b0w = W(b0), b1w = W(b1);
        int s0l = s0 < 0 ? -1 : s.LeftChild[s0], s0r = s0 < 0 ? -1 : s.RightChild[s0];
        int s1r = s1 < 0 ? -1 : s.RightChild[s1], s1l = s1 < 0 ? -1 : s.LeftChild[s1], b0l = b0 < 0 ? -1 : s.LeftChild[b0];
        var distance = s0 < 0 || b0 < 0 ? 0u : (uint)Math.Min(b0 - s0, 6);
        var distance1 = s0 < 0 || s1 < 0 ? 0u : (uint)Math.Min(s0 - s1, 6);
        var lc = s0 < 0 ? 0u : (uint)Math.Min(3, s.LeftCount[s0]);
        var rc = s0 < 0 ? 0u : (uint)Math.Min(3, s.RightCount[s0]);
        var rc1 = s1 < 0 ? 0u : (uint)Math.Min(3, s.RightCount[s1]);
        var n = 0;
        b[n++] = Mix(101, s0w, s0t);
        b[n++] = Mix(102, s0t);
        b[n++] = Mix(103, b0w, b0t);
        b[n++] = Mix(104, b0t);
        b[n++] = Mix(105, s1w, s1t);
        b[n++] = Mix(106, s1t);
        b[n++] = Mix(107, b1w, b1t);
        b[n++] = Mix(108, b1t, b2t);
        b[n++] = Mix(109, s0w, b0w);
        b[n++] = Mix(110, s0w, s0t, b0t);
        b[n++] = Mix(111, s0t, b0w, b0t);
        b[n++] = Mix(112, s0t, b0t);
        b[n++] = Mix(113, s0t, b0t, b1t);
        b[n++] = Mix(114, s1t, s0t, b0t);
        b[n++] = Mix(115, s1t, s0t, b0t, b1t);
        b[n++] = Mix(116, s1w, s0w);
        b[n++] = Mix(117, s1w, s0t);
        b[n++] = Mix(118, s1t, s0w);
        b[n++] = Mix(119, s1t, s0t, distance1);
        b[n++] = Mix(120, s0t, b0t, distance);
        b[n++] = Mix(121, s2t, s1t, s0t);
        b[n++] = Mix(122, b0t, b1t, b2t);
        b[n++] = Mix(123, s0t, T(s0l), b0t);
        b[n++] = Mix(124, s0t, T(s0r), b0t);
        b[n++] = Mix(125, s0t, b0t, T(b0l));
        b[n++] = Mix(126, s1t, T(s1r), s0t);
        b[n++] = Mix(127, s1t, T(s1l), s0t);
        b[n++] = Mix(128, s1t, s0t, T(s0r));
        b[n++] = Mix(129, s0w, lc, rc);
        b[n++] = Mix(130, s0t, lc, rc, b0t);
        b[n++] = Mix(131, s1t, rc1, s0t);
        b[n++] = Mix(132, s1w, b0w);
        b[n++] = Mix(133, s0w, b1w);
        b[n++] = Mix(134, W(s0l), s0w);
        b[n++] = Mix(135, W(s0r), s0w);
        b[n++] = Mix(136, W(s1r), s1w, s0t);
        b[n++] = Mix(137, s0w, b0t, b1t);
        b[n++] = Mix(138, S3(s0), b0t);
        b[n++] = Mix(139, S3(b0), s0t);
        b[n++] = Mix(140, s1t, s0w, b0t);
        b[n++] = Mix(141, s1w, s0t, b0t);
        b[n++] = Mix(142, s1t, s0t, b0w);
        b[n++] = Mix(143, s2t, s1t, s0t, b0t);
        b[n++] = 99;
        return b[..n];
    }

    public ReadOnlySpan<uint> Label(int i, int[] heads, Span<uint> b)
    {
        var h = heads[i];
        var right = h < i ? 1u : 0u;
        var distance = (uint)Math.Min(6, Math.Abs(h - i)) * 2 + right;
        var hh = heads[h];
        var n = 0;
        b[n++] = Mix(201, W(i), T(h), right);
        b[n++] = Mix(202, T(i), T(h), distance);
        b[n++] = Mix(203, W(h), T(i), right);
        b[n++] = Mix(204, W(i), W(h));
        b[n++] = Mix(205, T(i), T(h), T(i - 1), right);
        b[n++] = Mix(206, T(i), T(h), T(i + 1), right);
        b[n++] = Mix(207, T(i), T(h), T(h - 1), right);
        b[n++] = Mix(208, T(i), T(h), T(h + 1), right);
        b[n++] = Mix(209, W(i - 1), T(i), T(h), right);
        b[n++] = Mix(210, W(i + 1), T(i), right);
        b[n++] = Mix(211, S3(i), S3(h), right);
        b[n++] = Mix(212, S2(i), T(i), T(h), right);
        b[n++] = Mix(213, T(i), S2(h), right);
        b[n++] = Mix(214, T(i), T(h), T(hh), right);
        b[n++] = Mix(215, W(i), distance);
        b[n++] = Mix(216, Sh(i), Sh(h), T(i), T(h));
        int firstChild = -1, caseChild = -1, before = 0;
        for (var k = Math.Max(0, i - 12); k < Math.Min(Count, i + 13); k++)
        {
            if (heads[k] == i)
            {
                firstChild = firstChild < 0 ? k : firstChild;
                caseChild = k < i && Tags[k] is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Part ? k : caseChild;
            }
            else if (heads[k] == h && k < i && Tags[k] == Tags[i])
            {
                before++;
            }
        }

        var passive = 0u;
        for (var k = Math.Max(0, h - 6); k < h; k++)
        {
            passive |= heads[k] == h && Tags[k] == PartOfSpeech.Aux ? W(k) : 0;
        }

        b[n++] = Mix(217, T(i), W(firstChild), right);
        b[n++] = Mix(218, T(i), T(firstChild), T(h), right);
        b[n++] = Mix(219, W(caseChild), T(i), T(h), right);
        b[n++] = Mix(220, W(caseChild), W(h), T(i));
        b[n++] = Mix(221, T(i), T(h), right, (uint)Math.Min(before, 2));
        b[n++] = Mix(222, T(i), right, passive, S2(h));
        b[n++] = Mix(223, T(caseChild), T(i), T(h), right);
        b[n++] = 55;
        return b[..n];
    }

    private uint W(int i) => i >= 0 && i < Count ? _words[i] : 7;

    private uint S3(int i) => i >= 0 && i < Count ? _suffix3[i] : 8;

    private uint S2(int i) => i >= 0 && i < Count ? _suffix2[i] : 9;

    private uint Sh(int i) => i >= 0 && i < Count ? _shapes[i] : 10;

    private uint T(int i) => i >= 0 && i < Count ? (uint)Tags[i] + 1 : 100;

    private static uint Shape(ReadOnlySpan<char> word)
    {
        uint shape = 0;
        foreach (var c in word)
        {
            shape |= char.IsUpper(c) ? 1u : char.IsLower(c) ? 2u : char.IsDigit(c) ? 4u : c == '-' ? 8u : c == '.' ? 16u : 32u;
        }

        return shape + 64 + (char.IsUpper(word[0]) ? 64u : 0) + (word.Length == 1 ? 256u : 0);
    }

    private static uint Hash(ReadOnlySpan<char> word, uint seed)
    {
        var hash = 2166136261u ^ seed;
        foreach (var c in word.Length > 40 ? word[..40] : word)
        {
            hash = (hash ^ char.ToLowerInvariant(char.IsDigit(c) ? '0' : c)) * 16777619u;
        }

        return hash;
    }

    private static uint Mix(uint a, uint b, uint c = 0, uint d = 0, uint e = 0)
    {
        var hash = a * 0x9E3779B1u;
        hash = (hash ^ b) * 0x85EBCA6Bu;
        hash ^= hash >> 15;
        hash = (hash ^ c) * 0xC2B2AE35u;
        hash ^= hash >> 13;
        hash = (hash ^ d) * 0x27D4EB2Fu;
        hash ^= hash >> 15;
        hash = (hash ^ e) * 0x165667B1u;
        return hash ^ (hash >> 16);
    }
}
