//! Plain text → blocks. Blank lines separate blocks; so does a lone line break, unless the lines
//! were wrapped at a width.

use stet_core::draft::Block;
use stet_core::view::BlockKind;

use crate::wrap::{Width, push_line};
use crate::{MOST_BLOCKS, Parsed};

pub fn parse(text: &str) -> Parsed {
    let text = with_line_feeds(text);
    let groups = groups(&text);
    let width = Width::measure(&groups);
    let mut blocks: Vec<Block> = Vec::with_capacity(groups.len());
    for group in &groups {
        let mut before: Option<&str> = None;
        for line in group {
            if blocks.len() > MOST_BLOCKS {
                break;
            }
            match (before, width, blocks.last_mut()) {
                (Some(before), Some(width), Some(block)) if !width.separates(before, line) => {
                    push_line(&mut block.text, line);
                }
                _ => blocks.push(Block::new(BlockKind::Paragraph, *line)),
            }
            before = Some(line);
        }
    }
    Parsed {
        blocks: blocks.into_iter().map(Into::into).collect(),
        ..Parsed::default()
    }
}

/// Every way to end a line as one LF, a paragraph separator as an empty line.
fn with_line_feeds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            _ => out.push(c),
        }
        after_return = c == '\r';
    }
    out
}

/// The lines, trimmed, in groups as blank lines separate them.
fn groups(text: &str) -> Vec<Vec<&str>> {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut fresh = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            fresh = true;
        } else if fresh && groups.len() > MOST_BLOCKS {
            break;
        } else if fresh {
            groups.push(vec![line]);
            fresh = false;
        } else if let Some(group) = groups.last_mut() {
            group.push(line);
        }
    }
    groups
}
