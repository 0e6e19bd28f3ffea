//! Comments of Word's own, each by the checker whose tag it is.

use stet_core::{
    report::{Report, Sentence},
    view::Standing,
};

use super::{
    note::{Line, opinion_lines, other_lines, push_apart},
    who::by,
    writer::Writer,
};
use crate::Notes;

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
pub(super) fn on(writer: &mut Writer, report: &Report, sentence: &Sentence) -> Vec<usize> {
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
