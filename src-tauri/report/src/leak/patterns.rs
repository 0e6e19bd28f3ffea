//! What would tell about the machine, as strings that are looked for: folders, and names of the
//! account and the machine where they are part of something or are called like nobody.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use stet_core::report::decoded;

use super::{Forbidden, Machine, What};

/// Half of a text that is worth a thread of its own, in bytes.
const LONG: usize = 1 << 18;

/// A string about the machine that is looked for, in lower case.
pub struct Pattern {
    pub what: What,
    text: String,
    /// Whether a letter before it makes it something else; likewise after it.
    bounded: (bool, bool),
    /// Whether it counts only in what a document says about itself.
    pub about: bool,
}

impl Pattern {
    /// Whether what was found in `text` is this and no longer word.
    fn stands_at(&self, text: &str, start: usize, end: usize) -> bool {
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        !(self.bounded.0 && before.is_some_and(|c| joins(c) || c == '.')
            || self.bounded.1 && after.is_some_and(joins))
    }
}

/// All that is looked for about the machine, in one pass over a text.
pub struct Patterns {
    pub all: Vec<Pattern>,
    finder: AhoCorasick,
}

impl Patterns {
    pub fn of(machine: &Machine) -> Self {
        let all = patterns(machine);
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(all.iter().map(|pattern| &pattern.text));
        // Beyond two thousand million letters.
        let finder = finder.unwrap_or_else(|_| unreachable!("a few short names"));
        Self { all, finder }
    }

    /// The numbers of those that stand in a text, however it is escaped.
    pub fn said_in(&self, text: &str) -> BTreeSet<usize> {
        // None of them, and no escape, goes over the end of a line: of a long text one half is read
        // while the other is.
        let middle = text.len() / 2;
        let break_at = (middle > LONG)
            .then(|| text.as_bytes()[middle..].iter().position(|&b| b == b'\n'))
            .flatten();
        let Some(break_at) = break_at else {
            return self.said_in_piece(text);
        };
        let (first, second) = text.split_at(middle + break_at);
        std::thread::scope(|scope| {
            let first = scope.spawn(|| self.said_in_piece(first));
            let mut said = self.said_in_piece(second);
            match first.join() {
                Ok(mut first) => said.append(&mut first),
                Err(panic) => std::panic::resume_unwind(panic),
            }
            said
        })
    }

    fn said_in_piece(&self, text: &str) -> BTreeSet<usize> {
        let mut said = BTreeSet::new();
        let mut look = |text: &str| {
            for one in self.finder.find_overlapping_iter(text) {
                let which = one.pattern().as_usize();
                if self.all[which].stands_at(text, one.start(), one.end()) {
                    said.insert(which);
                }
            }
        };
        // Of letters beyond ASCII only small ones are known.
        if self.all.iter().all(|pattern| pattern.text.is_ascii()) {
            decoded(text, look);
        } else {
            decoded(text, |text| look(&text.to_lowercase()));
        }
        said
    }

    /// Whether the articles or the carried work say it, so that it is no leak.
    pub fn is_said(&self, which: usize, forbidden: &Forbidden<'_>) -> bool {
        let mut texts = forbidden.said.iter();
        texts.any(|text| self.said_in(text).contains(&which))
    }
}

fn patterns(machine: &Machine) -> Vec<Pattern> {
    let mut all = vec![Pattern {
        what: What::FileAddress,
        text: "file://".into(),
        bounded: (true, false),
        about: false,
    }];
    let mut push = |what, text: String, bounded, about| {
        all.push(Pattern {
            what,
            text: text.to_lowercase(),
            bounded,
            about,
        });
    };
    for (what, folder) in [
        (What::Home, &machine.home),
        (What::Temporary, &machine.temporary),
    ] {
        let folder = folder.trim_end_matches(['/', '\\']);
        let depth = folder
            .split(['/', '\\'])
            .filter(|name| !name.is_empty())
            .count();
        // "/" is no telling path, and "/root" stands in addresses of the web.
        if depth > 0 && folder.len() > 3 {
            let slash = if folder.contains('\\') { "\\" } else { "/" };
            // Of temporary files, which are alike everywhere, what lies in their folder counts.
            let tail = if what == What::Temporary { slash } else { "" };
            let bounded = (depth == 1, what == What::Home);
            push(what, format!("{folder}{tail}"), bounded, false);
            if slash == "\\" {
                push(what, folder.replace('\\', "/") + "/", bounded, false);
            }
        }
    }
    let (user, host) = (machine.user.trim(), machine.host.trim());
    let is_known = |name: &str| name.chars().nth(1).is_some() && name != "localhost";
    if is_known(user) {
        for before in ["/home/", "/users/", "\\users\\"] {
            push(What::User, format!("{before}{user}"), (false, true), false);
        }
        if is_telling(user) {
            push(What::User, user.into(), (true, true), false);
        } else {
            push(What::UserNamed, user.into(), (true, true), true);
        }
    }
    if is_known(host) {
        push(What::Host, format!("\\\\{host}\\"), (false, false), false);
        push(What::Host, format!("@{host}"), (false, true), false);
        for after in [".local", ".lan"] {
            push(What::Host, format!("{host}{after}"), (true, true), false);
        }
        if is_telling(host) {
            push(What::Host, host.into(), (true, true), false);
        } else {
            push(What::HostNamed, host.into(), (true, true), true);
        }
    }
    all
}

/// Whether no person and no thing is called so.
fn is_telling(name: &str) -> bool {
    let mixed =
        name.contains(|c: char| c.is_numeric() || c == '-') && name.contains(char::is_alphabetic);
    mixed && name.chars().count() >= 6
}
