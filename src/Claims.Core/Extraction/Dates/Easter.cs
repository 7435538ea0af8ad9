namespace Claims.Core.Extraction.Dates;

/// <summary>Easter Sunday of a year.</summary>
internal static class Easter
{
    /// <summary>Western Easter of a Gregorian year (Meeus, Astronomical Algorithms, 2nd ed., chapter 8).</summary>
    public static DateOnly Western(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = b / 4;
        var e = b % 4;
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var i = c / 4;
        var k = c % 4;
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    /// <summary>Eastern Easter by the Julian calendar (Meeus, chapter 8), given as a Gregorian day.</summary>
    public static DateOnly Orthodox(int year)
    {
        var a = year % 4;
        var b = year % 7;
        var c = year % 19;
        var d = ((19 * c) + 15) % 30;
        var e = ((2 * a) + (4 * b) - d + 34) % 7;
        var n = d + e + 114;

        // The Julian calendar lags by the leap days of the centuries that the Gregorian one left out.
        var lag = (year / 100) - (year / 400) - 2;
        return new DateOnly(year, n / 31, (n % 31) + 1).AddDays(lag);
    }
}
