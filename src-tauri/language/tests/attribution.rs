//! What is attributed to whom, in tables of sentences made for each rule.

mod common;

use common::attributions::Marked;
use stet_language::{AttributionRule as Rule, Confidence, Polarity, Stance};

/// Why the row is here, the sentence, its cue, its source.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Checks that each sentence has a shown attribution by `rule` with this cue and this source.
fn check(rule: Rule, rows: &[Row]) {
    let mut failed = Vec::new();
    for (why, text, cue, source) in rows {
        let marked = Marked::read(text);
        let found = marked.attributions();
        let right = found.iter().any(|one| {
            one.rule == rule
                && one.confidence >= Confidence::SHOWN
                && marked.words(one.cue) == *cue
                && marked.words(one.source) == *source
        });
        if !right {
            let seen: Vec<_> = found
                .iter()
                .map(|one| {
                    (
                        one.rule,
                        one.confidence,
                        marked.words(one.cue),
                        marked.words(one.source),
                    )
                })
                .collect();
            failed.push(format!("{why}: {text}\n  found {seen:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn verbs_of_saying_with_a_clause() {
    check(
        Rule::SaysThat,
        &[
            (
                "plainest",
                "The ministry said that the bridge was safe.",
                "said",
                "The ministry",
            ),
            (
                "without that",
                "The ministry said the bridge was safe.",
                "said",
                "The ministry",
            ),
            (
                "a date between",
                "The ministry said on Thursday the bridge had been closed since May.",
                "said",
                "The ministry",
            ),
            (
                "a date as an adverb",
                "U.S. officials said Wednesday they believe the drone was lost.",
                "said",
                "U.S. officials",
            ),
            (
                "a role before the name",
                "Interior Minister Jan Vogel on Monday said the border would stay open.",
                "said",
                "Interior Minister Jan Vogel",
            ),
            (
                "an apposition before the verb is not the speaker",
                "Kowalski, a former miner who leads the union, warned that strikes would spread.",
                "warned",
                "Kowalski",
            ),
            (
                "nor is a participle",
                "The president, speaking to reporters in Geneva, said talks would resume soon.",
                "said",
                "The president",
            ),
            (
                "nor a relative clause",
                "The company, which employs 900 people, said profits rose 4%.",
                "said",
                "The company",
            ),
            (
                "a relative pronoun stands for its noun",
                "Neighbours described a man who said he was a doctor.",
                "said",
                "a man",
            ),
            (
                "a relative clause inside the subject",
                "Critics who oppose the project say it will ruin the valley.",
                "say",
                "Critics who oppose the project",
            ),
            (
                "an opening phrase is not the speaker",
                "In a statement, the company said it regretted the delay.",
                "said",
                "the company",
            ),
            (
                "an opening date without a comma",
                "Late on Friday the White House said it had received the letter.",
                "said",
                "the White House",
            ),
            (
                "the hearer is not the speaker",
                "The governor told residents the water was safe to drink.",
                "told",
                "The governor",
            ),
            (
                "a hearer with a clause behind that",
                "Two officials told the agency that the plan had been shelved.",
                "told",
                "Two officials",
            ),
            (
                "a second verb has the subject of the first",
                "The airline blamed the weather and said flights would resume at noon.",
                "said",
                "The airline",
            ),
            (
                "a participle has that of the sentence",
                "The minister apologised, saying the figures had been wrong.",
                "saying",
                "The minister",
            ),
            (
                "a reported speaker",
                "Spokeswoman Ana Ruiz was quoted as saying the talks were difficult.",
                "saying",
                "Spokeswoman Ana Ruiz",
            ),
            (
                "a pronoun",
                "She added that nobody had been hurt.",
                "added",
                "She",
            ),
            (
                "point out",
                "Mr. Okafor pointed out that the law had not changed.",
                "pointed out",
                "Mr. Okafor",
            ),
            (
                "letters of capitals are a name",
                "WHO say the disease is rare.",
                "say",
                "WHO",
            ),
            (
                "an auxiliary and an adverb",
                "Ministers have repeatedly said that taxes will not rise.",
                "said",
                "Ministers",
            ),
        ],
    );
}

#[test]
fn indirect_questions() {
    check(
        Rule::SaysHow,
        &[
            (
                "how",
                "Tarlo explained how the hair is cleaned.",
                "explained",
                "Tarlo",
            ),
            (
                "a denial is kept as one",
                "The army did not say how many soldiers were killed.",
                "say",
                "The army",
            ),
        ],
    );
}

#[test]
fn verbs_of_saying_with_a_quotation() {
    check(
        Rule::SaysQuote,
        &[
            (
                "colon",
                "Asked about the vote, he said: “It is too early to say.”",
                "said",
                "he",
            ),
            (
                "something about something",
                "Barnes said of the verdict: “We will appeal it.”",
                "said",
                "Barnes",
            ),
            (
                "typewriter marks",
                "Ward said, \"The ice is thinner than we thought.\"",
                "said",
                "Ward",
            ),
            (
                "a quotation in two parts",
                "“What we need,” Harris said, “is time and money.”",
                "said",
                "Harris",
            ),
        ],
    );
}

#[test]
fn reporting_clauses_after_their_content() {
    check(
        Rule::SaysAside,
        &[
            (
                "verb first",
                "“We waited for hours,” said Ana Petrova, who runs a bakery nearby.",
                "said",
                "Ana Petrova",
            ),
            (
                "speaker first",
                "The fire started in a warehouse, officials said Friday.",
                "said",
                "officials",
            ),
            (
                "put in",
                "The fire, officials said, started in a warehouse.",
                "said",
                "officials",
            ),
            (
                "put in, verb first",
                "Institutional members, said Orban, have to pay twice.",
                "said",
                "Orban",
            ),
            (
                "an age between",
                "“We waited for hours,” Petrova, 41, told the Daily Herald.",
                "told",
                "Petrova",
            ),
            (
                "in the present",
                "The river has risen by a metre, Mr. Keeler reports.",
                "reports",
                "Mr. Keeler",
            ),
            (
                "as",
                "As the head of the clinic noted, beds are scarce.",
                "noted",
                "the head of the clinic",
            ),
            (
                "one quoted word",
                "“No”, said the official.",
                "said",
                "the official",
            ),
            (
                "evidence",
                "The drug cut deaths by a third, the study found.",
                "found",
                "the study",
            ),
        ],
    );
}

#[test]
fn thinking_and_knowing() {
    check(
        Rule::Thinks,
        &[
            (
                "with that",
                "Scientists believe that the crater is old.",
                "believe",
                "Scientists",
            ),
            (
                "without",
                "Many analysts believe he is grooming her as his successor.",
                "believe",
                "Many analysts",
            ),
            (
                "an adjective of mind",
                "The coach is confident that his team can win.",
                "confident",
                "The coach",
            ),
        ],
    );
}

#[test]
fn evidence_that_shows() {
    check(
        Rule::Shows,
        &[
            (
                "a study",
                "A study published in the journal on Wednesday found that bees prefer blue flowers.",
                "found",
                "A study published in the journal",
            ),
            (
                "documents",
                "Documents seen by the newspaper suggest the firm knew about the leak.",
                "suggest",
                "Documents seen by the newspaper",
            ),
            (
                "a clause without that",
                "Court papers show he owed the bank $2 million.",
                "show",
                "Court papers",
            ),
        ],
    );
    check(
        Rule::Pictures,
        &[
            (
                "footage of somebody",
                "Footage aired by a private channel showed men at the dam.",
                "showed",
                "Footage aired by a private channel",
            ),
            (
                "with a doubt",
                "A photograph of the letter appeared to show a second signature.",
                "appeared to show",
                "A photograph of the letter",
            ),
        ],
    );
}

#[test]
fn other_cues() {
    check(
        Rule::AccordingTo,
        &[
            (
                "at the end",
                "The deal will close in June, according to two people familiar with the matter.",
                "according to",
                "two people familiar with the matter",
            ),
            (
                "at the beginning, with an apposition",
                "According to Hanna Berg, the head of the clinic, beds are scarce.",
                "According to",
                "Hanna Berg",
            ),
            (
                "a weekday in a name",
                "It will rain, according to the Evening Sunday Post.",
                "according to",
                "the Evening Sunday Post",
            ),
        ],
    );
    check(
        Rule::InWords,
        &[
            (
                "the words of somebody",
                "It was, in the words of the judge, a disgrace.",
                "in the words",
                "the judge",
            ),
            (
                "a view",
                "In Petrova’s view the court was right.",
                "In Petrova’s view",
                "Petrova",
            ),
        ],
    );
    check(
        Rule::Claim,
        &[(
            "a noun with its clause",
            "The court rejected Duarte’s claim that he had been abroad.",
            "claim",
            "Duarte",
        )],
    );
    check(
        Rule::Signed,
        &[(
            "a pull quote",
            "We were never asked what we wanted. — Kim Lee",
            "",
            "Kim Lee",
        )],
    );
}

#[test]
fn plain_narrative_has_none() {
    let mut failed = Vec::new();
    for (why, text) in [
        (
            "no cue",
            "The ministry of health opened a clinic in the capital on Monday.",
        ),
        (
            "an infinitive is a wish",
            "He asked the court to release the files.",
        ),
        ("a passive order", "She was told to leave the building."),
        ("a promise to do", "The party promised to cut taxes."),
        (
            "a noun that could be a verb",
            "The claims were filed in March and settled in May.",
        ),
        ("another one", "The reports will be published next week."),
        (
            "a verb of another sense",
            "The team reported for training on Monday.",
        ),
        (
            "a time, not a clause",
            "They want to see the museum before it closes.",
        ),
        (
            "an object with a relative clause",
            "The mayor announced plans for a park that opens in June.",
        ),
        (
            "an object and a participle",
            "The plan proposed in May would close two schools.",
        ),
        ("a title", "Her novel “The Long Winter” won the prize."),
        (
            "a name in quotation marks",
            "The show’s host, known as “Big Al”, retired.",
        ),
        ("a denial of a noun", "The firm denied the charges."),
        (
            "too little is said",
            "The army says little about its losses.",
        ),
        ("a greeting", "Italy said goodbye to its coach."),
        (
            "a story is told",
            "The book tells the story of a boy who loses his dog.",
        ),
        (
            "an order",
            "The judge ordered the company to pay the costs.",
        ),
        ("states are countries", "Two states border the lake."),
        (
            "a passive of belief hides its source",
            "The river is expected to rise.",
        ),
        (
            "a question of the reader",
            "Voters decide on Sunday whether to keep the mayor.",
        ),
        (
            "met by participles",
            "Doctors saw patients in tents that had been put up overnight.",
        ),
        (
            "a word of hearsay alone is a weak hint",
            "The navy reportedly saved 200 more.",
        ),
    ] {
        let marked = Marked::read(text);
        for one in marked.shown() {
            failed.push(format!(
                "{why}: {text}\n  {:?} {}",
                one.rule,
                marked.words(one.cue)
            ));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn quotations_run_over_sentences() {
    for (why, text, expected) in [
        (
            "the speaker comes after the last sentence",
            "“We saw it coming. | Nobody listened,” Petrova said.",
            &["Petrova", "Petrova"][..],
        ),
        (
            "or before the first",
            "Petrova said: “We saw it coming. | Nobody listened.”",
            &["Petrova", "Petrova"],
        ),
        (
            "or between two quotations",
            "“We saw it coming,” Petrova said. | “Nobody listened.” | The mill closed in May.",
            &["Petrova", "Petrova", ""],
        ),
        (
            "a paragraph opens with a mark and the one before has none to close",
            "Petrova said: “We saw it coming. ¶ “Nobody listened.” ¶ The mill closed in May.",
            &["Petrova", "Petrova", ""],
        ),
        (
            "a mark is missing, but the next one closes",
            "Petrova said, \"We saw it coming. ¶ Nobody listened.\" | The mill closed.",
            &["Petrova", "Petrova", ""],
        ),
        (
            "a line announces a paragraph",
            "In a letter to the council, the firm denied this: ¶ Nobody was ever paid. | The mill was safe.",
            &["", "the firm", "the firm"],
        ),
        (
            "narrative after a quotation inherits nothing",
            "“We saw it coming,” Petrova said. | The mill closed in May.",
            &["Petrova", ""],
        ),
        (
            "nor does narrative after a report",
            "Petrova said the mill was old. | It closed in May.",
            &["Petrova", ""],
        ),
    ] {
        let marked = Marked::read(text);
        let shown = marked.shown();
        let sources: Vec<String> = (0..marked.sentences.len())
            .map(|n| {
                let one = shown.iter().find(|one| one.sentence == n);
                one.map_or_else(String::new, |one| marked.words(one.source))
            })
            .collect();
        assert_eq!(sources, expected, "{why}: {text}");
    }
}

#[test]
fn chains_name_whom_a_source_cites() {
    for (why, text, source, cites) in [
        (
            "citing",
            "Lee said the group had left, citing police files.",
            "Lee",
            "police files",
        ),
        (
            "who cited",
            "Hundreds died, according to lawmaker Lee, who cited the spy agency.",
            "lawmaker Lee",
            "the spy agency",
        ),
        (
            "one report within another",
            "According to the Herald, Basri believes the boat sank.",
            "the Herald",
            "Basri",
        ),
        (
            "quoted as saying",
            "The paper quoted an unnamed diplomat as saying the embassy would close.",
            "The paper",
            "an unnamed diplomat",
        ),
    ] {
        let marked = Marked::read(text);
        let chain = marked
            .shown()
            .iter()
            .any(|one| marked.words(one.source) == source && marked.words(one.cites) == cites);
        assert!(chain, "{why}: {:?}", marked.attributions());
    }
}

#[test]
fn the_stand_of_the_author_is_told() {
    for (why, text, stance, polarity) in [
        (
            "said is neutral",
            "Lee said the dam was safe.",
            Stance::Neutral,
            Polarity::Positive,
        ),
        (
            "confirmed vouches",
            "Lee confirmed that the dam was safe.",
            Stance::Vouching,
            Polarity::Positive,
        ),
        (
            "noted vouches",
            "The dam is safe, Lee noted.",
            Stance::Vouching,
            Polarity::Positive,
        ),
        (
            "claimed keeps away",
            "Lee claimed the dam was safe.",
            Stance::Distancing,
            Polarity::Positive,
        ),
        (
            "denied is negative",
            "Lee denied that the dam was safe.",
            Stance::Neutral,
            Polarity::Negative,
        ),
        (
            "so is not saying",
            "Lee did not say that the dam was safe.",
            Stance::Neutral,
            Polarity::Negative,
        ),
        (
            "but not denying is positive",
            "Lee did not deny that the dam was safe.",
            Stance::Neutral,
            Polarity::Positive,
        ),
    ] {
        let shown = Marked::read(text).shown();
        let seen: Vec<_> = shown.iter().map(|one| (one.stance, one.polarity)).collect();
        assert_eq!(seen, [(stance, polarity)], "{why}: {text}");
    }
}

#[test]
fn content_is_what_remains_without_the_clause_that_reports() {
    for (text, expected) in [
        (
            "The ministry said on Thursday that the bridge was safe.",
            &["the bridge was safe"][..],
        ),
        (
            "The fire, officials said, started in a warehouse.",
            &["The fire", "started in a warehouse"],
        ),
        ("According to Berg, beds are scarce.", &["beds are scarce"]),
        (
            "“We waited for hours,” said Petrova.",
            &["We waited for hours"],
        ),
    ] {
        let marked = Marked::read(text);
        let shown = marked.shown();
        let content: Vec<String> = shown[0]
            .content
            .iter()
            .map(|span| marked.words(Some(*span)))
            .collect();
        assert_eq!(content, expected, "{text}");
    }
}

#[test]
fn the_head_is_the_word_or_the_name() {
    for (text, head) in [
        (
            "Officials in the northern province said the dam was safe.",
            "Officials",
        ),
        (
            "Interior Minister Jan Vogel said the dam was safe.",
            "Interior Minister Jan Vogel",
        ),
        (
            "A prepared statement released on Friday said the dam was safe.",
            "statement",
        ),
        (
            "The bank's chief economist said the dam was safe.",
            "economist",
        ),
    ] {
        let marked = Marked::read(text);
        assert_eq!(marked.words(marked.shown()[0].head), head, "{text}");
    }
}

#[test]
fn a_language_without_words_has_no_attributions() {
    let marked = Marked::read("Ministeriö sanoi, että silta on turvallinen.");
    let found = stet_language::attribute(&marked.text, &marked.sentences, &[0], "fi");
    assert!(found.is_empty());
}
