using System.Globalization;

namespace Claims.Evaluation.Scale;

/// <summary>What happened, where, when, to whom and how many; with the sentences that tell it.</summary>
internal sealed class SyntheticSetting
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly (string Noun, string Cause)[] Kinds =
    [
        ("bombing", "a car bomb exploded"), ("flood", "the river burst its banks"), ("fire", "a warehouse caught fire"), ("earthquake", "an earthquake struck"),
        ("train crash", "two trains collided"), ("clash", "gunmen fought the police"), ("landslide", "a hillside collapsed"), ("stampede", "a crowd panicked"),
        ("shooting", "a gunman opened fire"), ("storm", "a storm tore off roofs"), ("gas leak", "a pipeline leaked"), ("strike", "dockers walked out"),
    ];

    private static readonly string[] Sites = ["market", "harbour", "school", "station", "hospital", "stadium", "mill", "bridge", "town hall", "refinery", "church", "barracks"];

    private static readonly string[] BackgroundForms =
    [
        "{0} has governed {1} since {2}.", "{0} visited {1} on {3}.", "The {4} condemned the attack in {1}.", "{0} said the {4} had broken its promise.",
        "The {4} won {5} seats in {1} in {2}.", "{0} resigned as mayor of {1} in {2}.", "Police in {1} arrested {5} members of the {4}.", "{0} denied that the {4} was involved.",
        "The {4} signed an agreement with {0} in {2}.", "About {5} families live in the old quarter of {1}.", "{0} called for an inquiry into the {6}.", "The road from {1} was closed for {5} hours.",
        "{0} told reporters that help would arrive in {1} by {3}.", "The {4} blamed {0} for the delay.", "Schools in {1} stayed shut on {3}.", "{0} was born in {1} in {2}.",
        "The {4} has {5} offices in the province of {1}.", "The hospital in {1} has {5} beds.", "{0} leads the {4}.", "The {4} rejected the offer made by {0}.",
        "The court in {1} sentenced {0} to {5} years in prison.", "A spokesman for the {4} said the talks in {1} had failed.", "{0} praised the rescue workers of {1}.", "The {4} donated {5} tents to {1}.",
    ];

    private readonly SyntheticCast cast;
    private readonly string noun;
    private readonly string site;

    /// <summary>Makes up an event.</summary>
    public SyntheticSetting(Random random)
    {
        cast = new(random);
        var (kind, cause) = Kinds[random.Next(Kinds.Length)];
        (noun, site) = (kind, Sites[random.Next(Sites.Length)]);
        Day = Start.AddDays(random.Next(600));
        var (killed, injured, arrested, homes, helpers) = (2 + random.Next(40), 5 + random.Next(200), 1 + random.Next(20), 10 + random.Next(900), 20 + random.Next(400));
        var where = $"the {site} in {cast.Place}";
        var weekday = Day.ToString("dddd", CultureInfo.InvariantCulture);
        Figures =
        [
            ("killed", [$"{{0}} people were killed when {cause} at {where} on {weekday}.", $"The {noun} at {where} killed {{0}} people.", $"At least {{0}} people died in the {noun} in {cast.Place}."], killed),
            ("injured", [$"{{0}} people were injured in the {noun} at {where}.", $"The {noun} in {cast.Place} left {{0}} people injured."], injured),
            ("arrested", [$"Police arrested {{0}} people after the {noun} in {cast.Place}.", $"{{0}} people were detained in {cast.Place} after the {noun}."], arrested),
            ("homes", [$"The {noun} destroyed {{0}} homes near {where}.", $"{{0}} homes were destroyed by the {noun} in {cast.Place}."], homes),
            ("helpers", [$"{{0}} rescuers were sent to {where} after the {noun}.", $"The government sent {{0}} rescuers to {cast.Place}."], helpers),
        ];
    }

    /// <summary>When it happened.</summary>
    public DateTimeOffset Day { get; }

    /// <summary>Figures of the event: key, sentences with a place for the figure, true value.</summary>
    public (string Key, string[] Forms, int Value)[] Figures { get; }

    /// <summary>A headline.</summary>
    public string Headline(Random random) => random.Next(2) == 0
        ? $"{cast.Place} counts its dead after {noun}"
        : $"Questions after the {noun} at the {site} of {cast.Place}";

    /// <summary>A sentence about the story's people and others.</summary>
    public string Background(Random random)
    {
        var own = random.NextDouble() < 0.6;
        var (person, place, body) = own ? (cast.Person(random), cast.Place, cast.Organisation(random)) : (SyntheticNames.Person(random), SyntheticNames.Place(random), SyntheticNames.Organisation(random));
        return string.Format(
            CultureInfo.InvariantCulture,
            BackgroundForms[random.Next(BackgroundForms.Length)],
            person, place, 1990 + random.Next(34), Day.AddDays(random.Next(14)).ToString("d MMMM", CultureInfo.InvariantCulture), body, 2 + random.Next(90), noun);
    }

    /// <summary>Who takes part.</summary>
    private sealed class SyntheticCast(Random random)
    {
        private readonly string[] people = [.. Enumerable.Range(0, 4).Select(_ => SyntheticNames.Person(random))];
        private readonly string[] organisations = [.. Enumerable.Range(0, 2).Select(_ => SyntheticNames.Organisation(random))];

        public string Place { get; } = SyntheticNames.Place(random);

        public string Person(Random pick) => people[pick.Next(people.Length)];

        public string Organisation(Random pick) => organisations[pick.Next(organisations.Length)];
    }
}
