using System.Collections.Immutable;
using Claims.Core.Extraction;
using Claims.Core.Identity;

namespace Claims.Core.Grouping;

/// <summary>That two claims scored high enough to be in one group (<see cref="Affinity.Joins"/>).</summary>
/// <param name="A">One claim.</param>
/// <param name="B">The other.</param>
/// <param name="Score">Same-event score, 0 to 1.</param>
public readonly record struct JoinLink(ClaimId A, ClaimId B, double Score);

/// <summary>A pair of claims that a person tied together or kept apart.</summary>
/// <param name="A">One claim.</param>
/// <param name="B">The other.</param>
public readonly record struct ClaimPair(ClaimId A, ClaimId B)
{
    /// <summary>The pair with the smaller key first, which is the same whichever of the two comes first here.</summary>
    public static ClaimPair Ordered(ClaimId a, ClaimId b) => string.CompareOrdinal(a.Value, b.Value) <= 0 ? new(a, b) : new(b, a);
}

/// <summary>What is known of a neighbourhood of claims when its groups are worked out.</summary>
/// <param name="Claims">The claims to be grouped: those touched and everything in the groups they touch.</param>
/// <param name="Links">Join links among them; links to claims outside are ignored.</param>
/// <param name="Previous">Group of each claim before, where it had one.</param>
public sealed record GroupingInput(
    IReadOnlyCollection<ClaimId> Claims,
    IReadOnlyCollection<JoinLink> Links,
    IReadOnlyDictionary<ClaimId, GroupId> Previous)
{
    /// <summary>Pairs that people tied together; obeyed before any score.</summary>
    public IReadOnlyCollection<ClaimPair> MustLinks { get; init; } = [];

    /// <summary>Pairs that people keep apart; no score and no chain of links brings them into one group.</summary>
    public IReadOnlyCollection<ClaimPair> CannotLinks { get; init; } = [];
}

/// <summary>
/// Works out groups from join links. Which claims end up together is a function of the claims, links and people's ties
/// alone: the order in which claims arrived plays no part. Links of equal score are taken in order of the claims' keys.
/// The ids are sticky: a group keeps the id that most of its members had before (on a tie the smallest id), and of two
/// groups that split the one with more of the old members keeps it; so ids alone depend on history, never membership.
/// To add claims, pass the new claims, every member of the groups that their links reach, and all links among those.
/// </summary>
public static class GroupAssigner
{
    /// <summary>
    /// How dense two clusters must be linked before one link may merge them: the mean join score over all pairs across,
    /// where a pair without a link counts as 0. Below it a chain "a like b, b like c" does not pull a and c together.
    /// 0.25 lets a claim join a group of four that it is linked to twice; chosen on the topics of the event set.
    /// </summary>
    public const double Cohesion = 0.25;

    /// <summary>The group of every claim of the input; a claim without links is a group of its own.</summary>
    public static IReadOnlyDictionary<ClaimId, GroupId> Assign(GroupingInput input)
    {
        var clusters = new Clusters(input);
        foreach (var pair in input.MustLinks.OrderBy(p => First(p.A, p.B).Value, StringComparer.Ordinal).ThenBy(p => Second(p.A, p.B).Value, StringComparer.Ordinal))
        {
            clusters.Merge(pair.A, pair.B, demanded: true);
        }

        foreach (var link in input.Links
            .OrderByDescending(l => l.Score)
            .ThenBy(l => First(l.A, l.B).Value, StringComparer.Ordinal)
            .ThenBy(l => Second(l.A, l.B).Value, StringComparer.Ordinal))
        {
            clusters.Merge(link.A, link.B, demanded: false);
        }

        return Name(clusters.Members(), input.Previous);
    }

    private static ClaimId First(ClaimId a, ClaimId b) => string.CompareOrdinal(a.Value, b.Value) <= 0 ? a : b;

    private static ClaimId Second(ClaimId a, ClaimId b) => string.CompareOrdinal(a.Value, b.Value) <= 0 ? b : a;

    /// <summary>Gives each cluster its id, the largest share of an old group first.</summary>
    private static Dictionary<ClaimId, GroupId> Name(IEnumerable<ImmutableArray<ClaimId>> clusters, IReadOnlyDictionary<ClaimId, GroupId> previous)
    {
        var result = new Dictionary<ClaimId, GroupId>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var all = clusters.ToList();
        var wishes = all
            .SelectMany((members, index) => members
                .Where(previous.ContainsKey)
                .GroupBy(m => previous[m].Value)
                .Select(g => (Cluster: index, Group: g.Key, Count: g.Count())))
            .OrderByDescending(w => w.Count).ThenBy(w => w.Group, StringComparer.Ordinal).ThenBy(w => all[w.Cluster][0].Value, StringComparer.Ordinal);
        var ids = new GroupId?[all.Count];
        foreach (var (cluster, group, _) in wishes)
        {
            if (ids[cluster] is null && taken.Add(group))
            {
                ids[cluster] = new GroupId(group);
            }
        }

        for (var i = 0; i < all.Count; i++)
        {
            var id = ids[i] ?? Fresh(all[i][0], taken);
            foreach (var member in all[i])
            {
                result[member] = id;
            }
        }

        return result;
    }

    /// <summary>A new id from the smallest member; salted where an older group already carries that very id.</summary>
    private static GroupId Fresh(ClaimId smallest, HashSet<string> taken)
    {
        for (var salt = 0; ; salt++)
        {
            var id = ContentId.Of("group", smallest.Value, salt.ToString());
            if (taken.Add(id))
            {
                return new(id);
            }
        }
    }

    /// <summary>Disjoint sets with the link weight between every two of them.</summary>
    private sealed class Clusters
    {
        private readonly Dictionary<ClaimId, int> index;
        private readonly ClaimId[] claims;
        private readonly int[] parent;
        private readonly int[] size;
        private readonly Dictionary<int, double>[] across;
        private readonly HashSet<int>[] apart;

        public Clusters(GroupingInput input)
        {
            claims = [.. input.Claims.Distinct().OrderBy(c => c.Value, StringComparer.Ordinal)];
            index = claims.Select((claim, i) => (claim, i)).ToDictionary(p => p.claim, p => p.i);
            parent = [.. Enumerable.Range(0, claims.Length)];
            size = [.. Enumerable.Repeat(1, claims.Length)];
            across = [.. claims.Select(_ => new Dictionary<int, double>())];
            apart = [.. claims.Select(_ => new HashSet<int>())];
            foreach (var link in input.Links)
            {
                if (index.TryGetValue(link.A, out var a) && index.TryGetValue(link.B, out var b) && a != b)
                {
                    across[a][b] = across[b][a] = Math.Max(link.Score, across[a].GetValueOrDefault(b));
                }
            }

            foreach (var pair in input.CannotLinks)
            {
                if (index.TryGetValue(pair.A, out var a) && index.TryGetValue(pair.B, out var b) && a != b)
                {
                    apart[a].Add(b);
                    apart[b].Add(a);
                }
            }
        }

        public void Merge(ClaimId first, ClaimId second, bool demanded)
        {
            if (!index.TryGetValue(first, out var a) || !index.TryGetValue(second, out var b))
            {
                return;
            }

            (a, b) = (Find(a), Find(b));
            if (a == b || apart[a].Contains(b))
            {
                return;
            }

            if (!demanded && across[a].GetValueOrDefault(b) < Cohesion * size[a] * size[b])
            {
                return;
            }

            // The smaller index stays the root, so the result never depends on which side came first.
            if (b < a)
            {
                (a, b) = (b, a);
            }

            parent[b] = a;
            size[a] += size[b];
            across[a].Remove(b);
            foreach (var (other, weight) in across[b])
            {
                if (other == a)
                {
                    continue;
                }

                across[a][other] = across[a].GetValueOrDefault(other) + weight;
                across[other].Remove(b);
                across[other][a] = across[a][other];
            }

            foreach (var other in apart[b])
            {
                apart[a].Add(other);
                apart[other].Remove(b);
                apart[other].Add(a);
            }

            across[b] = [];
            apart[b] = [];
        }

        public IEnumerable<ImmutableArray<ClaimId>> Members() =>
            Enumerable.Range(0, claims.Length).GroupBy(Find).OrderBy(g => g.Key).Select(g => g.Select(i => claims[i]).ToImmutableArray());

        private int Find(int i)
        {
            while (parent[i] != i)
            {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }

            return i;
        }
    }
}
