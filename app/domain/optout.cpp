// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/optout.h"

#include "base/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {
struct Phrase
{
    QLatin1StringView language;
    QLatin1StringView words; ///< folded, with single spaces
    bool isShort = false; ///< counts only where little else was said
};

constexpr int FewWords = 2; ///< beside a short phrase

// Folded as foldText folds: no marks, no case, apostrophes as spaces.
constexpr std::array Phrases {
    Phrase {"en"_L1, "stop"_L1, true},
    Phrase {"en"_L1, "unsubscribe"_L1, true},
    Phrase {"en"_L1, "remove me"_L1, true},
    Phrase {"en"_L1, "no thanks"_L1, true},
    Phrase {"en"_L1, "leave me alone"_L1, true},
    Phrase {"en"_L1, "not interested"_L1, false},
    Phrase {"en"_L1, "no longer interested"_L1, false},
    Phrase {"en"_L1, "do not contact me"_L1, false},
    Phrase {"en"_L1, "don t contact me"_L1, false},
    Phrase {"en"_L1, "stop contacting me"_L1, false},
    Phrase {"en"_L1, "stop messaging me"_L1, false},
    Phrase {"en"_L1, "stop writing to me"_L1, false},
    Phrase {"en"_L1, "please unsubscribe"_L1, false},
    Phrase {"en"_L1, "take me off your list"_L1, false},
    Phrase {"en"_L1, "remove me from your list"_L1, false},
    Phrase {"en"_L1, "please remove me"_L1, false},
    Phrase {"en"_L1, "do not message me"_L1, false},
    Phrase {"en"_L1, "don t message me"_L1, false},
    Phrase {"en"_L1, "do not write to me again"_L1, false},
    Phrase {"en"_L1, "do not call me"_L1, false},
    Phrase {"en"_L1, "don t call me"_L1, false},
    Phrase {"en"_L1, "leave me alone please"_L1, false},
    Phrase {"en"_L1, "stop emailing me"_L1, false},
    Phrase {"en"_L1, "opt out"_L1, false},
    Phrase {"de"_L1, "stopp"_L1, true},
    Phrase {"de"_L1, "abmelden"_L1, true},
    Phrase {"de"_L1, "nein danke"_L1, true},
    Phrase {"de"_L1, "kein interesse"_L1, true},
    Phrase {"de"_L1, "lass mich in ruhe"_L1, true},
    Phrase {"de"_L1, "kein interesse"_L1, false},
    Phrase {"de"_L1, "nicht interessiert"_L1, false},
    Phrase {"de"_L1, "kontaktieren sie mich nicht"_L1, false},
    Phrase {"de"_L1, "kontaktiere mich nicht"_L1, false},
    Phrase {"de"_L1, "bitte nicht mehr schreiben"_L1, false},
    Phrase {"de"_L1, "schreiben sie mir nicht mehr"_L1, false},
    Phrase {"de"_L1, "schreib mir nicht mehr"_L1, false},
    Phrase {"de"_L1, "keine weiteren nachrichten"_L1, false},
    Phrase {"de"_L1, "bitte abmelden"_L1, false},
    Phrase {"de"_L1, "loschen sie meine daten"_L1, false},
    Phrase {"de"_L1, "losche meine daten"_L1, false},
    Phrase {"de"_L1, "rufen sie mich nicht"_L1, false},
    Phrase {"de"_L1, "lassen sie mich in ruhe"_L1, false},
    Phrase {"de"_L1, "aus dem verteiler"_L1, false},
    Phrase {"fr"_L1, "stop"_L1, true},
    Phrase {"fr"_L1, "desabonner"_L1, true},
    Phrase {"fr"_L1, "non merci"_L1, true},
    Phrase {"fr"_L1, "pas interesse"_L1, true},
    Phrase {"fr"_L1, "pas interessee"_L1, true},
    Phrase {"fr"_L1, "pas interesse"_L1, false},
    Phrase {"fr"_L1, "pas interessee"_L1, false},
    Phrase {"fr"_L1, "ne me contactez plus"_L1, false},
    Phrase {"fr"_L1, "ne m ecrivez plus"_L1, false},
    Phrase {"fr"_L1, "ne m appelez plus"_L1, false},
    Phrase {"fr"_L1, "me desabonner"_L1, false},
    Phrase {"fr"_L1, "arretez de m ecrire"_L1, false},
    Phrase {"fr"_L1, "arretez de me contacter"_L1, false},
    Phrase {"fr"_L1, "laissez moi tranquille"_L1, false},
    Phrase {"fr"_L1, "supprimez mes donnees"_L1, false},
    Phrase {"fr"_L1, "retirez moi de votre liste"_L1, false},
    Phrase {"es"_L1, "basta"_L1, true},
    Phrase {"es"_L1, "baja"_L1, true},
    Phrase {"es"_L1, "no gracias"_L1, true},
    Phrase {"es"_L1, "no me interesa"_L1, true},
    Phrase {"es"_L1, "no me interesa"_L1, false},
    Phrase {"es"_L1, "no estoy interesado"_L1, false},
    Phrase {"es"_L1, "no estoy interesada"_L1, false},
    Phrase {"es"_L1, "no me escriba mas"_L1, false},
    Phrase {"es"_L1, "no me escribas mas"_L1, false},
    Phrase {"es"_L1, "no me contacte"_L1, false},
    Phrase {"es"_L1, "no me contactes"_L1, false},
    Phrase {"es"_L1, "darme de baja"_L1, false},
    Phrase {"es"_L1, "deje de escribirme"_L1, false},
    Phrase {"es"_L1, "deja de escribirme"_L1, false},
    Phrase {"es"_L1, "no me llame"_L1, false},
    Phrase {"es"_L1, "borre mis datos"_L1, false},
    Phrase {"it"_L1, "basta"_L1, true},
    Phrase {"it"_L1, "no grazie"_L1, true},
    Phrase {"it"_L1, "non mi interessa"_L1, true},
    Phrase {"it"_L1, "disiscrivimi"_L1, true},
    Phrase {"it"_L1, "non mi interessa"_L1, false},
    Phrase {"it"_L1, "non sono interessato"_L1, false},
    Phrase {"it"_L1, "non sono interessata"_L1, false},
    Phrase {"it"_L1, "non contattarmi"_L1, false},
    Phrase {"it"_L1, "non mi contatti"_L1, false},
    Phrase {"it"_L1, "non scrivermi piu"_L1, false},
    Phrase {"it"_L1, "non mi scriva piu"_L1, false},
    Phrase {"it"_L1, "smetta di scrivermi"_L1, false},
    Phrase {"it"_L1, "smettila di scrivermi"_L1, false},
    Phrase {"it"_L1, "cancelli i miei dati"_L1, false},
    Phrase {"it"_L1, "lasciami in pace"_L1, false},
    Phrase {"nl"_L1, "stop"_L1, true},
    Phrase {"nl"_L1, "nee bedankt"_L1, true},
    Phrase {"nl"_L1, "geen interesse"_L1, true},
    Phrase {"nl"_L1, "afmelden"_L1, true},
    Phrase {"nl"_L1, "geen interesse"_L1, false},
    Phrase {"nl"_L1, "niet geinteresseerd"_L1, false},
    Phrase {"nl"_L1, "neem geen contact"_L1, false},
    Phrase {"nl"_L1, "niet meer contacteren"_L1, false},
    Phrase {"nl"_L1, "stuur geen berichten"_L1, false},
    Phrase {"nl"_L1, "stuur me niets meer"_L1, false},
    Phrase {"nl"_L1, "laat me met rust"_L1, false},
    Phrase {"nl"_L1, "schrijf me uit"_L1, false},
    Phrase {"nl"_L1, "verwijder mijn gegevens"_L1, false},
    Phrase {"nl"_L1, "bel mij niet"_L1, false},
    Phrase {"pl"_L1, "stop"_L1, true},
    Phrase {"pl"_L1, "nie dziekuje"_L1, true},
    Phrase {"pl"_L1, "nie interesuje mnie"_L1, true},
    Phrase {"pl"_L1, "nie jestem zainteresowany"_L1, false},
    Phrase {"pl"_L1, "nie jestem zainteresowana"_L1, false},
    Phrase {"pl"_L1, "nie interesuje mnie"_L1, false},
    Phrase {"pl"_L1, "prosze nie pisac"_L1, false},
    Phrase {"pl"_L1, "nie pisz do mnie"_L1, false},
    Phrase {"pl"_L1, "prosze o nie kontaktowanie"_L1, false},
    Phrase {"pl"_L1, "prosze nie dzwonic"_L1, false},
    Phrase {"pl"_L1, "wypisz mnie"_L1, false},
    Phrase {"pl"_L1, "usun moje dane"_L1, false},
    Phrase {"pl"_L1, "prosze usunac moje dane"_L1, false},
    Phrase {"pt"_L1, "pare"_L1, true},
    Phrase {"pt"_L1, "nao obrigado"_L1, true},
    Phrase {"pt"_L1, "nao obrigada"_L1, true},
    Phrase {"pt"_L1, "nao tenho interesse"_L1, true},
    Phrase {"pt"_L1, "nao tenho interesse"_L1, false},
    Phrase {"pt"_L1, "nao estou interessado"_L1, false},
    Phrase {"pt"_L1, "nao estou interessada"_L1, false},
    Phrase {"pt"_L1, "nao me contate"_L1, false},
    Phrase {"pt"_L1, "nao me contacte"_L1, false},
    Phrase {"pt"_L1, "nao me escreva mais"_L1, false},
    Phrase {"pt"_L1, "pare de me escrever"_L1, false},
    Phrase {"pt"_L1, "pare de enviar"_L1, false},
    Phrase {"pt"_L1, "nao me ligue"_L1, false},
    Phrase {"pt"_L1, "apague os meus dados"_L1, false},
    Phrase {"pt"_L1, "me deixe em paz"_L1, false},
    Phrase {"sv"_L1, "stopp"_L1, true},
    Phrase {"sv"_L1, "nej tack"_L1, true},
    Phrase {"sv"_L1, "inte intresserad"_L1, true},
    Phrase {"sv"_L1, "inte intresserad"_L1, false},
    Phrase {"sv"_L1, "kontakta mig inte"_L1, false},
    Phrase {"sv"_L1, "skriv inte till mig"_L1, false},
    Phrase {"sv"_L1, "sluta skriva"_L1, false},
    Phrase {"sv"_L1, "sluta kontakta"_L1, false},
    Phrase {"sv"_L1, "avregistrera mig"_L1, false},
    Phrase {"sv"_L1, "ring mig inte"_L1, false},
    Phrase {"sv"_L1, "lamna mig ifred"_L1, false},
    Phrase {"da"_L1, "stop"_L1, true},
    Phrase {"da"_L1, "nej tak"_L1, true},
    Phrase {"da"_L1, "ikke interesseret"_L1, true},
    Phrase {"da"_L1, "ikke interesseret"_L1, false},
    Phrase {"da"_L1, "kontakt mig ikke"_L1, false},
    Phrase {"da"_L1, "skriv ikke til mig"_L1, false},
    Phrase {"da"_L1, "stop med at skrive"_L1, false},
    Phrase {"da"_L1, "afmeld mig"_L1, false},
    Phrase {"da"_L1, "ring ikke til mig"_L1, false},
    Phrase {"da"_L1, "lad mig vaere"_L1, false},
};

/// Where the same words ask for nothing, folded as they are.
constexpr std::array OtherMeanings {
    // a visit
    "stop by"_L1,
    "stop over"_L1,
    "stop off"_L1,
    // somebody goes on
    "don t stop"_L1,
    "do not stop"_L1,
    "didn t stop"_L1,
    "can t stop"_L1,
    "couldn t stop"_L1,
    "won t stop"_L1,
    "never stop"_L1,
    "non stop"_L1,
    // things
    "one stop"_L1,
    "full stop"_L1,
    "bus stop"_L1,
    "pit stop"_L1,
    "planta baja"_L1,
    "temporada baja"_L1,
    // somebody wants it, or asks what would be
    "not interested in waiting"_L1,
    "not interested in anything else"_L1,
    "not interested in anyone else"_L1,
    "if you are not interested"_L1,
    "if you re not interested"_L1,
    "are you not interested"_L1,
    "were you not interested"_L1,
    "no thanks needed"_L1,
    "no thanks necessary"_L1,
};

/// Folded words with one space between and around them, so that a phrase is found at borders of words only.
QString spacedWords(const QString &text, qsizetype &count)
{
    QString spaced = foldText(text);
    for (QChar &c : spaced) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    const QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    count = words.size();
    return u' ' + words.join(u' ') + u' ';
}
} // namespace

std::optional<OptOut> optOutIn(const QString &text)
{
    qsizetype count = 0;
    QString words = spacedWords(text, count);
    for (const QLatin1StringView other : OtherMeanings)
        words.replace(u' ' + QString(other) + u' ', u" · "_s);
    for (const Phrase &phrase : Phrases) {
        if (!words.contains(u' ' + QString(phrase.words) + u' '))
            continue;
        const qsizetype own = QString(phrase.words).count(u' ') + 1;
        if (!phrase.isShort || count <= own + FewWords)
            return OptOut {phrase.language, phrase.words};
    }
    return std::nullopt;
}
