//! A message's page as text, for messages that come without any.

/// Its words; paragraphs between blank lines.
pub fn to_text(markup: &str) -> String {
    mail_parser::decoders::html::html_to_text(markup)
}
