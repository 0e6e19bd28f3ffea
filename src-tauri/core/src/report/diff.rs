//! A word diff of proposed wording against the sentence, for people to read: what is struck, what
//! is put in. Kept exact: same + struck is the old text, same + inserted the new one.

use serde::Serialize;

/// What happens to a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It stays.
    Same,
    /// It goes.
    Struck,
    /// It comes in.
    Inserted,
}

/// A stretch of words and what happens to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What happens to it.
    pub change: Change,
    /// The words, with their spaces.
    pub text: String,
}

/// Beyond this many pairs of words the middle is struck and replaced whole: nobody reads a finer
/// diff of such lengths, and time and memory stay bounded.
const MOST_PAIRS: usize = 1 << 20;

/// The changes from `old` to `new`, in order, neighbours differing. Linear in the texts but for
/// their middle (after what they begin and end with alike), which is capped.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let room = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(room)
        .take_while(|(a, b)| a == b)
        .count();
    let (old_mid, new_mid) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);

    let mut steps: Vec<(Change, &str)> = old[..head]
        .iter()
        .map(|word| (Change::Same, *word))
        .collect();
    if old_mid.len().saturating_mul(new_mid.len()) > MOST_PAIRS {
        steps.extend(old_mid.iter().map(|word| (Change::Struck, *word)));
        steps.extend(new_mid.iter().map(|word| (Change::Inserted, *word)));
    } else {
        steps.extend(middle(old_mid, new_mid));
    }
    steps.extend(
        old[old.len() - tail..]
            .iter()
            .map(|word| (Change::Same, *word)),
    );
    gather(&steps)
}

/// Words, runs of white space, and single other characters. Scripts without spaces go by the character.
fn tokens(text: &str) -> Vec<&str> {
    #[derive(PartialEq, Clone, Copy)]
    enum Kind {
        Word,
        Space,
        Single,
    }
    let kind = |c: char| {
        if c.is_whitespace() {
            Kind::Space
        } else if c.is_alphanumeric() && !('\u{2e80}'..='\u{abff}').contains(&c) && c < '\u{20000}'
        {
            Kind::Word
        } else {
            Kind::Single
        }
    };
    let mut tokens = Vec::new();
    let (mut start, mut before) = (0, None);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut now = kind(c);
        // "48.9" and "don’t" are one word to a reader.
        let inside = before == Some(Kind::Word) && matches!(c, '.' | ',' | '\'' | '’');
        if inside
            && chars
                .peek()
                .is_some_and(|&(_, next)| kind(next) == Kind::Word)
        {
            now = Kind::Word;
        }
        if before.is_some_and(|before| before != now || now == Kind::Single) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(now);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// The longest common subsequence of two short runs of words, as steps.
fn middle<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Change, &'t str)> {
    let width = new.len() + 1;
    // `common[i * width + j]`: how many words old[i..] and new[j..] share.
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut steps) = (0, 0, Vec::with_capacity(old.len() + new.len()));
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            steps.push((Change::Same, old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || (i < old.len() && common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            steps.push((Change::Struck, old[i]));
            i += 1;
        } else {
            steps.push((Change::Inserted, new[j]));
            j += 1;
        }
    }
    steps
}

/// Joins neighbours, and takes a small word left standing between two changes into them: an
/// editor strikes the phrase, not every other word of it.
fn gather(steps: &[(Change, &str)]) -> Vec<Piece> {
    const SMALL: usize = 3;
    let runs: Vec<&[(Change, &str)]> = steps
        .chunk_by(|a, b| (a.0 == Change::Same) == (b.0 == Change::Same))
        .collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut struck, mut inserted) = (String::new(), String::new());
    for (n, run) in runs.iter().enumerate() {
        let letters = || {
            run.iter()
                .flat_map(|(_, word)| word.chars())
                .filter(|c| c.is_alphanumeric())
                .count()
        };
        if run[0].0 == Change::Same {
            let between = n > 0 && n + 1 < runs.len() && !struck.is_empty() && !inserted.is_empty();
            if between && letters() <= SMALL {
                run.iter().for_each(|(_, word)| {
                    struck.push_str(word);
                    inserted.push_str(word);
                });
                continue;
            }
            flush(&mut pieces, &mut struck, &mut inserted);
            pieces.push(Piece {
                change: Change::Same,
                text: run.iter().map(|(_, word)| *word).collect(),
            });
        } else {
            for (change, word) in *run {
                if *change == Change::Struck {
                    struck.push_str(word)
                } else {
                    inserted.push_str(word)
                }
            }
        }
    }
    flush(&mut pieces, &mut struck, &mut inserted);
    pieces
}

fn flush(pieces: &mut Vec<Piece>, struck: &mut String, inserted: &mut String) {
    for (change, text) in [(Change::Struck, struck), (Change::Inserted, inserted)] {
        if !text.is_empty() {
            pieces.push(Piece {
                change,
                text: std::mem::take(text),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        words(old, new)
            .iter()
            .map(|piece| match piece.change {
                Change::Same => piece.text.clone(),
                Change::Struck => format!("[-{}-]", piece.text),
                Change::Inserted => format!("{{+{}+}}", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_reader_sees_phrases() {
        let table = [
            ("nothing changes", "The dam.", "The dam.", "The dam."),
            (
                "one word",
                "about 400 households left",
                "about 341 households left",
                "about [-400-]{+341+} households left",
            ),
            (
                "a decimal is one word",
                "It cost 49 million.",
                "It cost 48.9 million.",
                "It cost [-49-]{+48.9+} million.",
            ),
            (
                "a small word between changes goes along",
                "nearly a fifth less",
                "about a tenth less",
                "[-nearly a fifth-]{+about a tenth+} less",
            ),
            (
                "a long word between changes stands",
                "49 million dollars, nearly",
                "48 million dollars, about",
                "[-49-]{+48+} million dollars, [-nearly-]{+about+}",
            ),
            ("only struck", "very big dam", "big dam", "[-very -]big dam"),
            ("only inserted", "big dam", "big old dam", "big {+old +}dam"),
            ("from nothing", "", "New.", "{+New.+}"),
            ("to nothing", "Old.", "", "[-Old.-]"),
            (
                "no spaces between words",
                "大坝建于一九三六年",
                "大坝建于一九三七年",
                "大坝建于一九三[-六-]{+七+}年",
            ),
            ("both empty", "", "", ""),
        ];
        for (why, old, new, expected) in table {
            assert_eq!(shown(old, new), expected, "{why}");
        }
    }

    #[test]
    fn long_texts_are_capped() {
        let long = |letter: char| {
            (0..4000)
                .map(|n| format!(" {letter}{n}"))
                .collect::<String>()
        };
        let (old, new) = (format!("x{}", long('a')), format!("y{}", long('b')));
        let pieces = words(&old, &new);
        assert_eq!(
            pieces.len(),
            2,
            "the whole middle is replaced, not compared"
        );
        assert_eq!((&pieces[0].text, &pieces[1].text), (&old, &new));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_made_up(old in "[ab ,.é]{0,40}", new in "[ab ,.é]{0,40}") {
            let pieces = words(&old, &new);
            let side = |gone: Change| pieces.iter().filter(|p| p.change != gone).map(|p| p.text.as_str()).collect::<String>();
            prop_assert_eq!(side(Change::Inserted), old);
            prop_assert_eq!(side(Change::Struck), new);
        }
    }
}
