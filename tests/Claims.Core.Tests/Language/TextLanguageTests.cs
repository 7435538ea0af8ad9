using Claims.Core.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Language;

public class TextLanguageTests
{
    [Theory]
    [InlineData("en", "The ferry left the harbour at noon and was back before the storm, the owners said on Monday. Nobody on board was hurt, but the quay will have to be closed for a week.")]
    [InlineData("fr", "Le bac a quitté le port à midi et il est revenu avant la tempête, ont dit lundi les propriétaires. Personne à bord n'a été blessé, mais le quai sera fermé pour une semaine.")]
    [InlineData("de", "Die Fähre hat den Hafen am Mittag verlassen und ist vor dem Sturm zurück gewesen, sagten die Eigner am Montag. An Bord wurde niemand verletzt, aber der Kai wird für eine Woche geschlossen.")]
    [InlineData("es", "El ferry salió del puerto al mediodía y estaba de vuelta antes de la tormenta, según dijeron el lunes los dueños. No hubo heridos a bordo, pero el muelle se cerrará por una semana.")]
    [InlineData("it", "Il traghetto ha lasciato il porto a mezzogiorno ed è tornato prima della tempesta, hanno detto lunedì i proprietari. Nessuno a bordo è ferito, ma la banchina sarà chiusa per una settimana.")]
    [InlineData("nl", "De veerboot is om twaalf uur uit de haven vertrokken en was voor de storm terug, zeiden de eigenaars op maandag. Niemand aan boord is gewond, maar de kade wordt een week gesloten.")]
    [InlineData("ru", "Паром вышел из порта в полдень и вернулся до бури, сообщили в понедельник владельцы. Никто на борту не пострадал, но причал закроют на неделю.")]
    [InlineData("ar", "غادرت العبارة الميناء عند الظهر وعادت قبل العاصفة كما قال أصحابها يوم الاثنين ولم يصب أحد على متنها لكن الرصيف سيغلق لمدة أسبوع")]
    public void Of_NamesTheLanguage(string tag, string text)
    {
        Assert.Equal(tag, TextLanguage.Of(text));
        Assert.Equal(tag == "en", TextLanguage.IsEnglish(text, declared: "en"));
    }

    [Theory]
    [InlineData("Ferry back in harbour", null, true)]
    [InlineData("Ferry back in harbour", "en-GB", true)]
    [InlineData("Le bac est de retour", "fr", false)]
    [InlineData("Le bac est de retour", null, true)]
    public void IsEnglish_AsksThePage_WhenTheTextIsTooShort(string text, string? declared, bool expected) => Assert.Equal(expected, TextLanguage.IsEnglish(text, declared));

    [Fact]
    public void WarningOf_NamesTheLanguage()
    {
        Assert.Contains("probably French", TextLanguage.WarningOf("Le bac a quitté le port à midi et il est revenu avant la tempête, ont dit lundi les propriétaires de la ligne.", null));
        Assert.Contains("says it is in French", TextLanguage.WarningOf("Le bac est de retour", "fr-CA"));
        Assert.Null(TextLanguage.WarningOf("The ferry left the harbour at noon and was back before the storm, the owners of the line said on Monday.", "fr"));
    }

    [Fact]
    public void Of_ReadsAnyText() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => TextLanguage.Of(string.Concat(Enumerable.Repeat(text.Get, 20))) is null or { Length: > 0 }));
}
