using System.Collections.Frozen;

namespace Claims.Core.Naming;

/// <summary>Words of names that do not name: titles, articles, connectors, marks of generations, words for kinds of bodies.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Men = Set("mr sir lord king prince sheikh sheik shaikh imam father brother");

    private static readonly FrozenSet<string> Women = Set("mrs ms miss madam dame lady queen princess sheikha mother sister");

    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss madam dame sir lord lady dr prof professor president vice prime minister premier chancellor governor gov mayor senator sen representative rep "
        + "general gen colonel col major maj lieutenant lt captain capt sergeant sgt admiral marshal commander brigadier inspector judge justice king queen prince princess "
        + "sheikh sheik shaikh sheikha imam ayatollah grand mullah hajj haji sayyid rev reverend father bishop archbishop pope cardinal rabbi ambassador former acting deputy chief secretary chairman chairwoman");

    private static readonly FrozenSet<string> Articles = Set("al el ul");

    private static readonly FrozenSet<string> FunctionWords = Set("the of for and in on to de la le les du des del da di von van der den bin ibn ben y e et und a & al el ul");

    private static readonly FrozenSet<string> Generations = Set("jr sr junior senior ii iii iv");

    private static readonly FrozenSet<string> BodyWords = Set(
        "movement party group organisation organization brigade brigades battalion battalions militia forces force army front union association federation network foundation company corporation corp inc ltd plc co gmbh llc agency news club fc");

    private static readonly FrozenSet<string> Heads = Set(
        "assembly league council ministry parliament senate congress government police court tribunal university college school hospital institute board commission committee bank cabinet bureau department office guard corps navy mission "
        + "coalition alliance bloc society chamber times post tribune city town village district province county state republic kingdom river lake port airport island north south east west");

    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["first"] = "1", ["second"] = "2", ["third"] = "3", ["fourth"] = "4", ["fifth"] = "5", ["sixth"] = "6", ["seventh"] = "7", ["eighth"] = "8", ["ninth"] = "9", ["tenth"] = "10",
        ["eleventh"] = "11", ["twelfth"] = "12", ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9", ["ten"] = "10",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsTitle(string word) => Titles.Contains(word);

    public static bool IsArticle(string word) => Articles.Contains(word);

    public static bool IsFunctionWord(string word) => FunctionWords.Contains(word);

    public static bool IsGeneration(string word) => Generations.Contains(word);

    public static bool IsBodyWord(string word) => BodyWords.Contains(word);

    /// <summary>Whether a word alone says what kind of thing it is and not which ("the Assembly").</summary>
    public static bool IsKind(string word) => BodyWords.Contains(word) || Heads.Contains(word);

    /// <summary>Which of the two a title is for: 1 for men, 2 for women, 0 where it does not say.</summary>
    public static int SexOf(string title) => Men.Contains(title) ? 1 : Women.Contains(title) ? 2 : 0;

    /// <summary>The figure of a word for a number or rank ("10th", "tenth": "10"), or null.</summary>
    public static string? NumberOf(string word)
    {
        if (Numbers.TryGetValue(word, out var value))
        {
            return value;
        }

        if (!char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        return word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
