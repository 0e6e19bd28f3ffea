//! Long articles, the same at every run.

const WHO: [&str; 8] = [
    "The port authority",
    "A spokesman",
    "The mayor",
    "The ministry",
    "One resident",
    "The union",
    "Dr. A. Rhone",
    "The company",
];
const WHAT: [&str; 8] = [
    "said that the work would end",
    "denied that money was lost",
    "counted the ships",
    "signed the contract",
    "raised the price",
    "closed the bridge",
    "asked for 3.5 million euros",
    "“knew nothing of it,” she said,",
];
const WHEN: [&str; 7] = [
    "on Monday",
    "in April",
    "last year",
    "before noon",
    "in 2024",
    "after the storm",
    "at the U.S. embassy",
];

/// `sentences` sentences of plain text, five to a paragraph, no two alike.
pub fn article(sentences: usize) -> String {
    let mut text = String::from("A long article about a harbour\n\n");
    for n in 1..=sentences {
        let (who, what, when) = (WHO[n * 7 % 8], WHAT[n * 5 % 8], WHEN[n * 3 % 7]);
        text.push_str(&format!("{who} {what} {when}, as paper number {n} shows."));
        text.push_str(if n % 5 == 0 { "\n\n" } else { " " });
    }
    text
}
