using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Claims.Architecture.Tests;

/// <summary>What no source file may hold.</summary>
public sealed partial class SourceTests
{
    public static TheoryData<string> Rooms => DependencyTests.Rooms;

    /// <summary>A step that reads the clock or makes a random key is not the same twice.</summary>
    [Fact]
    public void Core_ReadsNoClock()
    {
        Assert.Empty(Matches("Claims.Core", ClockOfTheMachine()));
    }

    /// <summary>Text from outside must not be able to make an expression run for ever.</summary>
    [Theory]
    [MemberData(nameof(Rooms))]
    public void RegularExpressions_CannotBacktrack(string room)
    {
        var backtracking = DependencyTests.Load(room).GetTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(member => member.GetCustomAttributes<GeneratedRegexAttribute>().Select(regex => (member, regex)))
            .Where(found => !found.regex.Options.HasFlag(RegexOptions.NonBacktracking))
            .Select(found => $"{found.member.DeclaringType}.{found.member.Name}");

        Assert.Empty(backtracking);
        Assert.Empty(Matches(room, RegularExpressionMadeAtRunTime()));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Sources_HoldNothingUnfinished(string room)
    {
        Assert.Empty(Matches(room, Unfinished()));
    }

    private static List<string> Matches(string room, Regex pattern) =>
        [.. from path in Checkout.Sources(room)
            from line in File.ReadLines(path).Select((text, index) => (text, number: index + 1))
            from match in pattern.Matches(line.text)
            select $"{Path.GetRelativePath(Checkout.Root, path)}:{line.number}: {line.text.Trim()}"];

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bStopwatch\b|\bTimeProvider\.System\b")]
    private static partial Regex ClockOfTheMachine();

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|EnumerateMatches)\(")]
    private static partial Regex RegularExpressionMadeAtRunTime();

    [GeneratedRegex(@"\bNotImplementedException\b|//.*\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Unfinished();
}
