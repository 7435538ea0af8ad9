using Claims.Core.Articles.Reading;
using Xunit;

namespace Claims.Core.Tests.Articles.Reading;

public class PublishedDateTests
{
    [Theory]
    [InlineData("2031-05-04", "2031-05-04T00:00:00Z")]
    [InlineData("2031-05-04T10:11:12Z", "2031-05-04T10:11:12Z")]
    [InlineData("2031-05-04T10:11:12+02:00", "2031-05-04T08:11:12Z")]
    [InlineData("2031-05-04 10:11", "2031-05-04T10:11:00Z")]
    [InlineData("Sun, 04 May 2031 10:11:12 GMT", "2031-05-04T10:11:12Z")]
    [InlineData("Sun, 4 May 31 10:11:12 EST", "2031-05-04T15:11:12Z")]
    [InlineData("04 May 2031 10:11:12 -0330", "2031-05-04T13:41:12Z")]
    [InlineData("May 4, 2031", "2031-05-04T00:00:00Z")]
    [InlineData("4th of May 2031", "2031-05-04T00:00:00Z")]
    [InlineData("Sept. 11, 2031", "2031-09-11T00:00:00Z")]
    [InlineData("Wednesday 12 March 2031 at 3:04 p.m. EDT", "2031-03-12T19:04:00Z")]
    [InlineData("12:30 AM, March 12 2031", "2031-03-12T00:30:00Z")]
    [InlineData("13/12/2031", "2031-12-13T00:00:00Z")]
    [InlineData("12/13/2031", "2031-12-13T00:00:00Z")]
    [InlineData("07.08.2031", "2031-08-07T00:00:00Z")]
    public void TryParse_ReadsWhatPagesWrite(string written, string expected)
    {
        Assert.True(PublishedDate.TryParse(written, out var date), written);
        Assert.Equal(DateTimeOffset.Parse(expected), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("07/08/2031")]
    [InlineData("May 2031")]
    [InlineData("February 30, 2031")]
    [InlineData("On May 4, 2031 the mayor resigned")]
    [InlineData("yesterday")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("99999999999999999999 May 2031")]
    public void TryParse_Abstains_WhenItIsNoCertainDate(string written) => Assert.False(PublishedDate.TryParse(written, out _), written);

    [Theory]
    [InlineData("25 minutes ago", 25)]
    [InlineData("an hour ago", 60)]
    [InlineData("3h ago", 180)]
    [InlineData("3h", 180)]
    [InlineData("2 hrs ago", 120)]
    [InlineData("about 2 hours ago", 120)]
    [InlineData("1 day ago", 1440)]
    [InlineData("yesterday", 1440)]
    [InlineData("just now", 0)]
    public void TryParseRelative_CountsBack(string written, int minutes)
    {
        var now = new DateTimeOffset(2031, 5, 4, 12, 0, 0, TimeSpan.Zero);

        Assert.True(PublishedDate.TryParseRelative(written, now, out var date), written);
        Assert.Equal(now.AddMinutes(-minutes), date);
    }

    [Theory]
    [InlineData("2 days")]
    [InlineData("3 people ago")]
    [InlineData("long ago")]
    [InlineData("May 4, 2031")]
    public void TryParseRelative_Abstains_WhenItIsNoAge(string written) =>
        Assert.False(PublishedDate.TryParseRelative(written, DateTimeOffset.UnixEpoch, out _));
}
