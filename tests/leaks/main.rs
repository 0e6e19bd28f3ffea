//! What a report's reader must not learn is in none of its documents, however it was written and
//! wherever it stood. What comes out is opened by other means than those that guard it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what cannot be built fails the test"
)]

mod opened;
mod planted;
mod written;

use std::sync::atomic::{AtomicUsize, Ordering};

use planted::{Hidden, Planted};
use stet_core::{
    error::Code,
    report::{Dossier, House, Input, Profile, build},
    view::Sensitivity,
};
use stet_report::{Format, Machine, Options, guarded, leak, write};
use stet_tests::chance::{Chance, steady_trials};

fn machine() -> Machine {
    Machine {
        home: "/home/quillonby".into(),
        user: "quillonby".into(),
        host: "brassicastadt".into(),
        temporary: "/tmp".into(),
    }
}

/// Two articles at most, and all that is hidden in them.
fn case(chance: &mut Chance) -> (Vec<Planted>, Vec<Hidden>) {
    let mut hidden = Vec::new();
    for n in 0..2 + chance.below(3) {
        let sensitivity = if n == 0 || chance.once_in(2) {
            Sensitivity::Protected
        } else {
            Sensitivity::Internal
        };
        let name = planted::name(chance);
        hidden.push(Hidden { name, sensitivity });
    }
    let articles = (0..1 + chance.below(2))
        .map(|n| planted::article(chance, n, &hidden))
        .collect();
    (articles, hidden)
}

fn dossier(articles: &[Planted], profile: Profile) -> Dossier {
    let reports = articles
        .iter()
        .map(|planted| {
            build(Input {
                article: &planted.view,
                people: &planted.people,
                date: "2026-11-05",
                steps: 41,
                first: "2026-11-03T09:12:00Z",
                last: "2026-11-05T10:04:05Z",
                program: "Stet 0.1.0",
                agreements: &[],
                profile,
            })
        })
        .collect();
    Dossier::new(reports, profile, House::default())
}

/// Every format that this build writes.
fn formats() -> impl Iterator<Item = Format> {
    let nothing = Dossier::new(Vec::new(), Profile::Editor, House::default());
    let all = Format::ALL.iter().copied();
    all.filter(
        move |&format| match write(&nothing, format, Options::default()) {
            Err(error) if error.code == Code::FormatUnknown => {
                println!("skipped: {}: {}", format.name(), error.message);
                false
            }
            _ => true,
        },
    )
}

/// Those that name no sources, whomever they are for.
fn names_sources(format: Format) -> bool {
    !matches!(format.name(), "claimreview" | "txt")
}

static DOCUMENTS: AtomicUsize = AtomicUsize::new(0);
/// Names that a reader may know, looked for as leaks are: all, and those that were found.
static OPEN: [AtomicUsize; 2] = [AtomicUsize::new(0), AtomicUsize::new(0)];

#[test]
fn nothing_leaks() {
    steady_trials("leaks", 12, |seed| {
        let (articles, hidden) = case(&mut Chance::new(seed));
        for profile in Profile::ALL {
            let dossier = dossier(&articles, profile);
            for format in formats() {
                let bytes = write(&dossier, format, Options::default()).unwrap();
                DOCUMENTS.fetch_add(1, Ordering::Relaxed);
                let texts = opened::texts(&bytes);
                for one in &hidden {
                    let forms = written::all(&one.name);
                    let said = opened::says(&texts, &forms);
                    let at = format!("seed {seed}: {} for {profile:?}", format.name());
                    if profile.names(one.sensitivity) {
                        // Writers may set a name with other quotes: its longest word is enough.
                        let word = one.name.split(|c: char| !c.is_alphanumeric());
                        let word = written::all(word.max_by_key(|word| word.len()).unwrap());
                        if names_sources(format) {
                            let found = opened::says(&texts, &word).is_some();
                            OPEN[0].fetch_add(1, Ordering::Relaxed);
                            OPEN[1].fetch_add(usize::from(found), Ordering::Relaxed);
                        }
                    } else {
                        let said = said.map(String::from_utf8_lossy);
                        assert!(said.is_none(), "{at} says “{}”: {said:?}", one.name);
                    }
                }
                if let Err(error) = guarded(&dossier, format, Options::default(), &machine()) {
                    panic!(
                        "seed {seed}: {} for {profile:?} was refused, so narrowing left something: {error}\n{hidden}",
                        format.name(),
                        hidden = hidden
                            .iter()
                            .map(|one| one.name.as_str())
                            .collect::<Vec<_>>()
                            .join("\n")
                    );
                }
            }
        }
    });
    // Who looks must see: a name that may be told is withheld only where it stands in another's.
    let [all, found] = [0, 1].map(|n| OPEN[n].load(Ordering::Relaxed));
    assert!(
        found * 10 > all * 8,
        "{found} of {all} open names were found"
    );
    println!(
        "{found} of {all} open names were found; {} documents; none leaked, none had to be refused",
        DOCUMENTS.load(Ordering::Relaxed)
    );
}

/// Narrowing that forgets one field, each field in turn: whatever document then says a secret is
/// refused, and says where to go.
#[test]
fn a_forgotten_field_is_noticed() {
    steady_trials("forgotten fields", 1, |seed| {
        let mut chance = Chance::new(seed);
        let (articles, hidden) = case(&mut chance);
        let narrow = dossier(&articles, Profile::Editor);
        let one = &hidden[0];
        let mut places = 0;
        let count = &mut |_: stet_core::report::Place<'_>, _: &mut String| places += 1;
        narrow.reports[0].clone().texts_mut(count);
        let mut noticed = 0;
        for format in formats() {
            // One in so many fields, so that it takes seconds; which, is by chance, so that of one
            // format alone none may be among them that it prints.
            let step = if format.name() == "pdf" { 31 } else { 4 };
            for forgotten in (chance.below(3)..places).step_by(step) {
                let mut mutant = narrow.clone();
                let mut n = 0;
                let way = written::any(&mut chance, &one.name);
                mutant.reports[0].texts_mut(&mut |_, text| {
                    if n == forgotten {
                        text.clone_from(&way);
                    }
                    n += 1;
                });
                let bytes = write(&mutant, format, Options::default()).unwrap();
                let forms = written::all(&one.name);
                let said = opened::says(&opened::texts(&bytes), &forms);
                let refused = guarded(&mutant, format, Options::default(), &machine());
                if said.is_some() {
                    noticed += 1;
                    let error = refused.expect_err("what leaks is refused");
                    assert_eq!(error.code, Code::ReportLeak);
                    assert!(
                        !error.to_string().contains(&one.name),
                        "the refusal itself tells nothing"
                    );
                    assert!(
                        leak::scan(&bytes, format, &leak::Forbidden::of(&mutant, &machine()))
                            .is_some()
                            || !format.is_text()
                    );
                }
            }
        }
        assert!(noticed > 0, "seed {seed}: no forgotten field was noticed");
    });
}
