using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class QuantityParserTests
{
    [Theory]
    [InlineData("At least 13 people were killed as the bridge fell.", "person", QuantityRoles.Killed)]
    [InlineData("The blast killed 21 people.", "person", QuantityRoles.Killed)]
    [InlineData("Seven miners died in the shaft.", "miner", QuantityRoles.Killed)]
    [InlineData("The storm took the lives of nine sailors.", "sailor", QuantityRoles.Killed)]
    [InlineData("Nurses treated 33 wounded in the harbour clinic.", "wounded", QuantityRoles.Injured)]
    [InlineData("Six climbers are missing after an avalanche.", "climber", QuantityRoles.Missing)]
    [InlineData("Police arrested 23 demonstrators overnight.", "demonstrator", QuantityRoles.Detained)]
    [InlineData("The flood drove some 700 people out of their homes.", "person", QuantityRoles.Displaced)]
    [InlineData("Over 300 measles cases were confirmed by Friday.", "case", QuantityRoles.Infected)]
    [InlineData("Hundreds of pilgrims lined the quay.", "pilgrim", QuantityRoles.Attended)]
    [InlineData("The Civic Union won 31 seats in the chamber.", "seat", QuantityRoles.Won)]
    [InlineData("The army fired more than 80 missiles at the port.", "missile", QuantityRoles.Launched)]
    [InlineData("The navy shot down six drones near the harbour.", "drone", QuantityRoles.Intercepted)]
    [InlineData("The fire destroyed some 400 houses.", "house", QuantityRoles.Damaged)]
    [InlineData("The mill will cut 350 jobs.", "job", QuantityRoles.Dismissed)]
    public void Parse_FindsWhatIsCountedAndInWhichRole(string text, string counted, string role)
    {
        var quantity = Assert.Single(Reading.Quantities(text));

        Assert.Equal(counted, quantity.Counted);
        Assert.Equal(role, quantity.Role);
    }

    [Fact]
    public void Parse_TakesTheRoleFromTheSubject_WhenATollIsGiven()
    {
        var quantity = Assert.Single(Reading.Quantities("The death toll of the avalanche stood at 17."));

        Assert.Equal(QuantityRoles.Killed, quantity.Role);
        Assert.Equal(17, quantity.Best);
    }

    [Fact]
    public void Parse_MarksThePart_WhenAFigureIsIncludedInAnother()
    {
        var quantities = Reading.Quantities("More than 70 people were killed in the slide, including at least 12 children.");

        Assert.Equal([false, true], quantities.Select(quantity => quantity.IsPart));
        Assert.Equal([null, "child"], quantities.Select(quantity => quantity.Coverage));
        Assert.All(quantities, quantity => Assert.Equal(QuantityRoles.Killed, quantity.Role));
    }

    [Fact]
    public void Parse_KeepsTheTotalBesideTheFigure_WhenItIsOutOfOne()
    {
        var quantity = Assert.Single(Reading.Quantities("The Greens took 31 of the 80 seats in the assembly."));

        Assert.Equal((31, 80), (quantity.Best, quantity.OutOf));
        Assert.Equal("seat", quantity.Counted);
    }

    [Fact]
    public void Parse_KeepsRolesApart_WhenOneSentenceHasTwo()
    {
        var quantities = Reading.Quantities("The raid killed 12 villagers and wounded 30 soldiers.");

        Assert.Equal([QuantityRoles.Killed, QuantityRoles.Injured], quantities.Select(quantity => quantity.Role));
        Assert.Equal(["civilian", "soldier"], quantities.Select(quantity => quantity.Coverage));
    }

    [Theory]
    [InlineData("There were no casualties.", 0, QuantityRoles.Casualties)]
    [InlineData("A soldier was killed near the gate.", 1, QuantityRoles.Killed)]
    public void Parse_CountsWithoutAFigure_WhenHarmIsTold(string text, double value, string role)
    {
        var quantity = Assert.Single(Reading.Quantities(text));

        Assert.Equal(value, quantity.Best);
        Assert.Equal(role, quantity.Role);
    }

    [Fact]
    public void Parse_SaysUntilWhenACountStands()
    {
        var quantity = Assert.Single(Reading.Quantities("By Sunday night 19 miners remained in the pit."));

        Assert.NotNull(quantity.AsOf);
    }
}
