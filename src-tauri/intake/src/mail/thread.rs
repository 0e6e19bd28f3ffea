//! Which lines of a message are its own, which it quotes, which are its signature.

use crate::document::LeftOut;

use super::phrases::{begins_earlier, begins_with_on, ends_with_wrote, forwards, is_head};

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
    for (at, line) in lines.iter().enumerate() {
        let rest = &lines[at..];
        if skip == 0 && line.depth == 0 {
            if let Some(length) = forward(rest) {
                // The head of what is sent on; its words are the message.
                skip = length;
                after = None;
            } else if begins_earlier(&texts(rest)) {
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

/// The words of the next lines.
fn texts(rest: &[Line]) -> Vec<&str> {
    rest.iter().take(8).map(|line| line.text.as_str()).collect()
}

/// Whether a line (or two, where it was wrapped) introduces quoted words.
fn introduces_quotation(rest: &[Line]) -> bool {
    let Some(first) = rest.first().filter(|line| !line.text.trim().is_empty()) else {
        return false;
    };
    let quoted_after = |from: usize| {
        rest.get(from..)
            .unwrap_or_default()
            .iter()
            .find(|line| !line.text.trim().is_empty())
            .is_some_and(|line| line.depth > 0)
    };
    let wrapped =
        begins_with_on(&first.text) && rest.get(1).is_some_and(|line| ends_with_wrote(&line.text));
    ends_with_wrote(&first.text) && quoted_after(1) || wrapped && quoted_after(2)
}

/// Number of lines of the title and head over a message that is sent on.
fn forward(rest: &[Line]) -> Option<usize> {
    if !forwards(&rest.first()?.text) {
        return None;
    }
    let mut length = 1;
    for line in &rest[1..] {
        let head = is_head(&line.text) || line.text.starts_with([' ', '\t']);
        let gap = length < 3 && line.text.trim().is_empty();
        if !head && !gap {
            break;
        }
        length += 1;
    }
    Some(length)
}
