//! What is drawn on a page: its letters with places, its rules, how much of it is pictures.
//! Places are in points from the page's top left corner, as it is shown.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, PathSeg, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::strings;

/// The most letters, forms and rules that a page may draw: a hundred dense newspaper pages.
const MOST_DRAWN: usize = 2_000_000;
/// What a form counts for: it may draw others.
const FORM: usize = 10;
/// The most rules that are looked at: past that it is a drawing.
const MOST_RULES: usize = 4_000;

/// A page draws without end: carried past the interpreter, which cannot be told to stop.
pub struct TooMuch;

/// A letter, or what a font calls one: perhaps several characters.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub text: String,
    /// Where it starts on the base line, and where the next one would.
    pub start: Point,
    pub end: Point,
    /// Height of its font, in points.
    pub size: f64,
    pub bold: bool,
    /// Whether its own shape stands above the line, as a font's small figures do.
    pub raised: bool,
    /// Whether the file says that it belongs to the page and not to the text.
    pub artifact: bool,
    pub invisible: bool,
}

/// All that is drawn on a page.
#[derive(Default)]
pub struct Drawing {
    pub glyphs: Vec<Glyph>,
    /// Straight lines along the axes, as thin boxes.
    pub rules: Vec<Rect>,
    /// Area covered by pictures, in square points; one over the other counts twice.
    pub pictures: f64,
    /// Letters whose font does not say which characters they are.
    pub unreadable: usize,
    drawn: usize,
    marked: Vec<Marked>,
}

/// A marked part of the page's content.
struct Marked {
    artifact: bool,
    /// What is to be read instead of its letters; taken by the first of them.
    actual: Option<Option<String>>,
}

impl Drawing {
    fn count(&mut self, more: usize) {
        self.drawn += more;
        if self.drawn > MOST_DRAWN {
            std::panic::resume_unwind(Box::new(TooMuch));
        }
    }

    fn in_artifact(&self) -> bool {
        self.marked.iter().any(|part| part.artifact)
    }

    /// What the letter reads as: by the mark around it, else by its font.
    fn read(&mut self, glyph: &Drawn<'_>) -> Option<String> {
        if let Some(actual) = self.marked.iter_mut().find_map(|part| part.actual.as_mut()) {
            return Some(actual.take().unwrap_or_default());
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => {
                self.unreadable += 1;
                return None;
            }
        };
        Some(strings::spell_out(text))
    }

    fn segment(&mut self, segment: PathSeg, transform: Affine) {
        let PathSeg::Line(line) = segment else {
            return;
        };
        let (from, to) = (transform * line.p0, transform * line.p1);
        let along = (from.x - to.x).abs().max((from.y - to.y).abs());
        let across = (from.x - to.x).abs().min((from.y - to.y).abs());
        if along > 6.0 && across < 1.0 && self.rules.len() < MOST_RULES {
            self.rules.push(Rect::from_points(from, to));
        }
    }
}

impl<'a> Device<'a> for Drawing {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.count(1);
        if self.rules.len() < MOST_RULES {
            for segment in path.segments().take(MOST_RULES) {
                self.segment(segment, props.transform);
            }
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(FORM);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(run.glyphs().len());
        let artifact = self.in_artifact();
        let bold = run.glyphs().first().is_some_and(|first| is_bold(first));
        let mut previous: Option<usize> = None;
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            let start = transform * Point::ZERO;
            // The letter before ends at the latest where this one starts.
            if let Some(before) = previous.and_then(|at| self.glyphs.get_mut(at)) {
                let ahead = (start - before.start).dot(before.end - before.start);
                let length = (before.end - before.start).hypot2();
                if ahead > 0.0 && ahead < length {
                    before.end = start;
                }
            }
            previous = None;
            let (width, em) = match &**glyph {
                Drawn::Outline(outline) => (outline.advance_width(), 1000.0),
                // Its space is the font's own; a thousandth is usual.
                Drawn::Type3(type3) => (type3.advance_width(), 1000.0),
            };
            let end = transform * Point::new(f64::from(width.unwrap_or(500.0)), 0.0);
            let up = transform * Point::new(0.0, em);
            let size = (up - start).hypot();
            if !(size.is_finite() && start.is_finite() && end.is_finite()) {
                continue;
            }
            if let Some(text) = self.read(glyph) {
                let raised = is_small_figure(&text, glyph);
                previous = Some(self.glyphs.len());
                self.glyphs.push(Glyph {
                    text,
                    start,
                    end,
                    size,
                    bold,
                    raised,
                    artifact,
                    invisible: matches!(mode, DrawMode::Invisible),
                });
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count(1);
        let (width, height) = match &image {
            Image::Stencil(image) => (image.width(), image.height()),
            Image::Raster(image) => (image.width(), image.height()),
        };
        let shape = Rect::new(0.0, 0.0, f64::from(width), f64::from(height)).to_path(0.1);
        let area = (props.transform * shape).bounding_box().area();
        if area.is_finite() {
            self.pictures += area;
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let actual = properties
            .and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText"))
            .map(|text| Some(strings::decode(text.as_bytes())));
        self.marked.push(Marked {
            artifact: tag == b"Artifact",
            actual,
        });
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}

/// Whether a letter's font is a bold one, by its weight, else by its name.
fn is_bold(glyph: &Drawn<'_>) -> bool {
    let Drawn::Outline(outline) = glyph else {
        return false;
    };
    outline.font_data().is_some_and(|font| {
        font.weight.is_some_and(|weight| weight >= 600)
            || font.postscript_name.is_some_and(|name| {
                ["Bold", "Black", "Heavy", "Semibold", "Demi"]
                    .iter()
                    .any(|part| name.contains(part))
            })
    })
}

/// Whether a figure's shape begins well above the base line.
fn is_small_figure(text: &str, glyph: &Drawn<'_>) -> bool {
    let Drawn::Outline(outline) = glyph else {
        return false;
    };
    let shape = || outline.outline().bounding_box();
    text.len() == 1 && text.chars().all(|c| c.is_ascii_digit()) && {
        let shape = shape();
        shape.y0 > 200.0 && shape.height() > 100.0
    }
}
