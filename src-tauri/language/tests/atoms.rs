//! Checkable facts in sentences made up for the purpose, each with its reason.

#[path = "common/atoms.rs"]
mod common;

use common::{marked, plain, spans};
use stet_language::atoms::atoms;

/// A row: why it is here, and the text with its atoms in brackets, each with its kind: `[Ito|p]`.
type Row = (&'static str, &'static str);

fn check(lang: &str, rows: &[Row]) {
    let mut failed = Vec::new();
    for (why, expected) in rows {
        let text = plain(expected);
        let found = marked(&text, &atoms(&text, &spans(&text, lang), lang));
        if found != *expected {
            failed.push(format!("{why}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(
        failed.is_empty(),
        "{} rows:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

#[test]
fn names_are_runs_of_proper_nouns() {
    check(
        "en",
        &[
            ("a first word that is none", "The dam near [Orvel|l] broke."),
            (
                "a person behind a title",
                "Officials thanked [Dr. Mina Sato|p] for it.",
            ),
            (
                "initials belong to the name",
                "It was [J. R. Hale|p] who called.",
            ),
            (
                "particles inside a name",
                "We met [Jan van der Berg|p] and [Omar bin Said|p].",
            ),
            (
                "a particle before a capital",
                "They read [la Gazzetta|n] there.",
            ),
            (
                "a possessive ends it",
                "[Norway|l]'s [Ministry|o] of [Fisheries|n] agreed.",
            ),
            (
                "nationalities are adjectives",
                "The Norwegian navy met Danish ships.",
            ),
            ("their plurals are people", "Many [Norwegians|p] agreed."),
            ("a language is a noun", "She wrote it in [Danish|n]."),
            (
                "adjectives stay outside the nouns",
                "He left the United [Nations|o].",
            ),
            ("an abbreviation", "The [OECD|o] said so."),
            ("a common one is none", "He bought a TV and a DVD."),
            ("camel case", "She sold her [iPhone|n] on [eBay|n]."),
            (
                "hashtags and handles",
                "It ran under [#dambreak|n] by [@orvelnews|n].",
            ),
            (
                "only the name of a compound",
                "The [UN|o]-led mission, a [Gdansk|n]-based firm.",
            ),
            (
                "a name of syllables",
                "They met [Moon Jae-in|p] on the island.",
            ),
            ("I and its relatives", "Then I went and I'm back."),
            (
                "a title inside a sentence",
                "It said [President Obi|p] was there.",
            ),
        ],
    );
}

#[test]
fn the_start_of_a_sentence_is_no_evidence() {
    check(
        "en",
        &[
            ("an ordinary word", "Construction went on. Residents left."),
            (
                "the article has it inside too",
                "A man called [Velber|n] came. [Velber|n] left.",
            ),
            (
                "the article has it small",
                "They sell gravel. Gravel is dear.",
            ),
            ("a name behind it", "[Ruta Velber|p] came."),
            ("a verb of saying behind it", "[Velber|p] said no."),
            ("a known first name", "[Maria|p] came."),
            ("a known country", "[Kenya|l] agreed."),
            (
                "behind an opening quotation mark",
                "He said: “Nothing was found.”",
            ),
            (
                "but inside the quotation",
                "“They told [Velber|p] all,” he said.",
            ),
            (
                "a headline in capitals",
                "DAM BREAKS NEAR VILLAGE, TROOPS CALLED",
            ),
            (
                "a headline in title case",
                "Flood Warning Issued After Dam Breaks",
            ),
            ("a picture credit", "Photo: [Ruta Velber|p]"),
        ],
    );
}

#[test]
fn numbers_are_marked_with_what_belongs_to_them() {
    check(
        "en",
        &[
            ("digits with marks", "It has [12,500|#] seats."),
            (
                "words",
                "[Twenty-five|#] cars and [two hundred and six|#] vans.",
            ),
            ("words that multiply", "It cost [4.5 million|#] in all."),
            ("a currency sign", "It cost [$4.5 million|#] in all."),
            (
                "a percent sign, not the word",
                "From [7%|#] to [9|#] percent.",
            ),
            ("a range", "Some [8–10|#] boats came."),
            ("a score is two numbers", "They won [3|#] – [1|#] at home."),
            ("an age, its digits only", "A [14|#]-year-old fell."),
            ("an age in words", "A [nine|#]-month-old baby."),
            ("one as a pronoun", "No one came, and not a new one."),
            (
                "half of something",
                "About [half|#] of them left in the first half.",
            ),
            ("a unit stays outside", "It is [17.5|#] m high."),
        ],
    );
}

#[test]
fn dates_are_marked_as_they_are_written() {
    check(
        "en",
        &[
            ("month, day and year", "It fell on [May 5, 2015|d] there."),
            (
                "day and month",
                "It fell on [5 May|d] and the [7th of June 2016|d].",
            ),
            ("a range of days", "Held [May 5-7|d] and [5–7 June 2016|d]."),
            ("a weekday with its part", "They met [Thursday night|d]."),
            ("a month by itself", "It opened in [May|d]."),
            ("a verb is no month", "They may march. May they?"),
            ("a month that is a name", "He saw [April Hale|p] there."),
            ("years", "In [1987|d] and the [1960s|d], since [2014-15|d]."),
            (
                "four digits that count",
                "About [2000|#] men and [1950|#] votes.",
            ),
            (
                "a year before a plural",
                "In [2015|d] floods came, as in the [2012|d] floods.",
            ),
            ("ISO", "Filed [2015-05-07|d] there."),
            ("times", "At [7:30 pm|d] or [6:00am|d]."),
            (
                "lengths",
                "It took [five hours|d] and a [20-minute|d] walk.",
            ),
            (
                "relative ones",
                "[Yesterday|d] and [last week|d], [three years ago|d].",
            ),
            (
                "what counts from the story is left",
                "He left the next day.",
            ),
            ("a stretch", "In the [past 30 days|d] nothing fell."),
        ],
    );
}

#[test]
fn superlatives_are_told_from_words_that_end_alike() {
    check(
        "en",
        &[
            ("regular", "The [largest|s] dam, the [best-known|s] one."),
            ("most and least", "The [most|s] costly, at [least|s] there."),
            (
                "others",
                "An honest request, a forest, a protest in the west.",
            ),
            ("a place", "It stood in [Bucharest|l]."),
        ],
    );
}

#[test]
fn other_languages_have_what_their_script_allows() {
    check(
        "de",
        &[
            (
                "nouns have capitals",
                "Die Regierung hat am [5. Mai 2015|d] rund [1.200|#] Menschen gezählt.",
            ),
            (
                "abbreviations and known places",
                "Die [NATO|o] tagte in [Berlin|l].",
            ),
        ],
    );
    check(
        "fr",
        &[(
            "a date and a decimal comma",
            "Le [5 mai 2015|d], [Luc Moreau|p] a payé [3,5|#] euros.",
        )],
    );
    check(
        "ru",
        &[(
            "cyrillic",
            "[Вчера|d] в городе был [Иван Петров|p], [12 мая 2015|d].",
        )],
    );
    check(
        "el",
        &[("greek", "Ο [Γιώργος Παππάς|p] πλήρωσε [12|#] ευρώ.")],
    );
    check("zh", &[("no capitals", "大坝有[312|#]米高。")]);
    check("ar", &[("nor here", "قتل [312|#] شخصا")]);
}
