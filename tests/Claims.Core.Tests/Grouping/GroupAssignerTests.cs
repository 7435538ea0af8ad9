using Claims.Core.Extraction;
using Claims.Core.Grouping;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class GroupAssignerTests
{
    private static readonly Dictionary<ClaimId, GroupId> NoHistory = [];

    [Fact]
    public void Assign_PutsLinkedClaimsTogether_WhenLinksAreDense()
    {
        var groups = GroupAssigner.Assign(new(Claims("a", "b", "c", "d"), [Link("a", "b", .9), Link("b", "c", .8), Link("a", "c", .8)], NoHistory));
        Assert.Equal(groups[new("a")], groups[new("b")]);
        Assert.Equal(groups[new("a")], groups[new("c")]);
        Assert.NotEqual(groups[new("a")], groups[new("d")]);
    }

    [Fact]
    public void Assign_BreaksAChain_WhenOneLinkJoinsTwoCrowds()
    {
        string[] left = ["a", "b", "c"], right = ["x", "y", "z"];
        var links = Pairs(left).Concat(Pairs(right)).Append(Link("c", "x", .7)).ToList();
        var groups = GroupAssigner.Assign(new(Claims([.. left, .. right]), links, NoHistory));
        Assert.Equal(groups[new("a")], groups[new("c")]);
        Assert.NotEqual(groups[new("c")], groups[new("x")]);
    }

    [Fact]
    public void Assign_KeepsTheGroupId_WhenAClaimIsAdded()
    {
        var before = GroupAssigner.Assign(new(Claims("m", "n"), [Link("m", "n", .9)], NoHistory));
        var after = GroupAssigner.Assign(new(Claims("a", "m", "n"), [Link("m", "n", .9), Link("a", "m", .8), Link("a", "n", .8)], before));
        Assert.Equal(before[new("m")], after[new("a")]);
    }

    [Fact]
    public void Assign_ObeysPeople_WhateverTheScores()
    {
        var input = new GroupingInput(Claims("a", "b", "c"), [Link("a", "b", .99)], NoHistory)
        {
            MustLinks = [new(new("b"), new("c"))],
            CannotLinks = [new(new("a"), new("c"))],
        };
        var groups = GroupAssigner.Assign(input);
        Assert.Equal(groups[new("b")], groups[new("c")]);
        Assert.NotEqual(groups[new("a")], groups[new("b")]);
    }

    [Fact]
    public void Assign_IsTheSamePartition_WhateverTheOrder() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<(byte A, byte B, byte Score)[]>(),
            links =>
            {
                var joins = links.Select(l => Link($"c{l.A % 12}", $"c{l.B % 12}", l.Score / 255d)).Where(l => l.A != l.B)
                    .GroupBy(l => string.CompareOrdinal(l.A.Value, l.B.Value) < 0 ? (l.A, l.B) : (l.B, l.A)).Select(g => g.First()).ToList();
                var claims = Claims([.. Enumerable.Range(0, 12).Select(i => $"c{i}")]);
                var one = GroupAssigner.Assign(new(claims, joins, NoHistory));
                var two = GroupAssigner.Assign(new([.. claims.Reverse()], [.. joins.AsEnumerable().Reverse().Select(l => Link(l.B.Value, l.A.Value, l.Score))], NoHistory));
                return claims.All(c => one[c] == two[c]);
            }));

    private static ClaimId[] Claims(params string[] names) => [.. names.Select(n => new ClaimId(n))];

    private static JoinLink Link(string a, string b, double score) => new(new(a), new(b), score);

    private static IEnumerable<JoinLink> Pairs(string[] names) =>
        from i in Enumerable.Range(0, names.Length) from j in Enumerable.Range(i + 1, names.Length - i - 1) select Link(names[i], names[j], .9);
}
