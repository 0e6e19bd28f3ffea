//! What is noted on a sentence, as lines: the same in the list of notes, in comments and in endnotes.

use stet_core::{
    report::{Opinion, Report, Sentence, date, diff::Change, standing_of},
    view::{Fit, Standing, TagState},
};

use super::{
    text::{is_right_to_left, push_runs, styled},
    writer::{Place, Writer, mark},
};
use crate::{Notes, package::xml_attribute};

/// A line of a note: a strong lead-in and what follows.
struct Line {
    lead: String,
    text: String,
    /// Whether it is the checker's own words.
    said: bool,
    /// The source that it cites, if it is one; its number then follows the lead.
    source: Option<u32>,
}

impl Line {
    fn new(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            lead: lead.into(),
            text: text.into(),
            said: false,
            source: None,
        }
    }
}

/// What one checker noted; `named` says whether the checker's name and the day are told here.
fn opinion_lines(opinion: &Opinion, named: bool) -> Vec<Line> {
    let tag = opinion
        .tag
        .map_or("Not tagged", |tag| mark(standing_of(tag)).word);
    let mut first = Line::new(tag, why_not(opinion));
    if named {
        first.text.push(' ');
        first.text.push_str(&opinion.checker);
        if !opinion.at.is_empty() {
            first.text.push_str(", ");
            first.text.push_str(&date(&opinion.at));
        }
    }
    let mut lines = vec![first];
    for (lead, text) in [
        ("", &opinion.finding),
        ("Speaker: ", &opinion.speaker),
        ("Proposed: ", &opinion.correction),
    ] {
        if !text.is_empty() {
            lines.push(Line {
                said: lead.is_empty(),
                ..Line::new(lead, text)
            });
        }
    }
    lines
}

/// Why a tag does not count for this sentence; empty when it does.
const fn why_not(opinion: &Opinion) -> &'static str {
    match (opinion.state, opinion.fit) {
        (TagState::Suspended, _) => " (suspended: the words changed since)",
        (TagState::Ambiguous, _) => " (unplaced: the words now stand more than once)",
        (TagState::Current, Fit::Exact) => "",
        (TagState::Current, Fit::Wider) => " (given to a longer stretch)",
        (TagState::Current, Fit::Narrower) => " (given to a part)",
        (TagState::Current, Fit::Partial) => " (given to other boundaries)",
    }
}

/// What is noted beside the opinions: evidence, conflicts, debts.
fn other_lines(sentence: &Sentence) -> Vec<Line> {
    let mut lines = Vec::new();
    for cited in &sentence.evidence {
        let mut text = String::new();
        if !cited.locator.is_empty() {
            text = format!(", {}", cited.locator);
        }
        if cited.quotation.is_empty() {
            text.push('.');
        } else {
            text = format!("{text}: “{}”", cited.quotation);
        }
        lines.push(Line {
            source: Some(cited.source),
            ..Line::new("Source", text)
        });
    }
    for conflict in &sentence.conflicts {
        lines.push(Line::new(
            format!("Two values for {}: ", conflict.field),
            conflict.values.join(" / "),
        ));
    }
    if !sentence.debts.is_empty() {
        lines.push(Line::new(
            "Owed: ",
            format!("{}.", sentence.debts.join("; ")),
        ));
    }
    lines
}

/// Notes, in the order of the text, each leading back to its sentence.
pub(super) fn notes(writer: &mut Writer, report: &Report) {
    if writer.notes == Notes::Endnotes || !report.sentences.iter().any(Sentence::has_note) {
        return;
    }
    writer.heading("Notes");
    for (at, sentence) in report.sentences.iter().enumerate() {
        if !sentence.has_note() {
            continue;
        }
        let words = stet_core::report::clip(&sentence.text, 64);
        writer.open("StetRow", &words);
        let id = writer.begin(Place::Note, at + 1);
        writer
            .label(sentence, at)
            .text(&words, "StetMuted")
            .end(id)
            .close();
        let opinions = sentence
            .tags
            .iter()
            .flat_map(|one| opinion_lines(one, true));
        for line in opinions.chain(other_lines(sentence)) {
            let style = if line.said {
                "StetFinding"
            } else {
                "StetRowText"
            };
            writer.open(style, &line.text);
            push_line(writer, &line);
            writer.close();
        }
    }
}

/// A line's runs, in the document.
fn push_line(writer: &mut Writer, line: &Line) {
    match line.source {
        Some(number) => writer.text(&line.lead, "").text("\u{a0}", "").lead(
            Place::Source,
            number as usize,
            &number.to_string(),
            "Hyperlink",
        ),
        None => writer.text(&line.lead, "Strong"),
    };
    writer.text(&line.text, "");
}

/// A line's paragraph, in a comment or an endnote.
fn push_apart(out: &mut String, style: &str, begin: &str, line: &Line) {
    for part in ["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>"] {
        out.push_str(part);
    }
    if is_right_to_left(&line.text) {
        out.push_str("<w:bidi/>");
    }
    out.push_str("</w:pPr>");
    out.push_str(begin);
    match line.source {
        Some(number) => push_runs(out, &format!("{}\u{a0}{number}", line.lead), styled("")),
        None => push_runs(out, &line.lead, styled("Strong")),
    }
    push_runs(out, &line.text, styled(""));
    out.push_str("</w:p>");
}

/// The endnote on a sentence, and the mark that leads to it. Nothing where nothing is noted.
pub(super) fn endnote(writer: &mut Writer, sentence: &Sentence) {
    if writer.notes != Notes::Endnotes || !sentence.has_note() {
        return;
    }
    writer.endnotes.1 += 1;
    let id = writer.endnotes.1;
    let out = &mut writer.endnotes.0;
    out.push_str(&format!("<w:endnote w:id=\"{id}\">"));
    let label = Line::new(
        format!("{} ", sentence.label),
        mark(sentence.standing).word.to_lowercase(),
    );
    push_apart(
        out,
        "EndnoteText",
        "<w:r><w:rPr><w:rStyle w:val=\"EndnoteReference\"/></w:rPr><w:endnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
        &label,
    );
    let opinions = sentence
        .tags
        .iter()
        .flat_map(|one| opinion_lines(one, true));
    for line in opinions.chain(other_lines(sentence)) {
        push_apart(out, "EndnoteText", "", &line);
    }
    out.push_str("</w:endnote>\n");
    writer.raw(&format!("<w:r><w:rPr><w:rStyle w:val=\"EndnoteReference\"/></w:rPr><w:endnoteReference w:id=\"{id}\"/></w:r>"));
}

/// Whether this sentence is commented on.
fn is_commented(notes: Notes, sentence: &Sentence) -> bool {
    let needs_somebody = matches!(
        sentence.standing,
        Standing::Disputed | Standing::AttributedOnly | Standing::Disagreement
    ) || sentence.tags.iter().any(|one| !one.changes.is_empty());
    match notes {
        Notes::Endnotes => false,
        Notes::AllComments => sentence.has_note(),
        Notes::Comments => sentence.has_note() && needs_somebody,
    }
}

/// Makes the comments on a sentence, one per checker's tag, and gives their numbers. Evidence goes
/// with the comment of the checker who added it, what remains with the first.
pub(super) fn comments(writer: &mut Writer, report: &Report, sentence: &Sentence) -> Vec<usize> {
    if !is_commented(writer.notes, sentence) {
        return Vec::new();
    }
    let first = writer.comments.1;
    let others = other_lines(sentence);
    // Evidence comes first among the other lines, one line each.
    let owner = |n: usize| {
        sentence
            .evidence
            .get(n)
            .and_then(|cited| {
                sentence
                    .tags
                    .iter()
                    .position(|one| one.checker == cited.checker)
            })
            .unwrap_or(0)
    };
    if sentence.tags.is_empty() {
        let by = sentence.evidence.first().map_or("", |cited| &cited.checker);
        let author = report.people.iter().find(|person| person.name == by);
        let (name, initials) = author.map_or((report.article.program.as_str(), ""), |person| {
            (&person.name, &person.initials)
        });
        push_comment(
            writer,
            (name, initials, ""),
            &others.iter().collect::<Vec<_>>(),
        );
    }
    for (at, opinion) in sentence.tags.iter().enumerate() {
        let lines = opinion_lines(opinion, false);
        let belonging = others
            .iter()
            .enumerate()
            .filter(|&(n, _)| owner(n) == at)
            .map(|(_, line)| line);
        let lines: Vec<&Line> = lines.iter().chain(belonging).collect();
        push_comment(
            writer,
            (&opinion.checker, &opinion.initials, &opinion.at),
            &lines,
        );
    }
    (first..writer.comments.1).collect()
}

fn push_comment(writer: &mut Writer, who: (&str, &str, &str), lines: &[&Line]) {
    let id = writer.comments.1;
    writer.comments.1 += 1;
    let out = &mut writer.comments.0;
    out.push_str(&format!("<w:comment w:id=\"{id}\"{}>", by(who)));
    for line in lines {
        push_apart(out, "CommentText", "", line);
    }
    out.push_str("</w:comment>\n");
}

/// The attributes that say who did something and when; a date only if it is one.
fn by((author, initials, at): (&str, &str, &str)) -> String {
    // What Word takes at most.
    const AUTHOR: usize = 255;
    const INITIALS: usize = 9;
    let mut out = format!(" w:author=\"{}\"", xml_attribute(&cut(author, AUTHOR)));
    if is_instant(at) {
        out.push_str(&format!(" w:date=\"{at}\""));
    }
    if !initials.is_empty() {
        out.push_str(&format!(
            " w:initials=\"{}\"",
            xml_attribute(&cut(initials, INITIALS))
        ));
    }
    out
}

/// The visible text, of at most so many UTF-16 units.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut seen = String::new();
    crate::inert::push_visible(&mut seen, text, |out, _, c| {
        out.push(if c.is_whitespace() { ' ' } else { c });
    });
    let mut room = most;
    seen.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

/// Whether it is `2026-11-05T10:04:05Z`, each part within its bounds.
pub(super) fn is_instant(at: &str) -> bool {
    let shape = "0000-00-00T00:00:00Z";
    let same = |(a, b): (u8, u8)| {
        if b == b'0' {
            a.is_ascii_digit()
        } else {
            a == b
        }
    };
    if at.len() != shape.len() || !at.bytes().zip(shape.bytes()).all(same) {
        return false;
    }
    let part = |range| {
        at.get(range)
            .and_then(|part: &str| part.parse::<u32>().ok())
    };
    let within = |range, from, to| part(range).is_some_and(|n| (from..=to).contains(&n));
    within(0..4, 1, 9999)
        && within(5..7, 1, 12)
        && within(8..10, 1, 28.max(days(part(0..4), part(5..7))))
        && within(11..13, 0, 23)
        && within(14..16, 0, 59)
        && within(17..19, 0, 59)
}

fn days(year: Option<u32>, month: Option<u32>) -> u32 {
    let year = year.unwrap_or(1);
    match month {
        Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    }
}

/// The proposal that stands: the only one among those who conclude as the sentence does. `None`
/// where several differ, or nobody proposes.
fn standing_proposal(sentence: &Sentence) -> Option<&Opinion> {
    let mut standing = sentence.tags.iter().filter(|one| {
        one.counts()
            && !one.changes.is_empty()
            && one.tag.map(standing_of) == Some(sentence.standing)
    });
    let first = standing.next()?;
    standing
        .all(|other| other.correction == first.correction)
        .then_some(first)
}

/// The words of a sentence, with the standing proposal as tracked changes.
pub(super) fn words(writer: &mut Writer, sentence: &Sentence, lang: &str) {
    let look = super::text::Look {
        style: mark(sentence.standing).style,
        lang,
        deleted: false,
    };
    let proposal = match writer.notes {
        Notes::Endnotes => None,
        Notes::Comments | Notes::AllComments => standing_proposal(sentence),
    };
    let Some(opinion) = proposal else {
        writer.look(&sentence.text, look);
        return;
    };
    // A change has an author and a date, no initials.
    let who = by((&opinion.checker, "", &opinion.at));
    for piece in &opinion.changes {
        let (element, deleted) = match piece.change {
            Change::Same => {
                writer.look(&piece.text, look);
                continue;
            }
            Change::Struck => ("del", true),
            Change::Inserted => ("ins", false),
        };
        let id = writer.id();
        writer
            .raw(&format!("<w:{element} w:id=\"{id}\"{who}>"))
            .look(&piece.text, super::text::Look { deleted, ..look })
            .raw(&format!("</w:{element}>"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_instants_are_dates() {
        let table = [
            ("2026-11-05T10:04:05Z", true),
            ("2028-02-29T00:00:00Z", true),
            ("2026-02-29T00:00:00Z", false),
            ("2026-13-05T10:04:05Z", false),
            ("2026-11-05T24:04:05Z", false),
            ("2026-11-05", false),
            ("0000-01-01T00:00:00Z", false),
            ("<script>", false),
        ];
        for (at, is) in table {
            assert_eq!(is_instant(at), is, "{at}");
        }
    }

    #[test]
    fn names_fit() {
        assert_eq!(cut("Kim", 9), "Kim");
        assert_eq!(
            cut("🙂🙂🙂", 5),
            "🙂🙂",
            "in UTF-16 units, whole characters"
        );
        assert_eq!(
            cut("a\u{202e}b\n", 20),
            "a⟦U+202E⟧b ",
            "hidden characters are shown"
        );
    }
}
