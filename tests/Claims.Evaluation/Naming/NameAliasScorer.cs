using Claims.Core.Articles;
using Claims.Core.Naming;

namespace Claims.Evaluation.Naming;

/// <summary>
/// Invented pairs of names, half of them one name written in two ways, half of them two people, places or bodies with like
/// names. Part of the build: no public set that we may use tells which names of different texts are one.
/// </summary>
internal static class NameAliasScorer
{
    private const string Resource = "Claims.Evaluation.Naming.name-pairs.tsv";

    /// <summary>Precision and recall of "one name" at <see cref="NameAlias.Threshold"/>, and recall of what a person is shown at all.</summary>
    public static void Score(Measurements measurements)
    {
        int right = 0, wrong = 0, shown = 0, same = 0;
        foreach (var (isSame, a, b, isDeclared) in Read())
        {
            var alias = Match(a, b, isDeclared);
            var (isJoined, isShown) = (alias is null ? NameForm.KeyOf(a) == NameForm.KeyOf(b) : alias.IsSame, alias is not null || NameForm.KeyOf(a) == NameForm.KeyOf(b));
            same += isSame ? 1 : 0;
            right += isSame && isJoined ? 1 : 0;
            wrong += !isSame && isJoined ? 1 : 0;
            shown += isSame && isShown ? 1 : 0;
            if (isJoined != isSame)
            {
                measurements.Error(isSame ? "names_alias_recall" : "names_alias_precision", $"{a} / {b}", isSame ? "one name" : "two", alias is null ? "nothing" : $"{alias.Score:0.00} {string.Join(", ", alias.Evidence.Select(e => e.Rule))}");
            }
        }

        measurements.AddShare("names_alias_precision", right, right + wrong);
        measurements.AddShare("names_alias_recall", right, same);
        measurements.AddShare("names_alias_suggested", shown, same);
    }

    /// <summary>What is found for a pair by way of the index, as the workers find it.</summary>
    private static NameAlias? Match(string a, string b, bool isDeclared)
    {
        var (x, y) = (NameForm.Read(a)!, NameForm.Read(b)!);
        return isDeclared || NameIndex.KeysOf(x).Intersect(NameIndex.KeysOf(y)).Any()
            ? NameMatcher.Match(x, y, isDeclared ? [new(new DocumentId("story"), b, a)] : [])
            : null;
    }

    private static IEnumerable<(bool IsSame, string A, string B, bool IsDeclared)> Read()
    {
        using var stream = typeof(NameAliasScorer).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (!line.StartsWith('#') && fields.Length >= 3)
            {
                yield return (fields[0] == "same", fields[1], fields[2], fields.Length > 3);
            }
        }
    }
}
