using System.Reflection;
using Xunit;

namespace Claims.Architecture.Tests;

/// <summary>Dependencies point inwards: the rooms and what each may know, as docs/architecture.md has them.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Claims.Core"] = [],
        ["Claims.MLNet"] = ["Claims.Core"],
        ["Claims.Storage"] = ["Claims.Core"],
        ["Claims.Workers"] = ["Claims.Core", "Claims.Storage"],
        ["Claims.Workers.Hangfire"] = ["Claims.Core", "Claims.Storage", "Claims.Workers"],
        ["Claims.Workers.Quartz"] = ["Claims.Core", "Claims.Storage", "Claims.Workers"],
        ["Claims.Web"] = ["Claims.Core", "Claims.Storage", "Claims.Workers"],
        ["Claims.Cli"] =
        [
            "Claims.Core", "Claims.MLNet", "Claims.Storage", "Claims.Workers", "Claims.Workers.Hangfire",
            "Claims.Workers.Quartz", "Claims.Web", "Claims.Evaluation",
        ],
    };

    /// <summary>What only these rooms may touch: the start of an assembly's name, and who may reference it.</summary>
    private static readonly (string Assembly, string[] Rooms)[] KeptTo =
    [
        ("Dapper", ["Claims.Storage"]),
        ("Microsoft.Data.", ["Claims.Storage"]),
        ("SQLitePCLRaw", ["Claims.Storage"]),
        ("System.Data", ["Claims.Storage"]),
        ("Hangfire", ["Claims.Workers.Hangfire"]),
        ("Quartz", ["Claims.Workers.Quartz"]),
        ("Microsoft.ML", ["Claims.MLNet"]),
        ("Spectre.Console", ["Claims.Cli"]),
        ("System.CommandLine", ["Claims.Cli"]),
        ("Microsoft.AspNetCore", ["Claims.Web", "Claims.Workers.Hangfire", "Claims.Cli"]),
    ];

    private static readonly string[] CorePackages = ["AngleSharp", "MathNet.Numerics", "NodaTime", "System.Numerics.Tensors"];

    public static TheoryData<string> Rooms => [.. Checkout.Rooms.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void ProjectReferences_PointInwards(string room)
    {
        Assert.True(MayKnow.ContainsKey(room), $"{room} is a new room: say here and in docs/architecture.md what it may know.");

        var outward = Checkout.Includes(Checkout.Rooms[room], "ProjectReference").Except(MayKnow[room]);

        Assert.Empty(outward);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void AssemblyReferences_PointInwards(string room)
    {
        var outward = ReferencesOf(room).Where(name => name.StartsWith("Claims.", StringComparison.Ordinal)).Except(MayKnow[room]);

        Assert.Empty(outward);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void DatabasesEnginesAndWeb_AreKeptToTheirRooms(string room)
    {
        var references = ReferencesOf(room).Concat(Checkout.Includes(Checkout.Rooms[room], "PackageReference")).ToList();

        var trespasses = KeptTo.Where(rule => !rule.Rooms.Contains(room))
            .SelectMany(rule => references.Where(name => name.StartsWith(rule.Assembly, StringComparison.Ordinal)));

        Assert.Empty(trespasses);
    }

    [Fact]
    public void Core_UsesOnlyItsFourPackages()
    {
        Assert.Empty(Checkout.Includes(Checkout.Rooms["Claims.Core"], "PackageReference").Except(CorePackages));
        Assert.Empty(Checkout.Includes(Checkout.Rooms["Claims.Core"], "FrameworkReference"));
    }

    /// <summary>The assembly of a room. The command's is called "claims", like the command.</summary>
    internal static Assembly Load(string room) =>
        Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, (room == "Claims.Cli" ? "claims" : room) + ".dll"));

    private static IEnumerable<string> ReferencesOf(string room) => Load(room).GetReferencedAssemblies().Select(name => name.Name!);
}
