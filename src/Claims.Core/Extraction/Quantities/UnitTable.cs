using System.Collections.Frozen;

namespace Claims.Core.Extraction.Quantities;

/// <summary>Units of measure and money: how they are written and what they are called.</summary>
internal static class UnitTable
{
    private const string Measures = """
        km:km,kilometre,kilometres,kilometer,kilometers
        mile:mile,miles
        m:m,metre,metres,meter,meters
        cm:cm,centimetre,centimetres,centimeter,centimeters
        mm:mm,millimetre,millimetres,millimeter,millimeters
        foot:ft,foot,feet
        inch:inch,inches
        yard:yard,yards
        km²:km2,sqkm
        hectare:hectare,hectares,ha
        acre:acre,acres
        kg:kg,kgs,kilogram,kilograms,kilo,kilos
        g:gram,grams,gramme,grammes
        mg:mg,milligram,milligrams
        µg:microgram,micrograms,microgramme,microgrammes
        tonne:tonne,tonnes,ton,tons
        pound:lb,lbs,pound,pounds
        ounce:ounce,ounces,oz
        litre:litre,litres,liter,liters
        barrel:barrel,barrels
        gallon:gallon,gallons
        km/h:kph,kmh,kmph
        mph:mph
        knot:knots
        °:degree,degrees
        °C:celsius
        °F:fahrenheit
        W:watt,watts
        kW:kilowatt,kilowatts,kw
        MW:megawatt,megawatts,mw
        GW:gigawatt,gigawatts,gw
        kWh:kwh
        MWh:mwh
        GWh:gwh
        byte:bytes
        MB:mb,megabyte,megabytes
        GB:gb,gigabyte,gigabytes
        second:second,seconds,sec,secs
        minute:minute,minutes,min,mins
        hour:hour,hours,hr,hrs
        day:day,days
        week:week,weeks
        fortnight:fortnight,fortnights
        month:month,months
        quarter:quarters
        year:year,years
        decade:decade,decades
        century:centuries
        """;

    private const string Currencies = """
        USD:dollar,dollars,usd,buck,bucks
        EUR:euro,euros,eur
        GBP:sterling,gbp,quid
        JPY:yen,jpy
        CNY:yuan,renminbi,rmb,cny
        INR:rupee,rupees,inr
        RUB:rouble,roubles,ruble,rubles,rub
        IQD:dinar,dinars,iqd
        SAR:riyal,riyals,sar
        IRR:rial,rials
        ILS:shekel,shekels
        TRY:lira,liras
        CHF:franc,francs,chf
        SEK:krona,kronor
        crown:crown,crowns
        peso:peso,pesos
        BRL:real,reais
        ZAR:rand
        KRW:krw
        AUD:aud
        CAD:cad
        NGN:naira
        PLN:zloty,zlotys
        UAH:hryvnia,hryvnias
        AED:dirham,dirhams
        mark:mark,marks
        cent:cent,cents
        penny:pence
        """;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> MeasureOf = Read(Measures);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> CurrencyOf = Read(Currencies);

    /// <summary>The unit's short name for a word that writes it ("kilometres" → "km").</summary>
    public static bool IsMeasure(ReadOnlySpan<char> word, out string unit) => MeasureOf.TryGetValue(word, out unit!);

    /// <summary>The ISO 4217 code, or the name where several states share it, for a word that writes a currency.</summary>
    public static bool IsCurrency(ReadOnlySpan<char> word, out string unit) => CurrencyOf.TryGetValue(word, out unit!);

    /// <summary>Whether a character is a sign of money.</summary>
    public static bool IsCurrencySymbol(char c) => c == '$' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;

    /// <summary>The ISO 4217 code of a sign; the sign itself where it is none of the common ones.</summary>
    public static string CurrencyOfSymbol(char c) => c switch
    {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₪' => "ILS",
        '₽' => "RUB",
        '₺' => "TRY",
        '₩' => "KRW",
        '₦' => "NGN",
        '₴' => "UAH",
        _ => c.ToString(),
    };

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read(string table)
    {
        var units = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':');
            foreach (var name in line[(colon + 1)..].Split(','))
            {
                units[name] = line[..colon];
            }
        }

        return units.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
