//! English, row by row.

mod common;

use common::{Row, check};
use stet_language::Options;

fn english(rows: &[Row]) {
    check("en", Options::default(), rows);
}

#[test]
fn final_marks() {
    english(&[
        ("full stop", "Hello world. | My name is Jonas."),
        ("question", "What is your name? | My name is Jonas."),
        ("exclamation", "There it is! | I found it."),
        ("several marks", "Hello!? | Is that you?"),
        (
            "no mark at the end",
            "The first ends. | The second does not",
        ),
        (
            "small letter goes on",
            "It grew by approx. ten and then some.",
        ),
        (
            "a question inside",
            "Who knew? was all that was left to ask.",
        ),
        (
            "name with a small first letter",
            "He sold it. | iPhone sales rose.",
        ),
        ("currency begins", "It was sold. | $5 was enough."),
        ("number begins", "It ended in 2004. | 12 people came."),
        ("two spaces", "One sentence.  |  Another one."),
        ("no space, no boundary", "Read main.Rs and then stop."),
        (
            "a forgotten space before a word that begins sentences",
            "It was late.|The rest had gone.",
        ),
        (
            "names of pages keep together",
            "See notes.Md and plan.Txt first.",
        ),
        (
            "an exclaiming name",
            "She works at Yahoo! Finance in New York.",
        ),
        (
            "an exclaiming name at the end",
            "She works at Yahoo! | He does not.",
        ),
    ]);
}

#[test]
fn titles_and_names() {
    english(&[
        ("doctor", "Dr. Smith came. | He left."),
        ("rank", "Lt. Gen. Davis spoke to Gov. Brown."),
        ("hyphenated title", "Vice-Pres. Harris spoke."),
        (
            "initials",
            "J. K. Rowling wrote it. | George W. Bush read it.",
        ),
        ("initials without a space", "J.K. Rowling wrote it."),
        (
            "a shortened name",
            "The winner is James McN. Porter of Ohio.",
        ),
        (
            "spaced initials are no era",
            "They met C. E. Porter in 1950.",
        ),
        ("initial before a starter", "It was Plan B. | The end."),
        (
            "pronoun at the end",
            "We make a good team, you and I. | Did you see it?",
        ),
        ("initial I", "Did you see Albert I. Jones yesterday?"),
        ("surname that is a word", "George F. Will said so."),
        (
            "saint",
            "St. Michael's Church is on 5th St. | The other is not.",
        ),
    ]);
}

#[test]
fn abbreviations() {
    english(&[
        (
            "U.S. before a noun",
            "I work for the U.S. Government in Virginia.",
        ),
        (
            "U.S. before a starter",
            "I live in the U.S. | How about you?",
        ),
        (
            "U.S. before small letters",
            "I lived in the U.S. for years.",
        ),
        ("hour", "He left at 6 p.m. | The store was closed."),
        ("hour in the lead", "At 5 a.m. Mr. Smith went to the bank."),
        (
            "hour before a title",
            "He left the bank at 6 P.M. | Mr. Smith went on.",
        ),
        ("day after an hour", "It starts at 5 p.m. Monday in Texas."),
        ("company", "Apple Inc. CEO Tim Cook spoke."),
        (
            "company at the end",
            "He works for Apple Inc. | She does not.",
        ),
        (
            "company before a quotation",
            "He left Apple Inc. | “Never again,” he said.",
        ),
        ("state", "He died in Ala. | He was old."),
        ("number", "It is No. 5 on the list."),
        ("no, the answer", "The answer is no. | Five people knew."),
        ("page", "See p. 55 and pp. 60 ff. for more."),
        (
            "always goes on",
            "It was Brown vs. Board of Education, i.e. The Case.",
        ),
        ("month", "It was Jan. 5 or Feb. 6."),
        (
            "month at the end",
            "It opens in Sept. | The other opens later.",
        ),
        ("a verb like a day", "The dog sat. | Rover barked."),
        ("a word like a state", "They felt ill. | Doctors came."),
        ("junior", "It is Martin Luther King Jr. Day."),
        (
            "era closes",
            "The city was founded in 753 B.C. | Augustus came later.",
        ),
        ("era in the lead", "In 50 B.C. Caesar went north."),
        ("etc.", "They sold apples, etc. | Nobody came."),
    ]);
}

#[test]
fn numbers_addresses_and_marks() {
    english(&[
        ("decimal", "It rose 3.5 percent to 1.2. | That was all."),
        ("version", "It runs on 2.0.1 and later."),
        (
            "address of a page",
            "See https://www.example.com/a.b.html. | It is good.",
        ),
        (
            "mail address",
            "Write to Jane.Doe@example.com. | She reads it.",
        ),
        ("degrees", "It was 2 °C. | Nobody froze."),
        ("footnote", "It is true.[1] | It is old.[2][3] | It is new."),
        (
            "footnote after a space",
            "It is true. [note 4] | It is old.",
        ),
        ("raised footnote", "It is true.¹ | It is old."),
        ("footnote before the mark", "It is true[1]. | It is old."),
        ("dotted hyphen", "He met J.-P. Sartre."),
        (
            "the address of a page begins anew",
            "Read it here. | https://example.com/a",
        ),
        (
            "one address after another",
            "https://example.com/a | https://example.com/b",
        ),
        (
            "a footnote that lost its raise",
            "It was proved later. 8 | Yet nobody noticed.",
        ),
        (
            "a number that is no footnote",
            "It sold 12. | 8 people came.",
        ),
        (
            "a number after an abbreviation",
            "He played Op. 31 No. 2 twice.",
        ),
        (
            "a list after a colon",
            "Do the following: 1. Be kind to others.",
        ),
        (
            "a running list after a colon",
            "Do the following: | 1. Be kind to others. | 2. Be brief | 3. Be here.",
        ),
        (
            "a running list after a sentence",
            "Some rules follow. | 1.) Be kind | 2.) Be brief | 3.) Be here",
        ),
        (
            "a result after a colon",
            "The score was: 3. | Then they left.",
        ),
        ("one number is no list", "He came in 1. | Then he left."),
        ("a note", "P.S. I will be late."),
    ]);
}

#[test]
fn ellipses_and_brackets() {
    english(&[
        ("ellipsis goes on", "I never … well, once... maybe."),
        (
            "ellipsis ends",
            "I never meant that.... | She left the store.",
        ),
        (
            "spaced ellipsis",
            "It was weakened . . . and then it was over.",
        ),
        (
            "“I” has its capital anywhere",
            "What I meant is . . . I never knew.",
        ),
        (
            "what was left out belongs to what follows",
            "The road was closed. | . . . The bridge stood.",
        ),
        (
            "the same without spaces",
            "The road was closed. | ... The bridge stood.",
        ),
        ("left out at the head", "... The bridge stood. | It fell."),
        (
            "ellipsis in brackets",
            "“We [...] Americans know (…) this.”",
        ),
        ("mark in brackets", "This great (!) Thing is (?) Mine."),
        (
            "sentence in brackets",
            "He stayed. | (She did not.) | They met again.",
        ),
        (
            "sentence in brackets inside",
            "He teaches (He was an engineer.) at the school.",
        ),
        ("bracket at the end", "He stayed (as always). | She left."),
    ]);
}

#[test]
fn quotations() {
    english(&[
        ("reporting clause, small", "“It is great.” she said."),
        (
            "reporting clause, straight",
            "\"It is great!\" she said. | He nodded.",
        ),
        ("reporting clause, single", "'It is great.' she said."),
        ("reporting verb first", "“What?” said Smith. | “Nothing.”"),
        ("name, then verb", "“What?” Smith said. | “Nothing.”"),
        ("title and name", "“Why?” Mr. Smith asked."),
        ("article and noun", "“Why?” the President asked."),
        (
            "no reporting clause",
            "“Why?” | He had no answer. | Nobody had.",
        ),
        (
            "closing mark belongs before",
            "She said, “It is.” | Then she left.",
        ),
        (
            "sentences inside",
            "“It is. | It was. | It will be,” he said.",
        ),
        ("one quotation after another", "“It is.” | “it was.”"),
        ("mark outside", "He called it “a mess”. | She agreed."),
        ("nested", "“He said ‘No.’” | She left."),
        ("no space after a closing mark", "“It is over.”|She left."),
        ("dash goes on", "“It is a long game.” - Matthew Ingram"),
        (
            "a title with its mark and a year",
            "She played in Ole! (1961) and later.",
        ),
        (
            "opening mark belongs after",
            "He left. | \"It is over,\" she said.",
        ),
    ]);
}

#[test]
fn careless_writing() {
    english(&[
        (
            "no capitals",
            "it was really good. | you must read it. | everyone likes it",
        ),
        ("a question without", "is that all? | it seems so"),
        ("a pronoun", "Why not? | i never asked"),
        ("brackets", "Take the bus. | (the train is slow)"),
        (
            "an unknown abbreviation keeps a capital from mattering",
            "Ask the Dist. office or the mgr. about it.",
        ),
        ("units", "Add 4 oz. of milk and 2 lbs. of flour."),
        (
            "a question within a sentence",
            "Who knew? was all that was left to ask.",
        ),
    ]);
}

#[test]
fn captions_and_remains() {
    english(&[
        (
            "the credit of a picture",
            "The harbour at dawn | Photo: Ann Lee.",
        ),
        ("a credit alone", "Photo: Ann Lee."),
        (
            "the same word in a sentence",
            "He took a photo: it was dark.",
        ),
        (
            "a stop that belongs to the block before",
            ". | The mayor has agreed.",
        ),
    ]);
}

#[test]
fn kept_quotations() {
    check(
        "en",
        Options {
            keep_quotations: true,
        },
        &[
            ("curly", "“It is. It was. It will be,” he said. | She left."),
            ("straight", "\"It is. It was.\" | She left."),
            ("in one sentence", "He said: “It is. It was.” | She left."),
            ("never closed", "“It is. | It was."),
            ("stray straight mark", "A 6\" pipe. | A 7\" pipe. | A pipe."),
            (
                "curly single",
                "‘It is. It was.’ | She’s gone. | It’s over.",
            ),
        ],
    );
    check(
        "de",
        Options {
            keep_quotations: true,
        },
        &[
            ("German marks", "„Es ist. Es war.“ | Er ging."),
            ("inward guillemets", "»Es ist. Es war.« | Er ging."),
        ],
    );
    check(
        "fr",
        Options {
            keep_quotations: true,
        },
        &[("outward", "« C'est fini. Il part. » | Il part.")],
    );
    check(
        "ja",
        Options {
            keep_quotations: true,
        },
        &[("corner", "「そうだ。違う。」|彼は行った。")],
    );
}

#[test]
fn lists_and_lines() {
    english(&[
        ("numbered", "1. The first item | 2. The second item"),
        (
            "numbered with marks",
            "1.) The first item. | 2.) The second item.",
        ),
        (
            "lettered",
            "a. The first item | b. The second item | c. The third",
        ),
        ("bullets", "• 9. The first item | • 10. The second item"),
        ("a marker alone is no sentence", "1. The first."),
        ("wrapped line", "This line is\nwrapped. | The next\nis too."),
        (
            "empty line",
            "A headline without a mark\n\n | The text begins here.",
        ),
        (
            "empty line with spaces",
            "A headline\r\n \t\r\n | The text begins.",
        ),
        ("list by lines", "Bring:\n | * apples\n | * pears"),
    ]);
}

#[test]
fn odd_texts() {
    english(&[
        ("only marks", "..."),
        ("marks stay with what is before", "It is over. !!! ***"),
        (
            "marks at the start stay with what follows",
            "*** It is over. | It was.",
        ),
        ("only a word", "Hello"),
    ]);
    for text in ["", " ", "\n\n", "\u{a0}\u{3000}"] {
        assert!(
            common::split(text, "en", Options::default()).is_empty(),
            "{text:?}"
        );
    }
}
