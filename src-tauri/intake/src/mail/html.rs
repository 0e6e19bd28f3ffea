//! A message's page → blocks. All of it is the message: nothing stands around it but earlier
//! messages and the signature.

use stet_core::view::BlockKind;

use crate::document::{FoundBlock, LeftOut};
use crate::{Parsed, html};

use super::phrases;

/// Its blocks, with links as remarks.
pub fn read(markup: &str) -> Parsed {
    let mut parsed = html::of_markup(markup, None);
    for block in &mut parsed.blocks {
        block.left_out = None;
    }
    mark(&mut parsed.blocks);
    parsed
}

/// Marks what is quoted of earlier messages, and the signature.
fn mark(blocks: &mut [FoundBlock]) {
    let mut after = None;
    let mut at = 0;
    while at < blocks.len() {
        let text = blocks[at].text.trim();
        if phrases::says_who_wrote(text) {
            blocks[at].left_out = Some(LeftOut::QuotedMail);
            let quoted = |block: &FoundBlock| block.kind == BlockKind::Quotation;
            let length = blocks[at + 1..]
                .iter()
                .take_while(|block| quoted(block))
                .count();
            if length == 0 && !blocks[at + 1..].iter().any(quoted) {
                after = Some(LeftOut::QuotedMail);
            }
            for block in &mut blocks[at + 1..=at + length] {
                block.left_out = Some(LeftOut::QuotedMail);
            }
            at += length + 1;
            continue;
        }
        let lines: Vec<&str> = blocks[at..]
            .iter()
            .take(8)
            .map(|block| &*block.text)
            .collect();
        if phrases::forwards(text) {
            blocks[at].left_out = Some(LeftOut::QuotedMail);
            after = None;
            at += 1;
            while at < blocks.len() && phrases::is_head(&blocks[at].text) {
                blocks[at].left_out = Some(LeftOut::QuotedMail);
                at += 1;
            }
            continue;
        }
        if phrases::begins_earlier(&lines) {
            after = Some(LeftOut::QuotedMail);
        } else if after.is_none() && text == "--" && at > 0 {
            after = Some(LeftOut::Signature);
        }
        blocks[at].left_out = after;
        at += 1;
    }
}
