using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;

namespace Claims.Core.Comparison.Rules;

/// <summary>How what two figures count stands to each other.</summary>
internal enum ThingRelation
{
    /// <summary>Different things: never compared.</summary>
    Different,

    /// <summary>One is a part or a group of the other ("children" of "people").</summary>
    PartOfIt,

    /// <summary>The same thing, as far as the words say.</summary>
    Same,
}

/// <summary>Compares what figures count: the noun, the role, and whom the count covers.</summary>
internal static class CountedThing
{
    /// <summary>Groups that another report may call people without meaning more people.</summary>
    private static readonly HashSet<string> LooseGroups = new(StringComparer.Ordinal) { "militant", "military", "worker", "scientist", "commander", "guard", "man" };

    /// <summary>Roles that only people have; a village or a day in one of them was read wrongly.</summary>
    private static readonly HashSet<string> OfPeople = new(StringComparer.Ordinal)
    {
        QuantityRoles.Killed, QuantityRoles.Injured, QuantityRoles.Casualties, QuantityRoles.Detained, QuantityRoles.Displaced, QuantityRoles.Infected, QuantityRoles.Abducted, QuantityRoles.Released,
    };

    private static bool MayBePeople(string? noun) => noun is null || WordLists.Shared.IsGenericPerson(noun) || WordLists.Shared.DemographicOf(noun) is not null || WordNetTable.Embedded.IsPerson(noun) || !WordNetTable.Embedded.IsNoun(noun);

    /// <summary>Whether both figures stand in one role, or one says that nobody was hurt whom the other counts as hurt or dead.</summary>
    public static bool IsOneRole(Quantity a, Quantity b) => (a.Role is not null && a.Role == b.Role) || DeniesHarm(a, b) || DeniesHarm(b, a);

    private static bool DeniesHarm(Quantity none, Quantity some) =>
        none.Role != some.Role && none is { Best: 0, Role: QuantityRoles.Injured or QuantityRoles.Casualties } && some is { Best: > 0, Role: QuantityRoles.Killed or QuantityRoles.Injured or QuantityRoles.Casualties };

    public static ThingRelation Compare(Quantity a, Quantity b)
    {
        if (DeniesHarm(a, b) || DeniesHarm(b, a))
        {
            return ThingRelation.Same;
        }

        var (x, y) = (Noun(a), Noun(b));
        // What is measured is often left unsaid on one side ("$5 million" beside "damages of $5 million").
        var isMeasure = a.Kind is QuantityKind.Money or QuantityKind.Measure && (a.Role is null || b.Role is null);
        if (!isMeasure && !RolesMeet(a.Role, b.Role) && !(a.Role is null != b.Role is null && x is not null && y is not null && !MayBePeople(x) && !MayBePeople(y) && (x == y || WordNetTable.Embedded.AreSynonyms(x, y))))
        {
            return ThingRelation.Different;
        }

        if (a.Role is not null && OfPeople.Contains(a.Role) && (!MayBePeople(x) || !MayBePeople(y)))
        {
            return ThingRelation.Different;
        }

        if (x is null || y is null)
        {
            // "rose to 23": only a named role says what the figure counts.
            return (a.Role is not null && a.Role == b.Role) || (a.Kind != QuantityKind.Count && x is null && y is null) ? Coverage(a, b) : ThingRelation.Different;
        }

        return NounsMeet(x, y, a.Role is not null && a.Role == b.Role) || (a.Role == b.Role && a.Role == QuantityRoles.Attended) ? Coverage(a, b) : ThingRelation.Different;
    }

    /// <summary>The group of people that the figure covers, or null for all.</summary>
    public static string? Group(Quantity quantity) =>
        (quantity.Coverage is { } coverage and not "man" ? WordLists.Shared.DemographicOf(coverage) ?? coverage : null)
        ?? (Noun(quantity) is { } counted ? WordLists.Shared.DemographicOf(counted) : null);

    private static string? Noun(Quantity quantity) => quantity.Counted is { } counted ? WordForms.Of(counted.ToLowerInvariant()).Noun ?? counted.ToLowerInvariant() : null;

    private static bool RolesMeet(string? a, string? b) => a == b || (a is not null && b is not null && WordNetTable.Embedded.AreSynonyms(a, b));

    private static ThingRelation Coverage(Quantity a, Quantity b)
    {
        var (x, y) = (Group(a), Group(b));
        if (a.IsPart != b.IsPart)
        {
            return ThingRelation.PartOfIt;
        }

        if (x == y)
        {
            return ThingRelation.Same;
        }

        if (x is not null && y is not null)
        {
            return ThingRelation.Different;
        }

        // "Dozens of insurgents", "only four men": fighters and workers are often simply called people.
        return LooseGroups.Contains((x ?? y)!) && a.Role is not QuantityRoles.Killed and not QuantityRoles.Injured ? ThingRelation.Same : ThingRelation.PartOfIt;
    }

    private static bool NounsMeet(string a, string b, bool sameRole)
    {
        if (a == b || WordNetTable.Embedded.AreSynonyms(a, b) || WordNetTable.Embedded.IsKindOf(a, b, 1) || WordNetTable.Embedded.IsKindOf(b, a, 1))
        {
            return true;
        }

        var lists = WordLists.Shared;
        if (lists.IsGenericPerson(a) || lists.IsGenericPerson(b))
        {
            return (lists.IsGenericPerson(a) || WordNetTable.Embedded.IsPerson(a)) && (lists.IsGenericPerson(b) || WordNetTable.Embedded.IsPerson(b));
        }

        // In one role ("missing") climbers and mountaineers, hostages and captives are the same people under two names.
        return sameRole && (WordNetTable.Embedded.IsPerson(a) || WordNetTable.Embedded.IsPerson(b));
    }
}
