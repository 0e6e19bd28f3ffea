//! Moves what belongs into the margins there, and leads links to where their targets fell: all of it
//! in the pages as they are set, so that they are set once.

use std::num::NonZeroUsize;

use typst::{
    foundations::{Content, Label},
    introspection::{PagedPosition, Tag},
    layout::{Abs, Frame, FrameItem, Point},
    model::{Destination, Document, LinkMarker},
};
use typst_layout::PagedDocument;

use super::places::{Places, Spot};

/// The pages with everything in its place.
pub(super) fn moved(set: &PagedDocument, places: &[Places]) -> PagedDocument {
    let pages = set.pages().iter().map(|page| {
        let mut page = page.clone();
        if let Some(frame) = frame(&page.frame, places) {
            page.frame = frame;
        }
        page
    });
    PagedDocument::new(pages.collect(), set.info().clone())
}

/// A frame with everything in it in its place; `None` if it is as it was.
fn frame(before: &Frame, places: &[Places]) -> Option<Frame> {
    let mut items: Vec<(Point, FrameItem)> = Vec::new();
    let mut changed = false;
    for (n, (at, item)) in before.items().enumerate() {
        let (shift, new) = match item {
            FrameItem::Group(group) => {
                let shift = group
                    .label
                    .map_or(Stands::Here, |name| stands(name, places));
                let inner = frame(&group.frame, places);
                let new = inner.map(|inner| {
                    let mut group = group.clone();
                    group.frame = inner;
                    FrameItem::Group(group)
                });
                (shift, new)
            }
            FrameItem::Link(Destination::Position(to), size) => {
                let to = Destination::Position(position(target(to.page, places)));
                (Stands::Here, Some(FrameItem::Link(to, *size)))
            }
            FrameItem::Tag(Tag::Start(element, flags)) => {
                let new = said_anew(element, places);
                (
                    Stands::Here,
                    new.map(|new| FrameItem::Tag(Tag::Start(new, *flags))),
                )
            }
            _ => (Stands::Here, None),
        };
        if !changed && (new.is_some() || shift != Stands::Here) {
            changed = true;
            items.reserve(before.items().len());
            items.extend(before.items().take(n).cloned());
        }
        if changed {
            let item = new.unwrap_or_else(|| item.clone());
            match shift {
                Stands::Here => items.push((*at, item)),
                Stands::Off(by) => items.push((*at + by, item)),
                Stands::Nowhere => {}
            }
        }
    }
    changed.then(|| {
        let mut after = Frame::new(before.size(), before.kind());
        if before.has_baseline() {
            after.set_baseline(before.baseline());
        }
        after.push_multiple(items);
        after
    })
}

/// Where a thing stands, from where it was set.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stands {
    Here,
    Off(Point),
    Nowhere,
}

/// Where something stands that the template gave a name.
fn stands(name: Label, places: &[Places]) -> Stands {
    let name = name.resolve();
    let mut words = name.as_str().split(' ');
    let kind = words.next().unwrap_or_default();
    let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
    let (Some(report), Some(at)) = (number(), number()) else {
        return Stands::Here;
    };
    let place = places.get(report);
    let finding = || place.and_then(|one| one.findings.get(at).copied().flatten());
    let by = match kind {
        "label" => place.and_then(|one| one.labels.get(at).copied().flatten()),
        "finding" => finding().and_then(|(by, whole)| whole.then_some(by)),
        "brief" => finding().and_then(|(by, whole)| (!whole).then_some(by)),
        _ => return Stands::Here,
    };
    by.map_or(Stands::Nowhere, |(x, y)| {
        Stands::Off(Point::new(Abs::pt(x), Abs::pt(y)))
    })
}

/// The place behind the number by which the template names a link's target.
fn target(number: NonZeroUsize, places: &[Places]) -> Option<Spot> {
    let (which, kind) = ((number.get() - 1) / 4, (number.get() - 1) % 4);
    let (report, at) = (which / 1_000_000, which % 1_000_000);
    places.get(report)?.targets[kind].get(at).copied().flatten()
}

/// A position in the pages; of what is nowhere the first page.
fn position(spot: Option<Spot>) -> PagedPosition {
    let mut position = PagedPosition::ORIGIN;
    if let Some(spot) = spot {
        position.page = NonZeroUsize::new(spot.page).unwrap_or(NonZeroUsize::MIN);
        position.point = Point::new(Abs::pt(spot.x), Abs::pt(spot.y));
    }
    position
}

/// A link's words for those who do not see it name the page that it leads to.
fn said_anew(element: &Content, places: &[Places]) -> Option<Content> {
    let marker = element.to_packed::<LinkMarker>()?;
    let (before, number) = marker.alt.as_ref()?.rsplit_once(' ')?;
    let number: NonZeroUsize = number.parse().ok()?;
    let alt = format!("{before} {}", position(Some(target(number, places)?)).page);
    let mut element = element.clone();
    element.to_packed_mut::<LinkMarker>()?.alt = Some(alt.into());
    Some(element)
}
