//! The words of a text as the rules see them: tokens with what the lexicon and the spelling say.

use super::bits::{Class, Form, Frame, Stance};
use super::lexicon::{Entry, Lexicon};
use crate::tokens::{Case, Kind, Token};

/// One token and all that is known of it outside its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) token: Token,
    pub(super) class: Class,
    pub(super) form: Form,
    pub(super) frame: Frame,
    pub(super) stance: Stance,
    /// Stands inside quotation marks, or is one of them.
    pub(super) quoted: bool,
    /// Is a name by its capital: not the first word of a sentence.
    pub(super) name: bool,
}

/// The longest word that is looked up.
const LONGEST: usize = 24;

/// Reads the tokens of `text`. What depends on the place in a sentence is set later.
pub(super) fn read(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Word> {
    let mut buffer = String::with_capacity(LONGEST);
    tokens
        .iter()
        .map(|token| {
            let mut word = Word {
                token: *token,
                class: Class::NONE,
                form: Form::NONE,
                frame: Frame::NONE,
                stance: Stance::Neutral,
                quoted: false,
                name: token.is_capital(),
            };
            if matches!(token.kind, Kind::Word | Kind::Clitic) {
                let written = token.text(text);
                if written.len() <= LONGEST {
                    lower(written, &mut buffer);
                    word.fill(&buffer, lexicon);
                    if token.case == Case::Upper {
                        word.only_noun();
                    }
                }
            }
            word
        })
        .collect()
}

fn lower(written: &str, buffer: &mut String) {
    buffer.clear();
    for c in written.chars() {
        match c {
            '’' => buffer.push('\''),
            c if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
            c => buffer.extend(c.to_lowercase()),
        }
    }
}

impl Word {
    fn fill(&mut self, lower: &str, lexicon: &Lexicon) {
        if self.token.kind == Kind::Clitic {
            return self.clitic(lower);
        }
        let mut entry = lexicon.find(lower);
        if entry == Entry::default() {
            if let Some(stem) = lower.strip_suffix("n't") {
                let stem = match stem {
                    "wo" | "sha" | "ca" => "will",
                    stem => stem,
                };
                entry = lexicon.find(stem);
                entry.class = entry.class.with(Class::NEGATION);
            } else if self.token.kind == Kind::Word {
                entry = guess(lower);
            }
        }
        self.class = entry.class;
        self.form = entry.form;
        self.frame = entry.frame;
        self.stance = entry.stance;
    }

    /// Capitals all through make a name or a noun: "WHO" asks nothing, "US" is not us.
    fn only_noun(&mut self) {
        let nouns = Class::TIME
            .with(Class::EVIDENCE)
            .with(Class::PICTURE)
            .with(Class::ROLE);
        self.class = self.class.only(nouns);
        self.form = Form::NONE;
        self.frame = Frame::NONE;
    }

    /// `'s` may be a genitive as well; what it hangs on decides (see [`super::clause`]).
    fn clitic(&mut self, lower: &str) {
        self.class = match lower {
            "'re" | "'m" => Class::BE.with(Class::FINITE),
            "'ve" => Class::HAVE.with(Class::FINITE),
            "'ll" | "'d" => Class::MODAL.with(Class::FINITE),
            _ => Class::NONE,
        };
    }

    pub(super) fn is(&self, class: Class) -> bool {
        self.class.has(class)
    }

    pub(super) fn can_be(&self, form: Form) -> bool {
        self.form.has(form)
    }

    pub(super) fn takes(&self, frame: Frame) -> bool {
        self.frame.has(frame)
    }

    pub(super) fn kind(&self) -> Kind {
        self.token.kind
    }

    /// Part of a verb group before its verb: an auxiliary, a negation, an adverb.
    pub(super) fn is_auxiliary(&self) -> bool {
        self.is(Class::BE
            .with(Class::HAVE)
            .with(Class::DO)
            .with(Class::MODAL))
    }

    /// A word that may stand inside a noun phrase.
    pub(super) fn is_nominal(&self) -> bool {
        let closed = Class::PREPOSITION
            .with(Class::COORDINATOR)
            .with(Class::SUBORDINATOR)
            .with(Class::FINITE)
            .with(Class::TO)
            .with(Class::RELATIVE)
            .with(Class::SUBJECT)
            .with(Class::BE)
            .with(Class::HAVE)
            .with(Class::NEGATION);
        let pronoun = self.is(Class::OBJECT) && !self.is(Class::POSSESSIVE);
        self.token.is_word() && (self.name || !self.is(closed) && !pronoun)
    }
}

/// What the ending of an unknown word suggests.
fn guess(lower: &str) -> Entry {
    let mut entry = Entry::default();
    if lower.len() > 4 && lower.ends_with("ly") {
        entry.class = Class::ADVERB;
    } else if lower.len() > 5
        && ["ful", "ous", "ive", "able", "ible", "less", "ish"]
            .iter()
            .any(|ending| lower.ends_with(ending))
    {
        entry.class = Class::ADJECTIVE;
    } else if lower.len() > 3 && lower.ends_with("ed") && !lower.ends_with("eed") {
        entry.form = Form::PAST.with(Form::PARTICIPLE);
        entry.frame = Frame::PLAIN;
    } else if lower.len() > 4 && lower.ends_with("ing") {
        entry.form = Form::ING;
        entry.frame = Frame::PLAIN;
    }
    entry
}
