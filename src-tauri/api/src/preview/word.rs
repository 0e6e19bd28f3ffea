//! Word documents, read back by the same reader that imports them.

use stet_core::error::Result;
use stet_intake::Choices;

use super::{
    MOST_ROWS, count, not_so,
    package::{Met, Package, value, walk},
};
use crate::commands::{Preview, PreviewBlock, PreviewComment};

/// What a document holds.
pub fn read(bytes: &[u8]) -> Result<Preview> {
    let facts = facts(bytes)?;
    let document = stet_intake::read("report.docx", bytes, &Choices::default())
        .map_err(|_| not_so("a Word document"))?;
    let beyond = count(document.blocks.len().saturating_sub(MOST_ROWS));
    let mut blocks: Vec<PreviewBlock> = document
        .blocks
        .into_iter()
        .take(MOST_ROWS)
        .map(|block| PreviewBlock {
            kind: block.kind,
            text: block.text,
            comments: Vec::new(),
        })
        .collect();
    for remark in document.remarks {
        let on = blocks.get_mut(remark.block as usize);
        if let Some(on) = on.filter(|_| remark.kind == stet_core::view::RemarkKind::Comment) {
            on.comments.push(PreviewComment {
                author: remark.author,
                text: remark.text,
            });
        }
    }
    Ok(Preview::Document {
        facts,
        blocks,
        beyond,
    })
}

/// What is in the file beside its text, counted in the file.
fn facts(bytes: &[u8]) -> Result<Vec<String>> {
    let mut package = Package::open(bytes)?;
    let mut counted = Counted::default();
    counted.count(&package.text("word/document.xml")?)?;
    for part in ["word/comments.xml", "word/endnotes.xml"] {
        if let Some(xml) = package.text_if(part)? {
            counted.count(&xml)?;
        }
    }
    let Counted {
        comments,
        changes,
        choices,
        endnotes,
    } = counted;
    Ok([
        (comments, "comment", "comments"),
        (changes, "tracked change", "tracked changes"),
        (choices, "choice to make", "choices to make"),
        (endnotes, "endnote", "endnotes"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
    .collect())
}

#[derive(Default)]
struct Counted {
    comments: u32,
    changes: u32,
    choices: u32,
    endnotes: u32,
}

impl Counted {
    fn count(&mut self, xml: &str) -> Result<()> {
        // A change of words is a deletion and an insertion side by side, and one change.
        let mut deleted = false;
        walk(xml, |met| {
            let Met::Start(name, attributes) = met else {
                return;
            };
            match name.as_str() {
                "comment" => self.comments += 1,
                "dropDownList" => self.choices += 1,
                // The first ones are the lines that separate notes from the text.
                "endnote" if value(&attributes, "type").is_empty() => self.endnotes += 1,
                "del" => {
                    self.changes += 1;
                    deleted = true;
                    return;
                }
                "ins" if !deleted => self.changes += 1,
                "r" | "t" | "delText" | "rPr" => return,
                _ => {}
            }
            deleted = false;
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_document_is_counted() {
        let mut counted = Counted::default();
        counted
            .count(concat!(
                r#"<w:p><w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins></w:p>"#,
                r#"<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:ins><w:r/></w:ins></w:p>"#,
                r#"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr></w:sdt>"#,
                r#"<w:endnote w:type="separator"/><w:endnote w:id="2"/><w:comment/>"#
            ).replace("w:", "").as_str())
            .unwrap();
        assert_eq!(
            (
                counted.changes,
                counted.choices,
                counted.endnotes,
                counted.comments
            ),
            (2, 1, 1, 1)
        );
    }
}
