//! What bad input gets: one clear line that says what, why and what to do, and a database in which
//! nothing has changed.

mod articles;
#[cfg(target_os = "linux")]
mod hostile;
#[cfg(unix)]
mod places;
mod table;

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use serde_json::Value;
use stet_tests::command::{Home, Ran};

/// One way in which something is wrong.
pub struct Case {
    /// What is wrong.
    pub cause: &'static str,
    /// The code for programs.
    pub code: &'static str,
    /// What must be said: in the message, or in the hint.
    pub says: &'static [&'static str],
    /// Brings it about; gives the words of the command. `ARTICLE` stands for the article's id.
    pub bring_about: fn(&Home) -> Vec<String>,
}

/// Words of a command.
pub fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Runs a case: refused with one line, in words and in JSON alike, and nothing changed.
fn refuse(case: &Case) {
    let home = Home::new();
    let article = home.import();
    home.json(&["tag", &article, "1", "verified", "--finding", "before"]);
    let words: Vec<String> = (case.bring_about)(&home)
        .into_iter()
        .map(|word| word.replace("ARTICLE", &article))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (dump, files) = (home.dump(), everything(&home));
    let ran = home.run(&words);
    said(case, &ran);
    let mut as_json = words.clone();
    as_json.push("--json");
    let ran = home.run(&as_json);
    let error: Value = serde_json::from_str(&ran.err)
        .unwrap_or_else(|error| panic!("{}: {error}: {ran:?}", case.cause));
    assert_eq!(error["code"], case.code, "{}: {ran:?}", case.cause);
    assert_ne!(error["message"], "", "{}: it says what", case.cause);
    assert_ne!(error["hint"], "", "{}: it says what to do", case.cause);
    assert_eq!(home.dump(), dump, "{}: the database changed", case.cause);
    assert_eq!(everything(&home), files, "{}: files changed", case.cause);
}

/// One line on stderr with the words of the case, nothing on stdout, exit 1.
pub fn said(case: &Case, ran: &Ran) {
    let cause = case.cause;
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{cause}: {ran:?}");
    assert_eq!(ran.err.lines().count(), 1, "{cause}: one line: {}", ran.err);
    for words in case.says {
        assert!(ran.err.contains(words), "{cause}: {words:?} in {}", ran.err);
    }
}

/// All files of a home with a hash of their bytes, but what SQLite keeps beside the database in use and
/// what a machine remembers.
fn everything(home: &Home) -> Vec<(String, u64)> {
    fn walk(folder: &Path, into: &mut Vec<(String, u64)>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            if kind.is_dir() {
                walk(&path, into);
            } else if kind.is_file() && !path.starts_with(folder.join("data")) {
                let mut hash = DefaultHasher::new();
                if entry.metadata().unwrap().len() < 1 << 24 {
                    fs::read(&path).unwrap_or_default().hash(&mut hash);
                }
                into.push((path.display().to_string(), hash.finish()));
            }
        }
    }
    let mut all = Vec::new();
    walk(&home.path(""), &mut all);
    all.retain(|(path, _)| !path.ends_with("-wal") && !path.ends_with("-shm"));
    all.sort();
    all
}

#[test]
fn bad_input_is_refused_in_one_clear_line_and_changes_nothing() {
    for case in table::INPUT {
        refuse(case);
    }
}

#[test]
fn a_file_that_is_no_database_of_ours_is_left_as_it_is() {
    for case in table::DATABASE {
        refuse(case);
    }
}

#[test]
fn what_is_no_share_is_not_merged() {
    for case in table::MERGE {
        refuse(case);
    }
}

#[test]
fn misuse_of_a_good_database_is_refused() {
    for case in table::WORK {
        refuse(case);
    }
}
