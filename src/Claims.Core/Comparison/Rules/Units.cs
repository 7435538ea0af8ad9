using System.Collections.Frozen;

namespace Claims.Core.Comparison.Rules;

/// <summary>Converts measures so that "34 miles" and "55 kilometres" can be compared. Units are the short names that extraction gives.</summary>
internal static class Units
{
    // Dimension and factor to its base unit; exact by definition (BIPM, SI Brochure; international yard and pound).
    private static readonly FrozenDictionary<string, (string Dimension, double Factor)> Known = new Dictionary<string, (string, double)>
    {
        ["km"] = ("length", 1000), ["mile"] = ("length", 1609.344), ["m"] = ("length", 1), ["cm"] = ("length", 0.01), ["mm"] = ("length", 0.001),
        ["foot"] = ("length", 0.3048), ["ft"] = ("length", 0.3048), ["inch"] = ("length", 0.0254), ["yard"] = ("length", 0.9144),
        ["km²"] = ("area", 1e6), ["hectare"] = ("area", 1e4), ["acre"] = ("area", 4046.8564224),
        ["kg"] = ("mass", 1), ["g"] = ("mass", 0.001), ["mg"] = ("mass", 1e-6), ["tonne"] = ("mass", 1000), ["pound"] = ("mass", 0.45359237), ["ounce"] = ("mass", 0.028349523125),
        ["litre"] = ("volume", 1), ["gallon"] = ("volume", 3.785411784), ["barrel"] = ("volume", 158.987294928),
        ["km/h"] = ("speed", 1), ["mph"] = ("speed", 1.609344), ["knot"] = ("speed", 1.852),
        ["W"] = ("power", 1), ["kW"] = ("power", 1e3), ["MW"] = ("power", 1e6), ["GW"] = ("power", 1e9),
        ["kWh"] = ("energy", 1), ["MWh"] = ("energy", 1e3), ["GWh"] = ("energy", 1e6),
        ["byte"] = ("data", 1), ["MB"] = ("data", 1e6), ["GB"] = ("data", 1e9),
        ["second"] = ("time", 1), ["minute"] = ("time", 60), ["hour"] = ("time", 3600), ["day"] = ("time", 86400), ["week"] = ("time", 604800),
        ["fortnight"] = ("time", 1209600), ["month"] = ("time", 2629746), ["quarter"] = ("time", 7889238), ["year"] = ("time", 31556952), ["decade"] = ("time", 315569520),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The factors that bring both to one unit, or null when they measure different things.</summary>
    public static (double A, double B)? Common(string? a, string? b)
    {
        if (a == b)
        {
            return (1, 1);
        }

        if (a is null || b is null)
        {
            return null;
        }

        return Known.TryGetValue(a, out var x) && Known.TryGetValue(b, out var y) && x.Dimension == y.Dimension ? (x.Factor, y.Factor) : null;
    }
}
