using System.Collections.Frozen;

namespace Claims.Core.Language;

/// <summary>The commonest small words of languages in Latin letters, and what their tags are called in English.</summary>
internal static class LanguageWords
{
    /// <summary>English stands first: bit 0 of a word's languages.</summary>
    private static readonly (string Tag, string Name, string Words)[] Latin =
    [
        ("en", "English", "the of and to a in is was for on that with as by at from it his he they were are be has had have this which but not or an their who said will its would been after more than"),
        ("fr", "French", "le la les de des du un une et à en est dans que qui pour pas sur par au aux avec ce cette il elle sont ses son se ne ou mais été selon plus d l qu leur"),
        ("de", "German", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei einer um am sind noch wurde"),
        ("es", "Spanish", "el la los las de del y en que un una por con para se no su al lo como más es fue ha sus pero este esta entre según sobre son o también hasta"),
        ("pt", "Portuguese", "o a os as de do da dos das e em no na que um uma para com por se não mais ao como foi é sua seu são pelo pela nos nas também segundo"),
        ("it", "Italian", "il lo la i gli le di del della dei delle e in che un una per con non si da dal nel nella è sono ha al alla anche come più su ma o secondo questo"),
        ("nl", "Dutch", "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door maar naar heeft uit wordt hij deze over tot nog dan werd volgens"),
        ("sv", "Swedish", "och i att det som en på är av för med den till inte har de ett om var från men vid sig han kan efter under enligt också så när"),
        ("da", "Danish or Norwegian", "og i at det er en på som for med til af av den ikke de har et var fra om men ved sig han kan efter etter over blev ble også når ifølge"),
        ("fi", "Finnish", "ja on ei että se oli hän mutta kun myös sen ovat kuin joka tai ole mukaan jo jälkeen sekä niin vain ollut hänen"),
        ("pl", "Polish", "i w na z do się nie że to jest o za po od jak przez ale dla jego oraz który są był przed został tym także według ze"),
        ("cs", "Czech or Slovak", "a v na se je že to s z do o i za pro od po jako ale byl které který podle také při ve sa nie čo aby však jsou"),
        ("hr", "Croatian, Serbian or Bosnian", "i u je da se na za su od s iz o ne koji koja kako bi nije će što te ali ili prema kod nakon bio samo"),
        ("ro", "Romanian", "și în de la a cu pe că din pentru nu un o este care au fost mai al ale sau după prin între către sunt despre"),
        ("hu", "Hungarian", "a az és hogy nem is egy volt meg azt van ez már csak de mint szerint után még el ki lehet ezt aki között"),
        ("tr", "Turkish", "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ancak göre en ne ise değil var tarafından her o"),
        ("id", "Indonesian or Malay", "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh ke juga adalah karena sebagai telah mereka lebih bahwa kepada"),
        ("sw", "Swahili", "na ya wa kwa katika ni za la kuwa hiyo hii cha kama baada pia huo vya lakini yake watu"),
        ("ca", "Catalan", "el la els les de del i en que un una per amb no és al dels se ha són com més seva aquest segons han també"),
        ("vi", "Vietnamese", "và của là có trong được các cho không một với những này đã người từ tại khi về theo đến ra"),
        ("tl", "Filipino", "ang ng sa mga na at ay ni si para hindi kay ito nang mula siya din"),
        ("so", "Somali", "iyo ka ku oo waa in ay la ee u ayaa uu soo waxa"),
    ];

    private static readonly (string Tag, string Name)[] Others =
    [
        ("ar", "Arabic"), ("fa", "Persian"), ("ur", "Urdu"), ("he", "Hebrew"), ("ru", "Russian"), ("uk", "Ukrainian"), ("bg", "Bulgarian"), ("el", "Greek"), ("zh", "Chinese"), ("ja", "Japanese"), ("ko", "Korean"),
        ("hi", "Hindi"), ("bn", "Bengali"), ("ta", "Tamil"), ("th", "Thai"), ("ka", "Georgian"), ("hy", "Armenian"), ("no", "Norwegian"), ("nb", "Norwegian"), ("nn", "Norwegian"), ("sk", "Slovak"), ("sr", "Serbian"), ("bs", "Bosnian"),
        ("ms", "Malay"), ("fil", "Filipino"), ("ku", "Kurdish"), ("am", "Amharic"), ("et", "Estonian"), ("lv", "Latvian"), ("lt", "Lithuanian"), ("sl", "Slovenian"), ("sq", "Albanian"), ("mk", "Macedonian"),
    ];

    /// <summary>How many languages have small words here.</summary>
    public static int Count => Latin.Length;

    /// <summary>The languages of each small word, a bit for each.</summary>
    public static FrozenDictionary<string, uint> Languages { get; } = Latin
        .SelectMany((language, index) => language.Words.Split(' ').Distinct(), (language, word) => (Word: word, Bit: 1u << Array.IndexOf(Latin, language)))
        .GroupBy(entry => entry.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(words => words.Key, words => words.Aggregate(0u, (bits, entry) => bits | entry.Bit), StringComparer.Ordinal);

    /// <summary>The tag of a language by its bit.</summary>
    public static string TagOf(int index) => Latin[index].Tag;

    /// <summary>What a language is called in English, by the first part of its tag ("fr-CA": "French"); the tag itself where it is not known.</summary>
    public static string NameOf(string tag)
    {
        var language = tag.Split('-', '_')[0].ToLowerInvariant();
        return Latin.FirstOrDefault(entry => entry.Tag == language).Name ?? Others.FirstOrDefault(entry => entry.Tag == language).Name ?? tag;
    }
}
