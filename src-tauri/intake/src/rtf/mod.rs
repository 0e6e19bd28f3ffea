//! RTF → blocks. Own code, because no library at hand reads notes, comments, changes and all code
//! pages. Groups are kept on a stack of its own, so that no nesting is too deep for the program's.

mod code_page;
mod lexer;
mod reader;
mod state;

use stet_core::error::Result;

use crate::Parsed;
use crate::document::Changes;
use crate::refusal::damaged;

use lexer::Lexer;
use reader::Reader;

/// The deepest nesting of groups that is read.
const MOST_GROUPS: usize = 256;

/// Reads an RTF document.
pub fn parse(called: &str, bytes: &[u8], changes: Changes) -> Result<Parsed> {
    let mut reader = Reader::new(changes);
    let mut depth = 0_usize;
    for token in Lexer::new(bytes) {
        match token {
            lexer::Token::Open => depth += 1,
            lexer::Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MOST_GROUPS {
            let why = format!("its groups nest deeper than {MOST_GROUPS}");
            return Err(damaged(called, &why));
        }
        reader.take(&token);
        if depth == 0 || reader.full() {
            break; // what follows the last brace is not of the document
        }
    }
    let mut parsed = reader.finish();
    if depth > 0 && parsed.blocks.len() <= crate::MOST_BLOCKS {
        parsed.notes.push(
            "The file ends in the middle of something: look whether words are missing.".into(),
        );
    }
    Ok(parsed)
}
