namespace Claims.Core.Naming;

/// <summary>
/// The words of two names, each with its like in the other: best pairs first, one to one, as in the token-level measures of
/// Cohen, Ravikumar and Fienberg 2003 ("A comparison of string distance metrics for name-matching tasks").
/// </summary>
internal sealed class TokenAlignment
{
    /// <summary>Similarity from which on two words are spellings of one. Chosen with <see cref="NameAlias.Threshold"/>.</summary>
    public const double SameWord = 0.87;

    private TokenAlignment(NameForm a, NameForm b)
    {
        (A, B) = (a, b);
        var partnerOfB = new int[b.Core.Length];
        Array.Fill(partnerOfB, -1);
        PartnerOfA = new int[a.Core.Length];
        Array.Fill(PartnerOfA, -1);
        var pairs = new List<(double Similarity, int I, int J)>();
        for (var i = 0; i < a.Core.Length; i++)
        {
            for (var j = 0; j < b.Core.Length; j++)
            {
                var similarity = Similarity(i, j);
                if (similarity >= SameWord || IsInitialOf(i, j))
                {
                    pairs.Add((similarity, i, j));
                }
            }
        }

        // A word and its own initial only where nothing better is left; words in the same place before others.
        foreach (var (similarity, i, j) in pairs.OrderByDescending(p => p.Similarity).ThenBy(p => Math.Abs(p.I - p.J)).ThenBy(p => p.I + p.J))
        {
            if (PartnerOfA[i] < 0 && partnerOfB[j] < 0)
            {
                PartnerOfA[i] = j;
                partnerOfB[j] = i;
                if (similarity >= SameWord)
                {
                    Sum += similarity;
                    Least = Math.Min(Least, similarity);
                    Whole++;
                }
                else
                {
                    Initials++;
                }
            }
        }

        OnlyA = [.. Enumerable.Range(0, a.Core.Length).Where(i => PartnerOfA[i] < 0)];
        OnlyB = [.. Enumerable.Range(0, b.Core.Length).Where(j => partnerOfB[j] < 0)];
    }

    public NameForm A { get; }

    public NameForm B { get; }

    /// <summary>For each word of the first the index of its like, or -1.</summary>
    public int[] PartnerOfA { get; }

    /// <summary>Words of the first without their like.</summary>
    public int[] OnlyA { get; }

    /// <summary>Words of the second without their like.</summary>
    public int[] OnlyB { get; }

    /// <summary>Pairs of whole words.</summary>
    public int Whole { get; }

    /// <summary>Pairs of a word and its initial.</summary>
    public int Initials { get; }

    /// <summary>Mean similarity of the pairs of whole words, 0 to 1.</summary>
    public double Mean => Whole == 0 ? 0 : Sum / Whole;

    /// <summary>Similarity of the least alike pair of whole words, 0 to 1.</summary>
    public double Least { get; } = 1;

    /// <summary>Whether the pairs stand in one order in both.</summary>
    public bool InOrder
    {
        get
        {
            var last = -1;
            foreach (var partner in PartnerOfA.Where(partner => partner >= 0))
            {
                if (partner < last)
                {
                    return false;
                }

                last = partner;
            }

            return true;
        }
    }

    /// <summary>Words that are paired and not written alike.</summary>
    public IEnumerable<(string A, string B)> Respelled =>
        Enumerable.Range(0, PartnerOfA.Length).Where(i => PartnerOfA[i] >= 0 && A.Core[i] != B.Core[PartnerOfA[i]]).Select(i => (A.Core[i], B.Core[PartnerOfA[i]]));

    private double Sum { get; }

    public static TokenAlignment Of(NameForm a, NameForm b) => new(a, b);

    private double Similarity(int i, int j)
    {
        if (A.Core[i] == B.Core[j])
        {
            return 1;
        }

        // One letter more or less of an initial, a figure or a short form says something else.
        if (A.Core[i].Length < 2 || B.Core[j].Length < 2 || char.IsDigit(A.Core[i][0]) || char.IsDigit(B.Core[j][0]))
        {
            return NameWords.NumberOf(A.Core[i]) is { } number && number == NameWords.NumberOf(B.Core[j]) ? 1 : 0;
        }

        return A.Folded[i] == B.Folded[j] ? Respelt : Respelt * SpellingDistance.Similarity(A.Folded[i], B.Folded[j]);
    }

    /// <summary>What a word counts for that only the tables of transliteration make the same.</summary>
    private const double Respelt = 0.98;

    private bool IsInitialOf(int i, int j) =>
        NameForm.IsInitial(A.Core[i]) != NameForm.IsInitial(B.Core[j]) && A.Folded[i][0] == B.Folded[j][0];
}
