//! Where a page's words lead.

use hayro_interpret::RectExt;
use hayro_interpret::hayro_syntax::object::{
    Array, Dict, Name, Rect as PdfRect, String as PdfString,
};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};

use super::strings;

/// The most links of one page, and addresses of one document, that are kept.
const MOST: usize = 2_000;

/// The places of a page's links to web addresses, each with its address's place among `known`,
/// which grows.
pub fn of(page: &Page<'_>, transform: Affine, known: &mut Vec<String>) -> Vec<(Rect, usize)> {
    let mut places = Vec::new();
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else {
        return places;
    };
    for annotation in annotations.iter::<Dict<'_>>().take(MOST) {
        let is_link = annotation
            .get::<Name<'_>>(b"Subtype")
            .is_some_and(|name| &*name == b"Link");
        let Some(place) = annotation.get::<PdfRect>(b"Rect").filter(|_| is_link) else {
            continue;
        };
        let address = annotation
            .get::<Dict<'_>>(b"A")
            .and_then(|action| action.get::<PdfString<'_>>(b"URI"))
            .map(|uri| strings::decode(uri.as_bytes()));
        let Some(address) = address.filter(|address| is_web(address)) else {
            continue;
        };
        let link = known.iter().position(|other| *other == address);
        let link = match link {
            Some(link) => link,
            None if known.len() < MOST => {
                known.push(address);
                known.len() - 1
            }
            None => continue,
        };
        places.push((transform.transform_rect_bbox(place.to_kurbo()), link));
    }
    places
}

fn is_web(address: &str) -> bool {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://")) && address.len() <= 2_000
}
