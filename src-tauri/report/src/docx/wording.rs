//! The words of a sentence, with the wording that is proposed for them.

use stet_core::report::{Opinion, Sentence, diff::Change, standing_of};

use super::{
    text::Look,
    who::by,
    writer::{Writer, mark},
};
use crate::Notes;

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
pub(super) fn write(writer: &mut Writer, sentence: &Sentence, lang: &str) {
    let look = Look {
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
            .look(&piece.text, Look { deleted, ..look })
            .raw(&format!("</w:{element}>"));
    }
}
