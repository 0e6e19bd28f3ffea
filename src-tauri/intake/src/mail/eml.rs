//! E-mails as they are sent (RFC 5322, MIME).

use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use stet_core::error::Result;

use crate::document::Meta;
use crate::refusal;

use super::thread::Flowed;
use super::{Mail, Text};

/// The most parts with parts, and messages in messages, that are read: their reader goes through
/// the rest of the file for each, and into each when it lets go of them.
const MOST_NESTED: usize = 100;

pub fn read(called: &str, bytes: &[u8]) -> Result<Mail> {
    let nested = count(bytes, b"multipart/").max(count(bytes, b"message/"));
    if nested > MOST_NESTED {
        return Err(refusal::unfolds(
            called,
            "it has messages in messages without end",
        ));
    }
    let none = || refusal::damaged(called, "it does not begin like an e-mail");
    let message = MessageParser::default().parse(bytes).ok_or_else(none)?;
    let known = message.from().is_some()
        || message.subject().is_some()
        || message.date().is_some()
        || message.to().is_some();
    if !known {
        return Err(none());
    }
    Ok(Mail {
        meta: meta(&message),
        text: text(&message),
        markup: message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(markup) => Some(markup.clone().into_owned()),
            _ => None,
        }),
        attachments: attachments(&message),
    })
}

/// How often a word stands in a file, capitals or not, past which nobody counts.
fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| {
            byte.eq_ignore_ascii_case(&word[0])
                && bytes
                    .get(*at..at + word.len())
                    .is_some_and(|here| here.eq_ignore_ascii_case(word))
        })
        .take(MOST_NESTED + 1)
        .count()
}

fn meta(message: &Message<'_>) -> Meta {
    let published = message
        .date()
        .filter(|date| date.is_valid())
        .map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    Meta {
        title: message.subject().unwrap_or_default().trim().to_owned(),
        authors: message.from().map(names).unwrap_or_default(),
        published: published.unwrap_or_default(),
        language: message
            .content_language()
            .as_text()
            .filter(|language| !language.contains([',', ' ']))
            .unwrap_or_default()
            .to_owned(),
        ..Meta::default()
    }
}

fn names(address: &Address<'_>) -> Vec<String> {
    address
        .iter()
        .filter_map(|person| {
            let name = person.name().map(str::trim).filter(|name| !name.is_empty());
            name.or_else(|| person.address()).map(str::to_owned)
        })
        .collect()
}

/// The message's plain text: all of its parts, where it is in several.
fn text(message: &Message<'_>) -> Option<Text> {
    let mut words = String::new();
    let mut flowed = None;
    for part in message.text_bodies() {
        let PartType::Text(text) = &part.body else {
            continue;
        };
        if let Some(kind) = part.content_type() {
            let is = |name: &str, value: &str| {
                kind.attribute(name)
                    .is_some_and(|found| found.eq_ignore_ascii_case(value))
            };
            if is("format", "flowed") {
                flowed = Some(Flowed {
                    delete_space: is("delsp", "yes"),
                });
            }
        }
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        words.push_str(text);
    }
    (!words.is_empty()).then_some(Text { words, flowed })
}

fn attachments(message: &Message<'_>) -> Vec<String> {
    message
        .attachments()
        .map(|part| {
            part.attachment_name()
                .map(str::to_owned)
                .unwrap_or_else(|| match &part.body {
                    PartType::Message(inner) => {
                        format!(
                            "the e-mail “{}”",
                            inner.subject().unwrap_or("without a subject")
                        )
                    }
                    _ => "a part without a name".to_owned(),
                })
        })
        .collect()
}
