using Claims.Core.Extraction;
using Xunit;

namespace Claims.Core.Tests.Extraction;

public sealed class QuantityParserTests
{
    [Theory]
    [InlineData("At least 18 people were killed when the bridge fell.", "person", QuantityRoles.Killed)]
    [InlineData("The blast killed 28 people.", "person", QuantityRoles.Killed)]
    [InlineData("Seven miners died in the shaft.", "miner", QuantityRoles.Killed)]
    [InlineData("The storm claimed the lives of 14 sailors.", "sailor", QuantityRoles.Killed)]
    [InlineData("Doctors treated 47 wounded after the blast.", "wounded", QuantityRoles.Injured)]
    [InlineData("Six climbers are missing after an avalanche.", "climber", QuantityRoles.Missing)]
    [InlineData("Police arrested 23 demonstrators overnight.", "demonstrator", QuantityRoles.Detained)]
    [InlineData("The flood drove about 6,000 people from their homes.", "person", QuantityRoles.Displaced)]
    [InlineData("More than 900 cholera cases have been confirmed.", "case", QuantityRoles.Infected)]
    [InlineData("Hundreds of mourners lined the streets.", "mourner", QuantityRoles.Attended)]
    [InlineData("The Civic Union won 27 seats in the chamber.", "seat", QuantityRoles.Won)]
    [InlineData("The army fired more than 550 missiles at the port.", "missile", QuantityRoles.Launched)]
    [InlineData("The navy shot down 11 drones over the harbour.", "drone", QuantityRoles.Intercepted)]
    [InlineData("The fire destroyed about 2,000 houses.", "house", QuantityRoles.Damaged)]
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
        var quantity = Assert.Single(Reading.Quantities("The death toll from the mudslides stood at 14."));

        Assert.Equal(QuantityRoles.Killed, quantity.Role);
        Assert.Equal(14, quantity.Best);
    }

    [Fact]
    public void Parse_MarksThePart_WhenAFigureIsIncludedInAnother()
    {
        var quantities = Reading.Quantities("More than 1,000 people were killed, including at least 417 civilians.");

        Assert.Equal([false, true], quantities.Select(quantity => quantity.IsPart));
        Assert.Equal([null, "civilian"], quantities.Select(quantity => quantity.Coverage));
        Assert.All(quantities, quantity => Assert.Equal(QuantityRoles.Killed, quantity.Role));
    }

    [Fact]
    public void Parse_KeepsTheTotalBesideTheFigure_WhenItIsOutOfOne()
    {
        var quantity = Assert.Single(Reading.Quantities("The Greens took 64 of the 150 seats in the assembly."));

        Assert.Equal((64, 150), (quantity.Best, quantity.OutOf));
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
        var quantity = Assert.Single(Reading.Quantities("By Friday night 46 captives remained in the mine."));

        Assert.NotNull(quantity.AsOf);
    }
}
