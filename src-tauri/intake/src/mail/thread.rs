//! Which lines of a message are its own, which it quotes, which are its signature.

use crate::document::LeftOut;

/// How soft line breaks are marked (RFC 3676).
#[derive(Clone, Copy, Debug)]
pub struct Flowed {
    /// Whether the space before one is no part of the text.
    pub delete_space: bool,
}

/// Lines that stand together.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    pub why: Option<LeftOut>,
    /// Without marks of quoting.
    pub text: String,
}

/// Parts of a message in order.
pub fn split(text: &str, flowed: Option<Flowed>) -> Vec<Part> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<Line> = match flowed {
        Some(flowed) => unflow(&text, flowed),
        None => text.lines().map(Line::of).collect(),
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut after: Option<LeftOut> = None;
    let mut skip = 0;
    for at in 0..lines.len() {
        let line = &lines[at];
        let rest = &lines[at..];
        if skip == 0 && line.depth == 0 {
            if let Some(length) = forward(rest) {
                // The head of what is sent on; its words are the message.
                skip = length;
                after = None;
            } else if begins_original(rest) {
                after = Some(LeftOut::QuotedMail);
            } else if after.is_none() && line.text.trim_end() == "--" && at > 0 {
                after = Some(LeftOut::Signature);
            }
        }
        let why = if skip > 0 || line.depth > 0 || introduces_quotation(rest) {
            Some(LeftOut::QuotedMail)
        } else {
            after
        };
        skip = skip.saturating_sub(1);
        let blank = line.text.trim().is_empty();
        match parts.last_mut() {
            Some(part) if part.why == why || blank => {
                part.text.push('\n');
                part.text.push_str(&line.text);
            }
            _ => parts.push(Part {
                why,
                text: line.text.clone(),
            }),
        }
    }
    parts
}

#[derive(Debug)]
struct Line {
    /// How often it was quoted.
    depth: usize,
    text: String,
}

impl Line {
    fn of(line: &str) -> Self {
        let mut rest = line;
        let mut depth = 0;
        // Some programs set a space before or between the marks.
        while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
            depth += 1;
            rest = inner;
        }
        let text = if depth > 0 {
            rest.strip_prefix(' ').unwrap_or(rest)
        } else {
            line
        };
        Self {
            depth,
            text: text.to_owned(),
        }
    }
}

/// Lines joined where their breaks are soft.
fn unflow(text: &str, flowed: Flowed) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let marks = line.len() - line.trim_start_matches('>').len();
        let words = &line[marks..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        let signature = words == "-- ";
        match lines.last_mut() {
            Some(last) if open && last.depth == marks && !signature => {
                if flowed.delete_space && last.text.ends_with(' ') {
                    last.text.pop();
                }
                last.text.push_str(words);
            }
            _ => lines.push(Line {
                depth: marks,
                text: words.to_owned(),
            }),
        }
        open = words.ends_with(' ') && !signature;
    }
    lines
}

/// How a line says that somebody wrote what follows, in the languages of common programs.
const WROTE: &[&str] = &[
    "wrote:",
    "writes:",
    "schrieb:",
    "a écrit :",
    "a écrit:",
    "escribió:",
    "escreveu:",
    "ha scritto:",
    "schreef:",
    "skrev:",
    "napisał:",
    "napisał(a):",
    "kirjoitti:",
    "пишет:",
    "написал:",
    "написал(а):",
    "napsal:",
    "napsal(a):",
    "yazdı:",
    "έγραψε:",
];

/// Whether a line (or two, where it was wrapped) introduces quoted words.
fn introduces_quotation(rest: &[Line]) -> bool {
    let Some(first) = rest.first().filter(|line| !line.text.trim().is_empty()) else {
        return false;
    };
    let ends = |line: &Line| {
        let line = line.text.trim_end();
        WROTE.iter().any(|end| line.ends_with(end))
    };
    let quoted_after = |from: usize| {
        rest.get(from..)
            .unwrap_or_default()
            .iter()
            .find(|line| !line.text.trim().is_empty())
            .is_some_and(|line| line.depth > 0)
    };
    let begins = [
        "On ", "Am ", "Le ", "El ", "Il ", "Op ", "Den ", "Em ", "W dniu ", "Dne ",
    ]
    .iter()
    .any(|begin| first.text.starts_with(begin));
    ends(first) && quoted_after(1) || begins && rest.get(1).is_some_and(&ends) && quoted_after(2)
}

/// Words between dashes over a message that is quoted whole.
const ORIGINAL: &[&str] = &[
    "original message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "message d'origine",
    "message d’origine",
    "mensaje original",
    "mensagem original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "ursprungligt meddelande",
    "oprindelig meddelelse",
    "исходное сообщение",
    "wiadomość oryginalna",
];
/// The same over one that is sent on.
const FORWARDED: &[&str] = &[
    "forwarded message",
    "begin forwarded message",
    "weitergeleitete nachricht",
    "message transféré",
    "mensaje reenviado",
    "mensagem encaminhada",
    "messaggio inoltrato",
    "doorgestuurd bericht",
    "пересылаемое сообщение",
    "пересланное сообщение",
];
/// What the heads of such messages begin their lines with: who wrote it, then the rest.
const FROM: &[&str] = &["from", "von", "de", "da", "van", "från", "fra", "от", "od"];
const HEAD: &[&str] = &[
    "from",
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "reply-to",
    "von",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
    "fecha",
    "assunto",
    "data",
    "da",
    "inviato",
    "a",
    "oggetto",
    "van",
    "verzonden",
    "aan",
    "onderwerp",
    "från",
    "skickat",
    "till",
    "ämne",
    "fra",
    "sendt",
    "til",
    "emne",
    "от",
    "дата",
    "кому",
    "тема",
    "отправлено",
    "od",
    "wysłano",
    "do",
    "temat",
];

/// What a head's line is called, in lower case.
fn head_word(line: &Line) -> Option<String> {
    let text = line.text.trim().trim_matches('*');
    let (word, _) = text.split_once(':')?;
    let word = word.trim().trim_matches('*').to_lowercase();
    HEAD.contains(&word.as_str()).then_some(word)
}

fn is_titled(line: &Line, titles: &[&str]) -> bool {
    let text = line.text.trim();
    let dashed = text.starts_with('-') && text.ends_with('-');
    let inner = text
        .trim_matches(|c: char| c == '-' || c == ':' || c.is_whitespace())
        .to_lowercase();
    (dashed || text.ends_with(':')) && titles.contains(&inner.as_str())
}

/// Whether an earlier message follows whole: under a title, or by its head of at least three lines.
fn begins_original(rest: &[Line]) -> bool {
    let Some(first) = rest.first() else {
        return false;
    };
    if is_titled(first, ORIGINAL) {
        return true;
    }
    let from = head_word(first).is_some_and(|word| FROM.contains(&word.as_str()));
    from && rest.iter().take(8).filter_map(head_word).count() >= 3
}

/// Number of lines of the title and head over a message that is sent on.
fn forward(rest: &[Line]) -> Option<usize> {
    if !is_titled(rest.first()?, FORWARDED) {
        return None;
    }
    let mut length = 1;
    for line in &rest[1..] {
        let head = head_word(line).is_some() || line.text.starts_with([' ', '\t']);
        if !head && !(length < 3 && line.text.trim().is_empty()) {
            break;
        }
        length += 1;
    }
    Some(length)
}
