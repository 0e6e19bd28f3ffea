//! The world that the typesetter sees: one template, one file of data, six faces. No disk, no
//! network, no clock.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

const TEMPLATE: &str = include_str!("template.typ");

/// Faces in the order in which they are asked; the last has a box for what no other can draw.
const FACES: [&[u8]; 6] = [
    include_bytes!("../../fonts/pdf/literata-regular.ttf"),
    include_bytes!("../../fonts/pdf/literata-semibold.ttf"),
    include_bytes!("../../fonts/pdf/literata-italic.ttf"),
    include_bytes!("../../fonts/pdf/inter-regular.ttf"),
    include_bytes!("../../fonts/pdf/signs.ttf"),
    include_bytes!("../../fonts/pdf/absent.ttf"),
];

/// What is the same in every report, made once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = FACES
        .iter()
        .filter_map(|face| Font::new(Bytes::new(*face), 0))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether a letter has a shape of its own, or is one that shows nothing.
pub(super) fn draws(c: char) -> bool {
    let silent = matches!(
        c,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}'
    ) || c.is_whitespace();
    // The last face has a box for everything.
    let mut faces = SHARED.fonts.iter().take(FACES.len() - 1);
    silent || faces.any(|face| face.info().coverage.contains(c as u32))
}

/// A report about to be set.
pub(super) struct Desk {
    template: Source,
    data: FileId,
    json: Bytes,
}

impl Desk {
    /// With the texts as JSON; `None` if a path of ours is none, which a test would show.
    pub(super) fn new(json: Bytes) -> Option<Self> {
        let file = |name| {
            Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
        };
        Some(Self {
            template: Source::new(file("report.typ")?, TEMPLATE.into()),
            data: file("report.json")?,
            json,
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            Ok(self.json.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
