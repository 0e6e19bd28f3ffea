//! Language for fact-checking: where sentences begin and end, and what language a text is in.
//!
//! Pure functions over text. Nothing here reads a file, a clock or a random number, and every
//! function takes time linear in its input. Places are counted in Unicode code points, never in
//! bytes, because that is what the rest of Stet stores.
//!
//! ```
//! use stet_language::{Options, guess_language, sentences};
//!
//! let text = "Gov. Smith left at 5 p.m. The vote is today.";
//! let spans = sentences(text, "en", Options::default());
//! assert_eq!(spans.len(), 2);
//! assert_eq!((spans[0].start, spans[0].end), (0, 25));
//! assert_eq!(guess_language("The vote is today, and it will be close."), "en");
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod atoms;
mod attribution;
mod guess;
mod splitter;
pub mod tokens;

pub use attribution::{
    ATTRIBUTION_VERSION, Attribution, AttributionRule, Confidence, MEASURED, MEASURED_ELSEWHERE,
    Measured, Polarity, Score, Stance, attribute, attribute_tokens,
};
pub use guess::guess_language;
pub use splitter::{CodePointSpan, Explained, Options, Rule, SPLITTER_VERSION, explain, sentences};
