//! An article built by hand.

use stet_core::{
    coverage,
    report::standing_of,
    text::CodePoint,
    view::{
        ArticleView, BlockKind, BlockView, Counts, EvidenceView, Fit, Provenance, SentenceView,
        Standing, Tag, TagState, TagView,
    },
};

use super::KIM;

/// Builds an article block by block; text, offsets and numbers follow from what is put in.
pub struct Builder {
    pub view: ArticleView,
}

impl Builder {
    pub fn new(title: &str) -> Self {
        let view = ArticleView {
            readings: Vec::new(),
            article: "77d2b6304f1c09ae".into(),
            title: title.into(),
            text: String::new(),
            lang: "en".into(),
            authors: vec![],
            publisher: String::new(),
            published: String::new(),
            url: String::new(),
            provenance: Provenance::Ours,
            sample: false,
            blocks: vec![],
            sentences: vec![],
            counts: Counts::default(),
        };
        Self { view }
    }

    /// A block of sentences, each with its label; joined by one space, parts by none.
    pub fn block(&mut self, kind: BlockKind, sentences: &[(&str, &str)]) -> &mut Self {
        if !self.view.text.is_empty() {
            self.view.text.push('\n');
        }
        let block = u32::try_from(self.view.blocks.len() + 1).unwrap();
        let start = self.end();
        for (n, (label, text)) in sentences.iter().enumerate() {
            if n > 0 {
                self.view.text.push(' ');
            }
            let from = self.end();
            self.view.text.push_str(text);
            self.view.sentences.push(SentenceView {
                n: u32::try_from(self.view.sentences.len() + 1).unwrap(),
                label: (*label).into(),
                start: from,
                end: self.end(),
                text: (*text).into(),
                block,
                standing: Standing::Untagged,
                tags: vec![],
                adjudications: vec![],
                evidence: vec![],
                remarks: vec![],
                queries: vec![],
                flagged: false,
                publish: false,
                conflicts: vec![],
                debts: vec![],
            });
        }
        let end = self.end();
        self.view.blocks.push(BlockView {
            n: block,
            kind,
            start,
            end,
        });
        self
    }

    fn end(&self) -> CodePoint {
        CodePoint(u32::try_from(self.view.text.chars().count()).unwrap())
    }

    pub fn sentence(&mut self, label: &str) -> &mut SentenceView {
        self.view
            .sentences
            .iter_mut()
            .find(|sentence| sentence.label == label)
            .unwrap_or_else(|| panic!("no sentence {label}"))
    }

    /// Adds a tag and shows it, unless it differs from what is there.
    pub fn tag(&mut self, label: &str, who: (&str, &str), tag: Tag, finding: &str) -> &mut TagView {
        let sentence = self.sentence(label);
        sentence.standing = match sentence.standing {
            Standing::Untagged => standing_of(tag),
            standing if standing == standing_of(tag) => standing,
            _ => Standing::Disagreement,
        };
        sentence.tags.push(TagView {
            checker: who.0.into(),
            checker_id: who.1.into(),
            tag: Some(tag),
            finding: finding.into(),
            correction: String::new(),
            speaker: String::new(),
            at: "2026-11-05T10:04:05Z".into(),
            state: TagState::Current,
            fit: Fit::Exact,
            mine: who == KIM,
        });
        sentence.tags.last_mut().unwrap()
    }

    pub fn source(
        &mut self,
        label: &str,
        id: &str,
        title: &str,
        url: &str,
        quotation: &str,
        locator: &str,
    ) -> &mut Self {
        let sentence = self.sentence(label);
        let evidence = EvidenceView {
            id: format!("{label}-{}", sentence.evidence.len()),
            source: id.into(),
            title: title.into(),
            url: url.into(),
            sensitivity: stet_core::view::Sensitivity::Public,
            quotation: quotation.into(),
            locator: locator.into(),
            checker: KIM.0.into(),
        };
        sentence.evidence.push(evidence);
        self
    }

    pub fn done(mut self) -> ArticleView {
        self.view.counts = coverage::counts(&self.view.sentences);
        self.view
    }
}
