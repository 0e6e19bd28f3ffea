//! The reading face, within the page: a report looks the same on the editor's machine. Literata,
//! latin, under the SIL Open Font License (`fonts/OFL.txt`); other scripts fall back.

use base64::{Engine, engine::general_purpose::STANDARD};

const UPRIGHT: &[u8] = include_bytes!("../../fonts/literata.woff2");
const ITALIC: &[u8] = include_bytes!("../../fonts/literata-italic.woff2");

/// Appends the `@font-face` rules.
pub(super) fn push(out: &mut String) {
    for (style, bytes) in [("normal", UPRIGHT), ("italic", ITALIC)] {
        out.push_str("@font-face { font-family: \"Literata\"; font-style: ");
        out.push_str(style);
        out.push_str("; font-weight: 200 900; src: url(data:font/woff2;base64,");
        STANDARD.encode_string(bytes, out);
        out.push_str(") format(\"woff2\"); }\n");
    }
}
