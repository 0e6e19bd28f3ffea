//! What names of elements, classes and roles tell of a place in a page.

use std::collections::HashMap;
use std::ops::BitOr;

use dom_query::NodeRef;

/// One thing that a place may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Hint {
    /// Where the article's text is, by its name.
    Body,
    Navigation,
    Footer,
    Aside,
    Related,
    Comments,
    Share,
    /// Of the author, below the article.
    About,
    Advertisement,
    /// Notices about cookies, forms to log in, what is shown over the page.
    Overlay,
    Caption,
    Figure,
    Quotation,
    /// Who wrote it or took the picture.
    Credit,
    Deck,
    Form,
    Hidden,
    Table,
    /// Topics, categories.
    Tags,
    Date,
}

impl Hint {
    /// How many there are.
    pub const COUNT: u32 = Self::Date as u32 + 1;
}

/// A set of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints(pub u32);

impl Hints {
    pub const fn has(self, hint: Hint) -> bool {
        self.0 & (1 << hint as u32) != 0
    }

    /// Those that the other set does not have.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Hints {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<Hint> for Hints {
    fn from(hint: Hint) -> Self {
        Self(1 << hint as u32)
    }
}

/// How names begin, in lower case, their words separated by spaces; a space at the end stands for
/// the end of the word.
const NAMES: &[(Hint, &[&str])] = &[
    (
        Hint::Body,
        &[
            " articlebody",
            " article body",
            " articletext",
            " article text",
            " article content",
            " articlecontent",
            " entry content",
            " post content",
            " postcontent",
            " post body",
            " postbody",
            " story body",
            " storybody",
            " story content",
            " story text",
            " body text",
            " bodytext",
            " body copy",
            " content body",
            " text content",
            " body content",
            " rich text",
            " richtext",
        ],
    ),
    (
        Hint::Navigation,
        &[
            " nav",
            " menu",
            " breadcrumb",
            " paginat",
            " pager",
            " toc ",
            " skip ",
        ],
    ),
    (
        Hint::Footer,
        &[" footer", " copyright", " impressum", " contentinfo"],
    ),
    (
        Hint::Aside,
        &[
            " sidebar",
            " side ",
            " aside",
            " widget",
            " rail ",
            " complementary",
        ],
    ),
    (
        Hint::Related,
        &[
            " relat",
            " recommend",
            " teaser",
            " popular",
            " trending",
            " promo",
            " most ",
            " latest",
            " read more",
            " readmore",
            " read also",
            " also ",
            " more ",
            " similar",
            " outbrain",
            " taboola",
            " next ",
            " prev",
            " carousel",
            " card",
            " headlines",
            " top stories",
            " topstories",
            " linkbox",
        ],
    ),
    (
        Hint::Comments,
        &[
            " comment",
            " disqus",
            " respond",
            " repl",
            " discussion",
            " kommentar",
            " feedback",
        ],
    ),
    (
        Hint::Share,
        &[
            " shar",
            " social",
            " facebook",
            " twitter",
            " follow",
            " toolbar",
            " tools",
        ],
    ),
    (
        Hint::About,
        &[
            " bio ",
            " about author",
            " author box",
            " author info",
            " author bio",
            " aboutauthor",
            " authorbox",
            " vcard",
            " contributor",
        ],
    ),
    (
        Hint::Advertisement,
        &[
            " ad ",
            " ads ",
            " advert",
            " adslot",
            " sponsor",
            " banner",
            " anzeige",
            " newsletter",
            " subscri",
            " signup",
            " sign up",
            " donat",
            " cta ",
        ],
    ),
    (
        Hint::Overlay,
        &[
            " cookie",
            " consent",
            " gdpr",
            " paywall",
            " login",
            " modal",
            " popup",
            " overlay",
            " dialog",
            " lightbox",
            " alert",
            " tooltip",
            " notice",
            " hidden",
            " sr only",
            " screen reader",
            " visually",
        ],
    ),
    (
        Hint::Caption,
        &[
            " caption",
            " wp caption",
            " image caption",
            " figcaption",
            " legend",
        ],
    ),
    (
        Hint::Figure,
        &[
            " image", " photo", " picture", " figure", " galler", " slide", " video", " media",
            " player",
        ],
    ),
    (
        Hint::Quotation,
        &[" pullquote", " pull quote", " blockquote", " quote"],
    ),
    (
        Hint::Credit,
        &[
            " byline",
            " by line",
            " author",
            " credit",
            " dateline",
            " autor",
            " writer",
        ],
    ),
    (
        Hint::Deck,
        &[
            " standfirst",
            " dek ",
            " deck",
            " subtitle",
            " sub title",
            " subheadline",
            " sub headline",
            " subhead",
            " lede",
            " lead ",
            " intro",
            " summary",
            " excerpt",
            " vorspann",
            " teaser text",
        ],
    ),
    (
        Hint::Tags,
        &[
            " tag ",
            " tags ",
            " topic",
            " categor",
            " keyword",
            " post meta",
            " entry meta",
            " metadata",
            " meta ",
            " entry footer",
        ],
    ),
    (
        Hint::Date,
        &[" date", " time", " publish", " posted", " updated"],
    ),
];

/// What names tell, each looked up once: a page has few of them, used often.
#[derive(Default)]
pub struct Names(HashMap<String, Hints>);

impl Names {
    /// Of an element's name, classes, id and role.
    pub fn hints(&mut self, name: &str, node: NodeRef<'_>) -> Hints {
        let mut found = match name {
            "footer" => Hint::Footer.into(),
            "nav" | "menu" => Hint::Navigation.into(),
            "aside" => Hint::Aside.into(),
            "figure" => Hint::Figure.into(),
            "figcaption" => Hint::Caption.into(),
            "form" | "fieldset" => Hint::Form.into(),
            "blockquote" => Hint::Quotation.into(),
            "table" => Hint::Table.into(),
            "dialog" => Hint::Overlay.into(),
            // What holds everything tells nothing.
            "html" | "body" => return Hints::default(),
            _ => Hints::default(),
        };
        let Some(element) = node.element_ref() else {
            return found;
        };
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match &*attribute.name.local {
                "class" | "id" | "role" | "itemprop" | "data-component" | "data-type"
                | "data-testid" | "rel" => found = found | self.of(value),
                "hidden" => found = found | Hint::Hidden.into(),
                "style" if hides(value) => found = found | Hint::Hidden.into(),
                _ => {}
            }
        }
        found
    }

    fn of(&mut self, names: &str) -> Hints {
        if let Some(known) = self.0.get(names) {
            return *known;
        }
        let words = words(names);
        let mut found = Hints::default();
        for (hint, beginnings) in NAMES {
            if beginnings.iter().any(|beginning| words.contains(beginning)) {
                found = found | (*hint).into();
            }
        }
        self.0.insert(names.to_owned(), found);
        found
    }
}

/// The words of names (`article-body`, `articleBody`), each with spaces around it; long ones cut.
fn words(names: &str) -> String {
    let mut words = String::from(" ");
    let mut lower = false;
    for c in names.chars().take(300) {
        if !c.is_ascii_alphanumeric() {
            if !words.ends_with(' ') {
                words.push(' ');
            }
        } else {
            if c.is_ascii_uppercase() && lower {
                words.push(' ');
            }
            words.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase();
    }
    words.push(' ');
    words
}

fn hides(style: &str) -> bool {
    let style: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(400)
        .collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}
