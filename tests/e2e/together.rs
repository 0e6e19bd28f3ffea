//! Two people, one article, in the real window: a colleague's share is merged, what differs is
//! settled by keyboard, all of it is undone, and redone.

use serde_json::{Value, json};
use stet_tests::command::{ARTICLE, Home};

use crate::{
    axe,
    driver::{
        Driver,
        key::{CTRL, ENTER, SHIFT},
    },
    stage::Stage,
};

/// Anna has tagged six sentences and has shared.
fn of_anna() -> (Home, String) {
    let anna = Home::new();
    anna.file("harbour.md", ARTICLE);
    let by = |words: &[&str]| anna.json(&[&["--as", "Anna Roe"], words].concat());
    let imported = by(&["import", "harbour.md"]);
    let article = imported[0]["article"]
        .as_str()
        .expect("an article")
        .to_owned();
    by(&[
        "tag",
        &article,
        "1-3",
        "verified",
        "--finding",
        "Port log, 9 May.",
    ]);
    by(&["tag", &article, "4-6", "disputed"]);
    by(&[
        "share",
        "-o",
        "anna.stet",
        "--note",
        "All but the last two.",
    ]);
    (anna, article)
}

/// What stands on the sentences that are called so.
fn standing(stage: &Stage, article: &str, labels: &[&str]) -> Vec<String> {
    let shown = stage.ask(&["show", article]);
    let sentences = shown["sentences"].as_array().cloned().unwrap_or_default();
    let of = |label: &&str| {
        let found = sentences.iter().find(|one| one["label"] == **label);
        let standing = found.and_then(|one| one["standing"].as_str());
        standing.unwrap_or_default().to_owned()
    };
    labels.iter().map(of).collect()
}

fn left(stage: &Stage) -> usize {
    stage
        .ask(&["conflicts"])
        .as_array()
        .map_or(usize::MAX, Vec::len)
}

/// What the last line of the window says, once it says so.
fn says(window: &Driver, words: &str) {
    window.wait(
        &format!("“{words}” in the last line"),
        &format!(
            "return (document.querySelector('footer')?.innerText ?? '').includes({})",
            json!(words)
        ),
    );
}

#[test]
fn two_people_meet_differ_settle_and_take_it_back() {
    let (anna, article) = of_anna();
    let mut stage = Stage::new();
    let bens = stage.path("harbour.md");
    std::fs::write(&bens, ARTICLE).expect("a file is written");
    let ben = |stage: &Stage, words: &[&str]| -> Value {
        stage.ask(&[&["--as", "Ben Moe"], words].concat())
    };
    let imported = ben(&stage, &["import", bens.to_str().expect("a path")]);
    assert_eq!(
        imported[0]["article"],
        json!(article),
        "the same text meets itself"
    );
    // Three as Anna has it not, one as she has.
    ben(&stage, &["tag", &article, "1,3", "disputed"]);
    ben(&stage, &["tag", &article, "2", "verified"]);
    ben(&stage, &["tag", &article, "6", "attributed-only"]);

    stage.will_pick(&anna.path("anna.stet"));
    let window = stage.open_with(&["--as", "Ben Moe"]);
    window.read("Harbour reopens");
    window.chord(&[CTRL, SHIFT], 'm');
    window.read("All but the last two.");
    window.read("3 disagree with yours");
    let before = standing(&stage, &article, &["1", "3", "5", "6"]);
    assert_eq!(
        before,
        ["disputed", "disputed", "untagged", "attributed-only"]
    );
    let window = stage.window();
    window.press(&ENTER.to_string());
    window.read("Settle 3 disagreements");
    axe::clean(&stage, "merged");
    assert_eq!(left(&stage), 3);
    assert_eq!(
        standing(&stage, &article, &["5"]),
        ["disputed"],
        "hers is here"
    );

    // By keyboard: hers with a reason, mine, hers.
    let window = stage.window();
    window.press(&ENTER.to_string());
    window.read("1 of 3");
    axe::clean(&stage, "conflicts");
    let window = stage.window();
    let side = |window: &Driver, name: &str| {
        let n = window.run(
            "return [...document.querySelectorAll('[role=radiogroup] section, [role=radiogroup] [role=region]')].findIndex((one) => one.textContent.includes(arguments[0]))",
            json!([name]),
        );
        let n = n.as_u64().expect("a side of this name");
        window.press(&(n + 1).to_string());
    };
    side(window, "Anna Roe");
    window.press("r");
    window.press(&format!("The log is plain.{ENTER}"));
    window.read("1 of 2");
    side(window, "Ben Moe");
    window.press(&ENTER.to_string());
    window.read("1 of 1");
    side(window, "Anna Roe");
    window.press(&ENTER.to_string());
    window.read("Nothing is left to settle.");
    let settled = ["verified", "disputed", "disputed", "disputed"];
    let labels = ["1", "3", "5", "6"];
    assert_eq!(standing(&stage, &article, &labels), settled);
    assert_eq!(left(&stage), 0);

    // Back through the three decisions and the merge; and forth again.
    let window = stage.window();
    for said in [
        "Undid: decided on 6: disputed. 1 left.",
        "Undid: decided on 3: disputed. 2 left.",
        "Undid: decided on 1: verified. 3 left.",
    ] {
        window.chord(&[CTRL], 'z');
        says(window, said);
    }
    window.read("1 of 3");
    window.chord(&[CTRL], 'z');
    says(window, "Undid: merged anna.stet");
    window.read("Nobody differs here.");
    assert_eq!(
        standing(&stage, &article, &labels),
        before,
        "as before the merge"
    );
    let window = stage.window();
    window.chord(&[CTRL], 'y');
    says(window, "Redid: merged anna.stet");
    window.read("1 of 3");
    for n in ["1 of 2", "1 of 1", "Nothing is left to settle."] {
        window.chord(&[CTRL], 'y');
        window.read(n);
    }
    assert_eq!(
        standing(&stage, &article, &labels),
        settled,
        "as it was settled"
    );
    assert_eq!(left(&stage), 0);
}
