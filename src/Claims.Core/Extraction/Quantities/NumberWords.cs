using System.Collections.Frozen;
using System.Globalization;

namespace Claims.Core.Extraction.Quantities;

/// <summary>The words that English writes numbers with.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, double> UnitValues = Values(
        "zero=0 naught=0 nought=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19");

    private static readonly Dictionary<string, double> TenValues = Values(
        "twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90");

    private static readonly Dictionary<string, double> ScaleValues = Values(
        "thousand=1e3 million=1e6 mln=1e6 mn=1e6 billion=1e9 bn=1e9 bln=1e9 trillion=1e12 tn=1e12 trn=1e12 lakh=1e5 crore=1e7");

    private static readonly Dictionary<string, double> PluralScaleValues = Values(
        "dozens=12 scores=20 hundreds=1e2 thousands=1e3 millions=1e6 billions=1e9 trillions=1e12 tens=10 lakhs=1e5 crores=1e7");

    private static readonly Dictionary<string, double> OrdinalValues = Values(
        "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 nineth=9 tenth=10 eleventh=11 twelfth=12 twelveth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=1e2 thousandth=1e3 millionth=1e6 billionth=1e9 trillionth=1e12");

    // Beside the number words themselves: "a dozen", "half", "several hundred", "minus two".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Firsts =
        "a an half quarter several many some minus negative".Split(' ').Concat(UnitValues.Keys).Concat(TenValues.Keys).Concat(OrdinalValues.Keys).Concat(PluralScaleValues.Keys)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Units = Lookup(UnitValues);
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Tens = Lookup(TenValues);
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Scales = Lookup(ScaleValues);
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> PluralScales = Lookup(PluralScaleValues);
    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Lookup(OrdinalValues);

    /// <summary>The words below a hundred that a number in words begins with, cardinal and ordinal.</summary>
    public static IEnumerable<string> Simple => UnitValues.Keys.Concat(TenValues.Keys).Concat(OrdinalValues.Keys);

    /// <summary>Whether a number, exact or vague, may begin with a word of letters: most words of a text are held against no form of number.</summary>
    public static bool CanBegin(ReadOnlySpan<char> word) => Firsts.Contains(word);

    /// <summary>"zero" to "nineteen".</summary>
    public static bool IsUnit(ReadOnlySpan<char> word, out double value) => Units.TryGetValue(word, out value);

    /// <summary>"twenty" to "ninety".</summary>
    public static bool IsTens(ReadOnlySpan<char> word, out double value) => Tens.TryGetValue(word, out value);

    /// <summary>"thousand", "million", … in the singular.</summary>
    public static bool IsScale(ReadOnlySpan<char> word, out double value) => Scales.TryGetValue(word, out value);

    /// <summary>"dozens", "hundreds", …: vague when they stand alone.</summary>
    public static bool IsPluralScale(ReadOnlySpan<char> word, out double value) => PluralScales.TryGetValue(word, out value);

    /// <summary>"dozen" and how it is shortened.</summary>
    public static bool IsDozen(ReadOnlySpan<char> word) =>
        word.Equals("dozen", StringComparison.OrdinalIgnoreCase) || word.Equals("dozens", StringComparison.OrdinalIgnoreCase)
        || word.Equals("dz", StringComparison.OrdinalIgnoreCase) || word.Equals("dzs", StringComparison.OrdinalIgnoreCase);

    /// <summary>"first" to "trillionth".</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> word, out double value) => Ordinals.TryGetValue(word, out value);

    /// <summary>A denominator: "half", "third(s)", "quarter(s)", "fifths"; never "second(s)", which is a time.</summary>
    public static bool IsDenominator(ReadOnlySpan<char> word, out double value)
    {
        if (word.Equals("half", StringComparison.OrdinalIgnoreCase) || word.Equals("halves", StringComparison.OrdinalIgnoreCase))
        {
            value = 2;
            return true;
        }

        if (word.Equals("quarter", StringComparison.OrdinalIgnoreCase) || word.Equals("quarters", StringComparison.OrdinalIgnoreCase))
        {
            value = 4;
            return true;
        }

        if (word.Length > 1 && word[^1] is 's' or 'S')
        {
            return Ordinals.TryGetValue(word[..^1], out value) && value != 2;
        }

        return Ordinals.TryGetValue(word, out value) && value > 2;
    }

    // "one=1 two=2"
    private static Dictionary<string, double> Values(string table) =>
        table.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup(Dictionary<string, double> values) =>
        values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
