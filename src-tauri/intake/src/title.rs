//! Which words are the headline, and what an article without one is called.

use stet_core::view::BlockKind;

use crate::{document::FoundBlock, one_line};

/// The longest first block, in code points, that is taken for a headline.
const LONGEST_HEADLINE: usize = 120;
/// The longest title that is kept of a marked headline, in code points.
const LONGEST_TITLE: usize = 200;
/// The longest title made of a sentence, in code points.
const LONGEST_MADE: usize = 80;
/// A sentence shorter than this is more likely to end in an abbreviation.
const SHORTEST_SENTENCE: usize = 20;

/// Whether a line ends as sentences end: a full stop of some script, then perhaps closing marks.
pub fn ends_like_sentence(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(is_closing)
        .ends_with(is_final)
}

const fn is_final(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '｡'
            | '．'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '‽'
    )
}

const fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '«'
            | '›'
            | '‹'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '*'
            | '_'
    )
}

/// Marks the first block as the headline where nothing is marked yet: it is short, does not end
/// like a sentence or a lead-in, and more follows.
pub fn find_headline(blocks: &mut [FoundBlock]) {
    let mut kept = blocks.iter_mut().filter(|block| block.left_out.is_none());
    let (Some(first), Some(second)) = (kept.next(), kept.next()) else {
        return;
    };
    let is_headline = |block: &FoundBlock| block.kind == BlockKind::Headline;
    let marked = is_headline(second) || kept.any(|block| is_headline(block));
    if marked || first.kind != BlockKind::Paragraph {
        return;
    }
    let line = one_line(first);
    let short = line.chars().nth(LONGEST_HEADLINE).is_none();
    if short && !ends_like_sentence(&line) && !line.ends_with([':', ',', ';', '，', '：', '、'])
    {
        first.kind = BlockKind::Headline;
    }
}

/// The title: the headline; else `named`, what the file calls itself; else the first sentence.
pub fn of(blocks: &[FoundBlock], named: &str) -> String {
    let kept = || blocks.iter().filter(|block| block.left_out.is_none());
    if let Some(headline) = kept().find(|block| block.kind == BlockKind::Headline) {
        return cut(&one_line(headline), LONGEST_TITLE);
    }
    if !named.trim().is_empty() {
        return cut(named.trim(), LONGEST_TITLE);
    }
    let body = kept()
        .find(|block| block.kind == BlockKind::Paragraph)
        .or_else(|| kept().next());
    let line = body.map(one_line).unwrap_or_default();
    let sentence = first_sentence(&line);
    let bare = sentence.trim_end_matches(['.', '。']);
    cut(if bare.is_empty() { sentence } else { bare }, LONGEST_MADE)
}

/// A rough first sentence, good enough for a name: the splitter decides what is tagged.
fn first_sentence(line: &str) -> &str {
    let mut word = 0; // where the present word starts
    for (count, (at, c)) in line.char_indices().enumerate() {
        let after = at + c.len_utf8();
        if c.is_whitespace() {
            word = after;
        } else if is_final(c) && count >= SHORTEST_SENTENCE {
            let rest = &line[after..];
            let rest = rest.trim_start_matches(is_closing);
            let abbreviated =
                c == '.' && (line[word..at].chars().count() < 4 || line[word..at].contains('.'));
            let goes_on = rest.trim_start().starts_with(char::is_lowercase);
            let wide = matches!(c, '。' | '！' | '？' | '｡');
            if wide || rest.starts_with(char::is_whitespace) && !abbreviated && !goes_on {
                return &line[..line.len() - rest.len()];
            }
        }
    }
    line
}

/// At most `most` code points: whole words, and `…` where something was cut off.
fn cut(line: &str, most: usize) -> String {
    let Some((limit, _)) = line.char_indices().nth(most) else {
        return line.to_owned();
    };
    // One code point is for the ellipsis.
    let last = line[..limit]
        .char_indices()
        .next_back()
        .map_or(0, |(at, _)| at);
    let kept = &line[..last];
    let ends_word = line[last..].starts_with(|c: char| !c.is_alphanumeric());
    let words = if ends_word {
        Some(kept)
    } else {
        kept.rfind(char::is_whitespace).map(|space| &kept[..space])
    };
    // A text without spaces is cut between characters.
    let words = words
        .filter(|words| words.len() * 2 > kept.len())
        .unwrap_or(kept);
    format!(
        "{}…",
        words.trim_end_matches(
            |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-')
        )
    )
}
