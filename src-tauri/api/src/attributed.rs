//! `stet attribute`: who is said to have said it, in a text by itself, without a library.

use serde::Serialize;
use stet_language::{Attribution, CodePointSpan, Polarity, Stance};

/// Start and end in code points.
type Place = [u32; 2];

/// One attribution, as it is written for other programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attributed {
    /// Index of its sentence.
    pub sentence: usize,
    /// The words that attribute; they may stand in another sentence, as the source may.
    pub cue: Option<Place>,
    /// Who or what it is attributed to.
    pub source: Option<Place>,
    /// The word or name that the source is about.
    pub head: Option<Place>,
    /// What is attributed, within the sentence.
    pub content: Vec<Place>,
    /// Whom the source cites in turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Place>,
    /// From 0 to 1; the window shows 0.7 and more.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: &'static str,
    /// Present where the source denies it or does not know: `negative`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<&'static str>,
    /// Present where the author takes a stand by the cue: `vouching` or `distancing`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<&'static str>,
}

/// Finds the attributions of a text. Without `sentences` the text is split first; without
/// `paragraph_starts` a sentence after a line break begins a paragraph; the language is guessed if
/// it is not given.
#[must_use]
pub fn attributed(
    text: &str,
    sentences: Option<&[Place]>,
    paragraph_starts: Option<&[usize]>,
    language: Option<&str>,
) -> Vec<Attributed> {
    let language = language.unwrap_or_else(|| stet_language::guess_language(text));
    let spans: Vec<CodePointSpan> = match sentences {
        Some(given) => given
            .iter()
            .map(|[start, end]| CodePointSpan {
                start: *start,
                end: *end,
            })
            .collect(),
        None => stet_language::sentences(text, language, stet_language::Options::default()),
    };
    let found;
    let starts = match paragraph_starts {
        Some(given) => given,
        None => {
            found = after_line_breaks(text, &spans);
            &found
        }
    };
    stet_language::attribute(text, &spans, starts, language)
        .into_iter()
        .map(written)
        .collect()
}

/// Numbers of the sentences before which a line ends.
fn after_line_breaks(text: &str, spans: &[CodePointSpan]) -> Vec<usize> {
    let mut breaks = text.chars().zip(0_u32..).filter(|(c, _)| *c == '\n');
    let mut next = breaks.next();
    let mut starts = Vec::new();
    for (n, span) in spans.iter().enumerate() {
        let mut broken = n == 0;
        while let Some((_, at)) = next
            && at < span.start
        {
            broken = true;
            next = breaks.next();
        }
        if broken {
            starts.push(n);
        }
    }
    starts
}

fn written(found: Attribution) -> Attributed {
    Attributed {
        sentence: found.sentence,
        cue: found.cue.map(place),
        source: found.source.map(place),
        head: found.head.map(place),
        content: found.content.into_iter().map(place).collect(),
        cites: found.cites.map(place),
        confidence: f64::from(found.confidence.percent()) / 100.0,
        rule: found.rule.name(),
        polarity: (found.polarity == Polarity::Negative).then_some("negative"),
        stance: match found.stance {
            Stance::Neutral => None,
            Stance::Vouching => Some("vouching"),
            Stance::Distancing => Some("distancing"),
        },
    }
}

const fn place(span: CodePointSpan) -> Place {
    [span.start, span.end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_paragraphs_are_found_if_they_are_not_given() {
        let text = "The dam holds, Lee said.\n“It does.”";
        let found = attributed(text, None, None, Some("en"));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].source, Some([15, 18]));
        assert_eq!(found[0].rule, "says_aside");
        assert_eq!(found[1].sentence, 1);
        let spans = [
            CodePointSpan { start: 0, end: 24 },
            CodePointSpan { start: 25, end: 35 },
        ];
        assert_eq!(after_line_breaks(text, &spans), [0, 1]);
    }
}
