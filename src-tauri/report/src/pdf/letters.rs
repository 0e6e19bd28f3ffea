//! Letters that no face of the PDF has a shape for. Boxes stand in their place, and the document says
//! so; the letters themselves are in its text, for search, copying and reading aloud.
//!
//! Faces of the machine at hand are not asked: the same report would be other bytes, and look
//! otherwise, on the editor's machine than on the checker's, and nobody could tell why. Faces for
//! the writings of the whole world would be ten times the program.

use serde_json::Value;
use stet_core::report::Dossier;

use super::world::draws;
use crate::Undrawn;

/// Writings, by their letters; the first that has a letter gives its name.
const SCRIPTS: &[(&str, &[(char, char)])] = &[
    (
        "Arabic",
        &[
            ('\u{600}', '\u{6ff}'),
            ('\u{750}', '\u{77f}'),
            ('\u{8a0}', '\u{8ff}'),
            ('\u{fb50}', '\u{fdff}'),
            ('\u{fe70}', '\u{fefc}'),
        ],
    ),
    (
        "Hebrew",
        &[('\u{590}', '\u{5ff}'), ('\u{fb1d}', '\u{fb4f}')],
    ),
    ("Armenian", &[('\u{530}', '\u{58f}')]),
    (
        "Georgian",
        &[('\u{10a0}', '\u{10ff}'), ('\u{1c90}', '\u{1cbf}')],
    ),
    ("Indian writings", &[('\u{900}', '\u{dff}')]),
    ("Thai", &[('\u{e00}', '\u{e7f}')]),
    ("Ethiopic", &[('\u{1200}', '\u{139f}')]),
    (
        "Korean",
        &[
            ('\u{1100}', '\u{11ff}'),
            ('\u{3130}', '\u{318f}'),
            ('\u{ac00}', '\u{d7af}'),
        ],
    ),
    (
        "Chinese and Japanese",
        &[
            ('\u{2e80}', '\u{312f}'),
            ('\u{3190}', '\u{9fff}'),
            ('\u{f900}', '\u{faff}'),
            ('\u{ff00}', '\u{ffef}'),
            ('\u{20000}', '\u{3ffff}'),
        ],
    ),
    (
        "emoji",
        &[('\u{2600}', '\u{27bf}'), ('\u{1f000}', '\u{1faff}')],
    ),
    ("further signs", &[('\0', char::MAX)]),
];

/// What each report of a dossier has of such letters; nothing where it has none.
#[must_use]
pub fn undrawn(dossier: &Dossier) -> Vec<Undrawn> {
    let all = dossier.reports.iter().enumerate();
    all.filter_map(|(at, report)| {
        let scripts = scripts(&super::data::report(report, dossier))?;
        let labels = report
            .sentences
            .iter()
            .filter(|sentence| {
                let words = serde_json::to_value(sentence).unwrap_or_default();
                self::scripts(&words).is_some()
            })
            .map(|sentence| sentence.label.clone())
            .collect();
        Some(Undrawn {
            report: at,
            scripts,
            labels,
        })
    })
    .collect()
}

/// What the document says of them; empty where it has none.
pub(super) fn line(report: &Value) -> String {
    scripts(report).map_or_else(String::new, |scripts| {
        format!(
            "Letters that cannot be drawn in this PDF ({scripts}) stand as boxes. They are in its text, and in the other formats."
        )
    })
}

/// The writings among all texts of a value.
fn scripts(value: &Value) -> Option<String> {
    let mut found = vec![false; SCRIPTS.len()];
    look(value, &mut found);
    let names = SCRIPTS.iter().zip(&found).filter(|(_, found)| **found);
    let names: Vec<&str> = names.map(|((name, _), _)| *name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn look(value: &Value, found: &mut [bool]) {
    match value {
        Value::String(text) if !text.is_ascii() => {
            for c in text.chars().filter(|c| !c.is_ascii() && !draws(*c)) {
                let among = |(_, ranges): &(&str, &[(char, char)])| {
                    ranges
                        .iter()
                        .any(|(first, last)| (*first..=*last).contains(&c))
                };
                if let Some(at) = SCRIPTS.iter().position(among) {
                    found[at] = true;
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| look(value, found)),
        Value::Object(values) => values.values().for_each(|value| look(value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_without_shapes_are_named() {
        for (why, text, expected) in [
            ("English", "The dam – “né” ✓ ≠ ⟦U+202E⟧", None),
            (
                "Greek and Cyrillic have shapes",
                "Ο ποταμός, река, Tiếng Việt",
                None,
            ),
            (
                "places to break show nothing",
                "a\u{200b}b\u{2060}c\u{fe0f}",
                None,
            ),
            ("Chinese", "大坝", Some("Chinese and Japanese")),
            (
                "Korean and Thai, in our order",
                "ไทย 한국어",
                Some("Thai, Korean"),
            ),
            ("right to left", "السد בנין", Some("Arabic, Hebrew")),
            ("emoji", "👩\u{200d}🚒", Some("emoji")),
            ("what else there is", "𒐫", Some("further signs")),
        ] {
            let given = serde_json::json!({ "a": [text] });
            assert_eq!(scripts(&given).as_deref(), expected, "{why}");
        }
    }
}
