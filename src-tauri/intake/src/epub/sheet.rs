//! The little that is read of a book's style sheets: which classes set words in bold. Programs
//! that turn documents into books often leave no other mark on a heading.

use std::collections::HashMap;

/// Whether classes make words bold.
#[derive(Default)]
pub struct Sheet {
    bold: HashMap<String, bool>,
}

impl Sheet {
    /// Takes in the rules of a style sheet.
    pub fn learn(&mut self, text: &str) {
        for rule in text.split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else {
                continue;
            };
            let weight = declarations.split(';').find_map(|declaration| {
                let (property, value) = declaration.split_once(':')?;
                (property.trim() == "font-weight").then(|| is_bold(value))
            });
            let Some(bold) = weight else {
                continue;
            };
            for selector in selectors.split(',') {
                let last = selector.split_whitespace().next_back().unwrap_or_default();
                if let Some((_, class)) = last.split_once('.')
                    && !class.contains([':', '['])
                {
                    self.bold.insert(class.to_owned(), bold);
                }
            }
        }
    }

    /// What the classes of an element say, if anything.
    pub fn bold(&self, classes: &str) -> Option<bool> {
        let mut said = classes
            .split_whitespace()
            .filter_map(|class| self.bold.get(class));
        said.next_back().copied()
    }
}

/// Whether a value of `font-weight` is bold.
pub fn is_bold(value: &str) -> bool {
    let value = value.trim().trim_end_matches("!important").trim_end();
    matches!(value, "bold" | "bolder") || value.parse::<u32>().is_ok_and(|weight| weight >= 600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_is_bold() {
        let mut sheet = Sheet::default();
        sheet.learn("@media x { .a { font-weight: bold } } p.b, div .c { color: red; font-weight:700 } .d{font-weight:normal} .e::before { font-weight: bold }");
        let table = [
            ("in a media query", "a", Some(true)),
            ("with an element", "b", Some(true)),
            ("under another", "c", Some(true)),
            ("not bold", "d", Some(false)),
            ("not the words themselves", "e", None),
            ("the last one counts", "a d", Some(false)),
        ];
        for (why, classes, expected) in table {
            assert_eq!(sheet.bold(classes), expected, "{why}");
        }
    }
}
