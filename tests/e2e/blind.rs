//! A second reading in the real window: a colleague's work is taken in unseen, tagged by keyboard,
//! finished, and compared; a share of the sentences is asked for, and just those are led through.

use serde_json::json;
use stet_tests::command::Home;

use crate::{
    axe,
    driver::{
        Driver,
        key::{CTRL, ENTER, ESC, HOME, SHIFT},
    },
    job::{current, saved},
    stage::Stage,
};

/// Twenty sentences beside the headline.
const ARTICLE: &str = "\
# The bridge that waits for its river

The bridge at Orm was opened on 4 May 2019. It is 212 metres long. It cost 31 million crowns, which \
was 9 million more than planned. No water flows under it.

The river was to be led back into its old bed within a year. “The canal will be ready by spring,” \
said the project’s manager, Ida Krog. It was not ready by spring. The council has paid the builder \
in full.

Four firms made a bid in 2016. The cheapest was not chosen. The council’s minutes give no reason. \
“Everything was done by the book,” Mayor Per Holt told this newspaper. Two members of the council \
voted against it.

The old bridge was pulled down in June 2020. Since then 1,400 cars a day have taken the longer way. \
The ferry sails from Tuesday to Sunday. Its captain says that he has never been so busy.

What will become of it? The county expects the canal in 2027. Nobody in the village believes that. \
The swallows do not mind.
";

/// What of Anna's work nobody may see who reads blind.
const HERS: [&str; 3] = [
    "The ledger of 2019 says 28 million.",
    "which was 6 million more",
    "ledger.example.org",
];

/// Anna has checked all of it, has asked Ben to read so much of it, and has shared.
fn of_anna(share: Option<&str>) -> (Home, String) {
    let anna = Home::new();
    anna.file("bridge.md", ARTICLE);
    let by = |words: &[&str]| anna.json(&[&["--as", "Anna Roe"], words].concat());
    let imported = by(&["import", "bridge.md"]);
    let article = imported[0]["article"]
        .as_str()
        .expect("an article")
        .to_owned();
    by(&["tag", &article, "H1,1-2,4-5,7-9,13-16", "verified"]);
    by(&[
        "tag",
        &article,
        "3",
        "disputed",
        "--finding",
        HERS[0],
        "--correction",
        "It cost 28 million crowns, which was 6 million more than planned.",
        "--source",
        "https://ledger.example.org/2019",
    ]);
    by(&["tag", &article, "10-11", "disputed"]);
    by(&["tag", &article, "6,12,17,19", "attributed-only"]);
    by(&["tag", &article, "18,20-21", "no-claim"]);
    let share: Vec<&str> = share.map_or(vec![], |share| vec!["--share", share]);
    by(&[&["assign", &article, "--to", "Ben Moe"], share.as_slice()].concat());
    by(&["share", "-o", "anna.stet"]);
    (anna, article)
}

/// The window of Ben, who has chosen Anna's file: what to do with it is asked.
fn received(anna: &Home) -> Stage {
    let mut stage = Stage::new();
    stage.will_pick(&anna.path("anna.stet"));
    let window = stage.open_with(&["--as", "Ben Moe"]);
    window.see("[data-at]");
    window.chord(&[CTRL, SHIFT], 'm');
    window.read("Check blind");
    stage
}

/// Everything that the page holds, seen or not.
fn page(window: &Driver) -> String {
    let all = window.run(
        "return document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((one) => one.value).join('\\n')",
        json!([]),
    );
    all.as_str().unwrap_or_default().to_owned()
}

fn shows_nothing_of_hers(window: &Driver) {
    let page = page(window);
    for one in HERS {
        assert!(!page.contains(one), "a blind reader was shown “{one}”");
    }
}

#[test]
fn a_colleagues_work_is_checked_blind_and_compared() {
    let (anna, article) = of_anna(None);
    let stage = received(&anna);
    axe::clean(&stage, "received");
    let window = stage.window();
    window.click("Check blind");
    window.read("Blind reading: 0 of 22 tagged.");
    window.see("[data-at]");
    let untagged = window.run(
        "return document.querySelectorAll('[role=option].untagged').length",
        json!([]),
    );
    assert_eq!(untagged, 22, "nobody's mark is shown");
    shows_nothing_of_hers(window);
    // The sentence with her finding, the differences, the history: still nothing.
    window.chord(&[CTRL], 'g');
    window.wait(
        "the field",
        "return document.activeElement?.id === 'find-field'",
    );
    window.press(&format!("3{ENTER}"));
    window.press("h");
    shows_nothing_of_hers(window);
    window.chord(&[CTRL, SHIFT], 'a');
    window.read("You are reading this article blind.");
    axe::clean(&stage, "agreement-refused");
    let window = stage.window();
    window.press(&ESC.to_string());
    window.wait(
        "the dialog to go",
        "return !document.querySelector('dialog[open]')",
    );

    // Tagged by keyboard: as Anna has, but for 4, 6, 7, 9, 11, 17 and 18; three are left.
    window.press(&HOME.to_string());
    window.press("vvvdavva");
    saved(window);
    axe::clean(&stage, "blind");
    let window = stage.window();
    window.press("vddvavvvvnv");
    window.read("Blind reading: 19 of 22 tagged.");
    saved(window);
    shows_nothing_of_hers(window);
    window.chord(&[CTRL, SHIFT], 'f');
    window.read("3 sentences are not tagged yet.");
    axe::clean(&stage, "finish-reading");
    let window = stage.window();
    // Enter: the thing to do is to go on.
    window.press(&ENTER.to_string());
    window.wait(
        "the dialog to go",
        "return !document.querySelector('dialog[open]')",
    );
    window.press("nn");
    window.read("Blind reading: 21 of 22 tagged.");
    window.press("n");
    window.read("Blind reading: all 22 tagged.");
    saved(window);
    shows_nothing_of_hers(window);
    window.chord(&[CTRL, SHIFT], 'f');
    window.read("You and Anna Roe agree on ");
    let found = stage.ask(&["agreement", &article]);
    let pair = &found[0]["pairs"][0];
    let lead = format!(
        "You and Anna Roe agree on {} of {} sentences.",
        pair["agreed"], pair["both"]
    );
    let window = stage.window();
    window.read(&lead);
    assert_eq!(pair["both"], 22, "all that both tagged");
    let cells = window.run(
        "return [...document.querySelectorAll('figure table td')].map((one) => Number(one.textContent))",
        json!([]),
    );
    let table: Vec<_> = pair["table"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|row| row.as_array().cloned().unwrap_or_default())
        .collect();
    assert_eq!(
        cells,
        json!(table),
        "the picture's figures are the measured ones"
    );
    axe::clean(&stage, "agreement");
    for width in [600, 320] {
        let window = stage.window();
        window.resize(width, 640);
        window.wait("the new size", &format!("return innerWidth === {width}"));
        stage.keep_picture(&format!("agreement-{width}"));
        let over = window.run(
            "const body = document.querySelector('dialog .body'); return body.scrollWidth - body.clientWidth",
            json!([]),
        );
        assert_eq!(over, 0, "at {width} pixels it stands over the edge");
    }
    stage.window().resize(1280, 860);

    // From the list to the sentence; her work is in the open there.
    let window = stage.window();
    let to = found[0]["disagreements"][0]["label"]
        .as_str()
        .expect("they differ somewhere")
        .to_owned();
    window.run(
        "document.querySelector('dialog ol button').focus(); return true",
        json!([]),
    );
    window.press(&ENTER.to_string());
    window.wait(
        "the dialog to go",
        "return !document.querySelector('dialog[open]')",
    );
    assert_eq!(current(window), to);
    window.wait(
        "the text to have the focus",
        "return document.activeElement?.closest('[data-place]')?.dataset.place === 'text'",
    );
    window.see("[role=option].disagreement");
    window.read(HERS[0]);

    // Taken back, it is blind again, in the window, too.
    window.chord(&[CTRL], 'z');
    window.read("Blind reading: all 22 tagged.");
    shows_nothing_of_hers(window);
    window.chord(&[CTRL], 'y');
    window.see("[role=option].disagreement");
}

#[test]
fn a_share_of_the_sentences_is_asked_for_and_led_through() {
    let (anna, article) = of_anna(Some("5"));
    let stage = received(&anna);
    let window = stage.window();
    window.click("Merge");
    window.read("Merged");
    window.click("Open it");
    window.read("Anna Roe asks you for a blind second reading of 5 sentences.");
    axe::clean(&stage, "asked");
    let window = stage.window();
    window.chord(&[CTRL, SHIFT], 'b');
    window.read("Blind reading: 0 of 5 tagged.");
    shows_nothing_of_hers(window);
    axe::clean(&stage, "asked-share");
    let asked = stage.ask(&["assign", &article])[0]["spans"].clone();
    let starts: Vec<_> = asked
        .as_array()
        .into_iter()
        .flatten()
        .map(|span| span["start"].clone())
        .collect();
    let window = stage.window();
    window.press("vvvvv");
    window.read("Blind reading: all 5 tagged.");
    saved(window);
    let shown = stage.ask(&["show", &article]);
    let tagged: Vec<_> = shown["sentences"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["tags"].as_array().is_some_and(|tags| !tags.is_empty()))
        .map(|one| one["start"].clone())
        .collect();
    assert_eq!(tagged, starts, "just the sentences that were asked for");
    let window = stage.window();
    window.chord(&[CTRL, SHIFT], 'f');
    window.read("on 5 sentences drawn at random");

    // Ben asks somebody in turn.
    window.press(&ESC.to_string());
    window.wait(
        "the dialog to go",
        "return !document.querySelector('dialog[open]')",
    );
    window.chord(&[CTRL, SHIFT], 'r');
    window.read("Readings of this article");
    window.click("A random share");
    window.read("20 of 22");
    axe::clean(&stage, "second-reader");
    let window = stage.window();
    window.click("Ask");
    window.read("is asked to read 20 of 22 sentences, blind.");
    axe::clean(&stage, "second-reader-asked");
    let window = stage.window();
    window.press(&ENTER.to_string());
    window.read("It will hold");
}
