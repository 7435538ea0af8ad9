using System.Globalization;

namespace Claims.Evaluation.Scale;

/// <summary>One event as outlets tell it: the same facts in each telling, but for the figures that an outlet has differently.</summary>
/// <param name="Ordinal">Number of the story; everything about it follows from this.</param>
internal sealed class SyntheticStory(int ordinal)
{
    /// <summary>Tellings of one story.</summary>
    public const int Articles = 6;

    /// <summary>Sentences of a telling, about as many claims.</summary>
    public const int SentencesEach = 30;

    /// <summary>Share of the figures of a telling that are planted to contradict the others.</summary>
    private const double PlantedShare = 0.08;

    private const int Outlets = 200;

    private readonly SyntheticSetting setting = new(new Random(ordinal));

    /// <summary>A telling of the story.</summary>
    /// <param name="telling">From 0; those from <see cref="Articles"/> on are told after the collection was loaded.</param>
    public SyntheticArticle Tell(int telling)
    {
        var random = new Random(unchecked((ordinal * 31) + telling + 1));
        var outlet = (ordinal + (telling * 37)) % Outlets;
        var sentences = new List<string>();
        var facts = new List<SyntheticFact>();
        foreach (var (key, forms, value) in setting.Figures)
        {
            var isPlanted = telling > 0 && random.NextDouble() < PlantedShare;
            var told = isPlanted ? Math.Max(value + 3, (int)(value * (1.6 + random.NextDouble()))) : value;
            var sentence = string.Format(CultureInfo.InvariantCulture, forms[random.Next(forms.Length)], told);
            sentences.Add(sentence);
            facts.Add(new(key, told, sentence));
        }

        while (sentences.Count < SentencesEach)
        {
            sentences.Add(setting.Background(random));
        }

        return new(
            $"https://outlet{outlet}.example/{ordinal}/{telling}",
            setting.Headline(random),
            $"Outlet {outlet} Courier",
            setting.Day.AddHours(telling * 3),
            string.Join("\n\n", sentences.Chunk(3).Select(paragraph => string.Join(' ', paragraph))),
            facts);
    }
}

/// <summary>One telling.</summary>
/// <param name="Url">Address.</param>
/// <param name="Title">Headline.</param>
/// <param name="Source">Outlet.</param>
/// <param name="Published">When.</param>
/// <param name="Text">Thirty sentences.</param>
/// <param name="Facts">The sentences with a figure of the story.</param>
internal sealed record SyntheticArticle(string Url, string Title, string Source, DateTimeOffset Published, string Text, IReadOnlyList<SyntheticFact> Facts);

/// <summary>A figure as told.</summary>
/// <param name="Key">Which figure of the story.</param>
/// <param name="Value">As told here.</param>
/// <param name="Sentence">The sentence that tells it.</param>
internal sealed record SyntheticFact(string Key, int Value, string Sentence);
