//! Other languages, row by row.

mod common;

use common::{Row, check};
use stet_language::Options;

fn rows(lang: &str, rows: &[Row]) {
    check(lang, Options::default(), rows);
}

#[test]
fn german() {
    rows(
        "de",
        &[
            (
                "ordinal day",
                "Am 3. Oktober war es so weit. | Er kam am 4. November.",
            ),
            ("ordinal before a noun", "In der 4. Klasse sind es 20."),
            ("year ends", "Das war 2004. | Klaus kam später."),
            (
                "spaced abbreviation",
                "Das gilt z. B. Für alle und d. h. Für dich.",
            ),
            ("beziehungsweise", "Es kostet 2 Mrd. Euro bzw. Dollar."),
            ("titles", "Prof. Dr. med. Meyer kam. | Er ging."),
            (
                "low and high marks",
                "Er ging. | „Ich bleibe.“ | Sie blieb.",
            ),
            ("inward guillemets", "Er ging. | »Ich bleibe.« | Sie blieb."),
            ("reporting clause", "„Was?“ fragte Klaus."),
            ("region code", "Am 3. Oktober."),
            ("page", "Das steht auf S. 55. | Mehr nicht."),
            ("street", "Er wohnt in der Bergstr. 5 in Bonn."),
        ],
    );
    rows(
        "de-AT",
        &[("region is ignored", "Am 3. Oktober kam er. | Er ging.")],
    );
}

#[test]
fn romance() {
    rows(
        "fr",
        &[
            ("title", "M. Dupont est venu. | Il est parti."),
            ("spaced closing mark", "« C'est fini. » | Elle est partie."),
            ("spaced question mark", "Qui est là ? | Personne."),
            ("no-break space", "« Oui\u{a0}! » dit-il. | Elle part."),
            (
                "before Christ",
                "En 49 av. J.-C., Marc Antoine lut un texte.",
            ),
            (
                "an initial that counts pages elsewhere",
                "Elle a vu Paul P. Durand. | Il dort.",
            ),
            (
                "left out in brackets",
                "Ils ont joué. | (...) Les autres sont partis.",
            ),
            ("elided starter", "Il vit aux U.S.A. | L'autre non."),
        ],
    );
    rows(
        "es",
        &[
            ("title", "La Sra. Clinton ganó. | El Sr. Trump no."),
            ("opening question mark", "No sé. | ¿Quién es? | ¡Nadie!"),
            ("opening mark, small letter", "No sé. | ¿y tú?"),
            ("United States", "Vive en EE. UU. desde 2004. | Ella no."),
            (
                "era",
                "La ciudad existe desde el 1600 a. C. | Fue destruida.",
            ),
        ],
    );
    rows(
        "it",
        &[("title", "Il Sig. Rossi è qui. | La Dott.ssa Bianchi no.")],
    );
    rows(
        "pt",
        &[("title", "O Sr. Silva chegou. | A Dra. Costa não.")],
    );
}

#[test]
fn slavic_and_dutch() {
    rows(
        "ru",
        &[
            ("initials", "Л. Н. Толстой родился в г. Туле. | Он писал."),
            (
                "year ends",
                "Компания основана в 1916 г. | Самым удачным был фильм.",
            ),
            ("that is", "Это верно, т. е. Да."),
            ("guillemets", "«Это верно». | Он ушёл."),
        ],
    );
    rows(
        "uk",
        &[("initials", "Т. Г. Шевченко народився тут. | Він писав.")],
    );
    rows(
        "nl",
        &[("title", "Dhr. Jansen kwam o.a. Maandag. | Hij ging.")],
    );
    rows(
        "nl",
        &[
            (
                "and so on",
                "Zij kocht appels, peren enz. | Daarna ging zij.",
            ),
            ("number", "Zie blz. 12 en nr. 5."),
        ],
    );
    rows(
        "cs",
        &[
            ("ordinal", "Bylo to 3. Května. | Přišel Karel."),
            ("saint", "Stojí u kostela sv. Michala."),
            (
                "era closes",
                "Město vzniklo zhruba roku 300 př. n. l. | Hradby přibyly později.",
            ),
            (
                "company",
                "Koupila ji firma Dub s. r. o. | Ale cena není známa.",
            ),
        ],
    );
    rows(
        "pl",
        &[
            ("title", "Wczoraj prof. Nowak spotkał św. Jana."),
            (
                "year ends",
                "Umowę podpisano w 1999 r. | Potem ją zmieniono.",
            ),
            ("that is", "Przyszli wszyscy, m.in. Kowalski, itd."),
        ],
    );
    rows(
        "sk",
        &[("for example", "Sú tu firmy, napr. Dub a.s. z Nitry.")],
    );
    rows(
        "hr",
        &[("number", "Vidi br. 5 i str. 12. | Dr. Horvat je otišao.")],
    );
    rows(
        "bg",
        &[
            ("title", "Проф. Иванов дойде. | Той е от гр. Русе."),
            ("year", "Това стана през 1989 г. | После всичко се промени."),
        ],
    );
    rows(
        "sr",
        &[("title", "Проф. Петровић је дошао. | Он је отишао.")],
    );
}

#[test]
fn nordic() {
    rows(
        "da",
        &[
            ("title", "De talte med dr. Hansen. | Han gik."),
            (
                "for example",
                "Det gælder f.eks. København og bl.a. Aarhus.",
            ),
            ("ordinal day", "Det skete den 3. Maj. | Han kom."),
            ("page", "Se s. 55. | Tak for i dag."),
            ("hour", "Vi ses kl. 20 og ikke før."),
            ("and so on", "Der er æbler, pærer osv. | De er gode."),
            ("saint", "De bor ved Skt. Hans Torv."),
        ],
    );
    rows(
        "no",
        &[
            ("for example", "Det gjelder f.eks. Oslo. | Men ikke alle."),
            ("currency", "Det koster 500 mill. | Det er mye."),
        ],
    );
    rows(
        "sv",
        &[
            ("for example", "Det gäller t.ex. Stockholm och bl.a. Malmö."),
            ("and so on", "Där finns äpplen m.m. | De är goda."),
            ("lower case first", "Han kom kl. 5. | Sedan gick han."),
        ],
    );
    rows(
        "fi",
        &[
            ("for example", "Siellä on esim. Nokia. | Se on suuri."),
            ("ordinal", "Hän tuli 3. Huhtikuuta. | Sitten hän lähti."),
            ("and so on", "Siellä oli omenoita jne. | Ne olivat hyviä."),
        ],
    );
}

#[test]
fn further_languages() {
    rows(
        "hu",
        &[
            ("title", "Megjött dr. Kovács. | Ő az orvos."),
            (
                "and so on",
                "Volt ott alma, körte stb. | A többi elfogyott.",
            ),
        ],
    );
    rows(
        "tr",
        &[
            ("ordinal", "Papa VI. Paul geldi."),
            ("title", "Prof. Yılmaz konuştu. | İki kişi dinledi."),
            ("and so on", "Elma, armut vb. | İki kişi geldi."),
        ],
    );
    rows(
        "el",
        &[
            ("title", "Ο Δρ. Παππάς μίλησε. | Ο κ. Νίκου έφυγε."),
            ("and so on", "Μήλα, αχλάδια κ.λπ. | Όλα ήταν καλά."),
        ],
    );
    rows("ro", &[("title", "A venit dl. Popescu. | Dr. Ionescu nu.")]);
    rows(
        "id",
        &[(
            "title",
            "Menurut Prof. Budi itu benar. | Namun Dr. Sri ragu.",
        )],
    );
    rows(
        "kk",
        &[("number", "Газет 2012 ж. № 5 шықты. | Ол жаңа еді.")],
    );
    rows(
        "hi",
        &[
            ("Latin letters by name", "वह यू.एस. सरकार में है। | वह आया।"),
            ("initials", "डॉ. पी. के. शर्मा आए। | वह गए।"),
            ("a full stop for a danda", "यह सच है. | वह आया."),
        ],
    );
    rows("ml", &[("initials", "ഇത് കെ. പി. മോഹനൻ. | അവൻ വന്നു.")]);
    rows(
        "he",
        &[("an abbreviation with a mark", "הוא גר בארה\"ב. | היא לא.")],
    );
    rows(
        "ar",
        &[
            ("or goes on", "هل جاء؟ أم ذهب؟ | لا أعرف."),
            ("a question", "هل جاء؟ | نعم جاء."),
            ("a pause", "كان الطريق طويلا... والليل باردا."),
        ],
    );
}

#[test]
fn scripts_without_case() {
    rows(
        "zh",
        &[
            ("no space", "他来了。|她走了！|真的吗？"),
            ("closing mark", "他说：“我来了。”|她走了。"),
            ("inside a title", "我们去看《摔跤吧！爸爸》好吗？|好！"),
        ],
    );
    rows(
        "ja",
        &[
            ("no space", "これはペンです。|それは本です。"),
            ("quotation goes on", "「行く。」と言った。|彼は来た。"),
            (
                "inside brackets",
                "これは山です（これは山です。これも山です）。|山です。",
            ),
            ("wide decimal", "それは３．２９％です。|はい。"),
        ],
    );
    rows("ko", &[("full stop", "그는 왔다. | 그녀는 갔다.")]);
    rows("ar", &[("question", "هل جاء؟ | نعم جاء. | ثم ذهب.")]);
    rows("ur", &[("full stop", "وہ آیا۔ | وہ گیا۔")]);
    rows("hi", &[("danda", "वह आया। | वह गया।|वह रुका।")]);
    rows("he", &[("full stop", "הוא בא. | היא הלכה.")]);
    rows("el", &[("question mark", "Τι είναι αυτό; | Δεν ξέρω.")]);
    rows("hy", &[("full stop", "Սա գիրք է։ | Այն տուն է:")]);
    rows("my", &[("full stop", "သူ လာသည်။ | သူ သွားသည်။")]);
    rows("km", &[("full stop", "គាត់មក។ | គាត់ទៅ។")]);
    rows("bn", &[("danda", "সে এল। | সে গেল।")]);
    rows("pa", &[("danda", "ਉਹ ਆਇਆ। | ਉਹ ਗਿਆ।")]);
    rows("ta", &[("full stop", "அவன் வந்தான். | அவள் போனாள்.")]);
    rows("th", &[("no mark divides sentences", "เขามาแล้ว เธอไปแล้ว")]);
    rows("am", &[("full stop", "እሱ መጣ። | እሷ ሄደች።")]);
}

#[test]
fn unknown_language_falls_back() {
    rows(
        "xx",
        &[("shared abbreviations", "Dr. Foo bar. | Baz J. K. Foo.")],
    );
    rows(
        "",
        &[("no language is English", "Gov. Brown spoke. | He left.")],
    );
}
