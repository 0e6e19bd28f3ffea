//! How cells look: the colours of the window on white, the word always beside the colour.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};
use stet_core::view::Standing;

const INK: Color = Color::RGB(0x1f_1d1a);
const MUTED: Color = Color::RGB(0x5c_574e);
const LINE: Color = Color::RGB(0x85_7e72);
const PANEL: Color = Color::RGB(0xf4_f1ea);
const FOCUS: Color = Color::RGB(0x0b_57d0);
const VERIFIED: Color = Color::RGB(0x00_707c);
const ATTRIBUTED: Color = Color::RGB(0x7a_2bd6);
const DISPUTED: Color = Color::RGB(0xb2_3a08);
const DISPUTED_TINT: Color = Color::RGB(0xfc_e5da);

/// The formats of a workbook, made once.
pub(super) struct Look {
    pub head: Format,
    pub text: Format,
    pub strong: Format,
    pub label: Format,
    pub number: Format,
    pub link: Format,
    pub choice: Format,
    verified: Format,
    disputed: Format,
    attributed: Format,
    muted: Format,
    differs: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let text = Format::new()
            .set_align(FormatAlign::Top)
            .set_align(FormatAlign::Left)
            .set_font_color(INK)
            .set_text_wrap();
        Self {
            head: text
                .clone()
                .set_bold()
                .set_background_color(PANEL)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(LINE),
            strong: text.clone().set_bold().set_font_size(14),
            label: text.clone().set_num_format("@").set_bold(),
            number: text.clone().set_num_format("0"),
            link: text
                .clone()
                .set_font_color(FOCUS)
                .set_underline(FormatUnderline::Single),
            choice: text
                .clone()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE),
            verified: text.clone().set_font_color(VERIFIED),
            disputed: text
                .clone()
                .set_bold()
                .set_font_color(DISPUTED)
                .set_background_color(DISPUTED_TINT),
            attributed: text.clone().set_font_color(ATTRIBUTED),
            muted: text.clone().set_font_color(MUTED),
            differs: text.clone().set_bold(),
            text,
        }
    }

    /// Only trouble is tinted: a finished sheet is quiet.
    pub(super) const fn standing(&self, standing: Standing) -> &Format {
        match standing {
            Standing::Verified => &self.verified,
            Standing::Disputed => &self.disputed,
            Standing::AttributedOnly => &self.attributed,
            Standing::NoClaim | Standing::Untagged => &self.muted,
            Standing::Disagreement => &self.differs,
        }
    }
}
