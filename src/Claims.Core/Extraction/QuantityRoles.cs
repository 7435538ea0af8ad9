namespace Claims.Core.Extraction;

/// <summary>The named roles of a counted thing; a figure in one role is never compared with a figure in another.</summary>
public static class QuantityRoles
{
    /// <summary>Died by violence or accident.</summary>
    public const string Killed = "killed";

    /// <summary>Hurt and alive.</summary>
    public const string Injured = "injured";

    /// <summary>Killed and injured together ("casualties").</summary>
    public const string Casualties = "casualties";

    /// <summary>Not found.</summary>
    public const string Missing = "missing";

    /// <summary>Arrested, captured or held.</summary>
    public const string Detained = "detained";

    /// <summary>Released from captivity.</summary>
    public const string Released = "released";

    /// <summary>Kidnapped or taken hostage.</summary>
    public const string Abducted = "abducted";

    /// <summary>Fled or made homeless.</summary>
    public const string Displaced = "displaced";

    /// <summary>Brought out of danger.</summary>
    public const string Rescued = "rescued";

    /// <summary>Turned out for a rally, funeral or march.</summary>
    public const string Attended = "attended";

    /// <summary>Obtained in a vote (seats, votes).</summary>
    public const string Won = "won";

    /// <summary>Fell ill.</summary>
    public const string Infected = "infected";

    /// <summary>Destroyed or damaged (buildings, vehicles).</summary>
    public const string Damaged = "damaged";

    /// <summary>Fired, launched or dropped (missiles, drones).</summary>
    public const string Launched = "launched";

    /// <summary>Shot down or intercepted.</summary>
    public const string Intercepted = "intercepted";

    /// <summary>Was on a ship, aircraft, train or bus.</summary>
    public const string Aboard = "aboard";

    /// <summary>Stopped work in a strike.</summary>
    public const string Striking = "on strike";

    /// <summary>Lost a job.</summary>
    public const string Dismissed = "dismissed";
}
