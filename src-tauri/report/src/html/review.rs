//! A published check as microdata, within the note of its sentence: what the JSON-LD of the same
//! check says, for those who read the page.

use crate::claimreview::Review;

use super::page::Page;

/// Writes one check: a line for people, the rest for programs.
pub(super) fn write(page: &mut Page, review: &Review<'_>, title: &str) {
    page.raw("<div itemscope itemtype=\"https://schema.org/ClaimReview\"><p><strong>Published check:</strong> <span itemprop=\"reviewRating\" itemscope itemtype=\"https://schema.org/Rating\"><span itemprop=\"alternateName\">")
        .text(review.rating)
        .raw("</span>");
    meta(page, "ratingExplanation", review.meaning);
    page.raw("</span>");
    if review.house.is_empty() {
        page.raw(".");
    } else {
        page.raw(", by <span itemprop=\"author\" itemscope itemtype=\"https://schema.org/Organization\"><bdi itemprop=\"name\">")
            .text(review.house)
            .raw("</bdi>");
        link(page, "url", review.url.as_deref());
        page.raw("</span>.");
    }
    page.raw("</p>");
    if let Some(incomplete) = review.incomplete() {
        meta(page, "creativeWorkStatus", "Incomplete");
        page.raw("<p class=\"who\" itemprop=\"description\">")
            .text(&incomplete)
            .raw("</p>");
    }
    meta(page, "claimReviewed", &review.claim);
    meta(page, "reviewBody", &review.finding);
    meta(page, "datePublished", review.reviewed.unwrap_or_default());
    link(page, "url", review.url.as_deref());
    claim(page, review, title);
    for source in &review.sources {
        thing(
            page,
            "citation",
            Some("CreativeWork"),
            source.title,
            source.url.as_deref(),
        );
    }
    page.raw("</div>");
}

/// The claim: who made it, when and where.
fn claim(page: &mut Page, review: &Review<'_>, title: &str) {
    page.raw("<span itemprop=\"itemReviewed\" itemscope itemtype=\"https://schema.org/Claim\">");
    for who in &review.claimants {
        thing(page, "author", who.kind(), who.name(), None);
    }
    meta(page, "datePublished", review.appeared.unwrap_or_default());
    if review.appearance.is_some() {
        thing(
            page,
            "appearance",
            Some("Article"),
            title,
            review.appearance.as_deref(),
        );
    }
    page.raw("</span>");
}

/// Something with a name and perhaps an address.
fn thing(
    page: &mut Page,
    property: &'static str,
    kind: Option<&'static str>,
    name: &str,
    url: Option<&str>,
) {
    page.raw("<span itemprop=\"")
        .raw(property)
        .raw("\" itemscope");
    if let Some(kind) = kind {
        page.raw(" itemtype=\"https://schema.org/")
            .raw(kind)
            .raw("\"");
    }
    page.raw(">");
    meta(page, "name", name);
    link(page, "url", url);
    page.raw("</span>");
}

/// A value that is not printed here; nothing if there is none.
fn meta(page: &mut Page, property: &'static str, value: &str) {
    if !value.is_empty() {
        page.raw("<meta itemprop=\"")
            .raw(property)
            .raw("\" content=\"")
            .text(value)
            .raw("\">");
    }
}

/// An address that was found safe to follow.
fn link(page: &mut Page, property: &'static str, url: Option<&str>) {
    if let Some(url) = url {
        page.raw("<link itemprop=\"")
            .raw(property)
            .raw("\" href=\"")
            .text(url)
            .raw("\">");
    }
}
