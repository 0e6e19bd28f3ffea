//! The parts of the package around the text: what Word needs to find them, and what the document
//! says about itself.

use std::fmt::Write;

use stet_core::report::{Dossier, clip, date};

use super::{
    grouped,
    text::{push_runs, styled},
    writer::Writer,
};
use crate::{Notes, Paper, package::xml_text};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub(super) const RELATIONSHIPS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">
<Relationship Id=\"document\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>
<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>
<Relationship Id=\"app\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>
</Relationships>";

/// The faces, and what stands in for them where they are not installed.
pub(super) const FONTS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">
<w:font w:name=\"Georgia\"><w:altName w:val=\"Gelasio\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>
<w:font w:name=\"Arial\"><w:altName w:val=\"Liberation Sans\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>
<w:font w:name=\"Segoe UI Symbol\"><w:altName w:val=\"Apple Symbols\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>
</w:fonts>";

/// Parts beside the document: name, kind as relationships call it, kind as content types call it.
const BESIDE: &[(&str, &str)] = &[
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("header1", "header"),
    ("footer1", "footer"),
];

const fn notes_part(notes: Notes) -> &'static str {
    match notes {
        Notes::Endnotes => "endnotes",
        Notes::Comments | Notes::AllComments => "comments",
    }
}

pub(super) fn content_types(notes: Notes) -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>
<Default Extension=\"xml\" ContentType=\"application/xml\"/>
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>
<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>
<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\n"
    );
    let note = notes_part(notes);
    for (name, kind) in BESIDE.iter().chain([&(note, note)]) {
        let _ = writeln!(
            out,
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}

pub(super) fn document_relationships(writer: &Writer) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
    );
    let note = notes_part(writer.notes);
    for (name, kind) in BESIDE.iter().chain([&(note, note)]) {
        let _ = writeln!(
            out,
            "<Relationship Id=\"{name}\" Type=\"{TYPE}/{kind}\" Target=\"{name}.xml\"/>"
        );
    }
    let _ = writeln!(
        out,
        "<Relationship Id=\"theme\" Type=\"{TYPE}/theme\" Target=\"theme/theme1.xml\"/>"
    );
    for (n, href) in writer.links.iter().enumerate() {
        let _ = writeln!(
            out,
            "<Relationship Id=\"link{n}\" Type=\"{TYPE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            crate::package::xml_attribute(href)
        );
    }
    out.push_str("</Relationships>");
    out
}

/// Width, height and margins of the sheet, in twentieths of a point.
const fn sheet(paper: Paper) -> (u32, u32, u32) {
    match paper {
        Paper::A4 => (11_906, 16_838, 1_418),
        Paper::Letter => (12_240, 15_840, 1_440),
    }
}

pub(super) fn document(writer: &Writer, paper: Paper) -> String {
    let (width, height, margin) = sheet(paper);
    let mut out = String::with_capacity(writer.out.len() + 2_000);
    out.push_str(HEAD);
    let _ = writeln!(out, "<w:document {NAMESPACES}><w:body>");
    out.push_str(&writer.out);
    let _ = write!(
        out,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:footerReference w:type=\"default\" r:id=\"footer1\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"1588\" w:right=\"{margin}\" w:bottom=\"1418\" w:left=\"{margin}\" w:header=\"737\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    );
    out
}

pub(super) fn comments(writer: &Writer) -> String {
    format!(
        "{HEAD}<w:comments {NAMESPACES}>\n{}</w:comments>",
        writer.comments.0
    )
}

pub(super) fn endnotes(writer: &Writer) -> String {
    let separator = |id, kind, element| {
        format!(
            "<w:endnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:r><w:{element}/></w:r></w:p></w:endnote>\n"
        )
    };
    format!(
        "{HEAD}<w:endnotes {NAMESPACES}>\n{}{}{}</w:endnotes>",
        separator(-1, "separator", "separator"),
        separator(0, "continuationSeparator", "continuationSeparator"),
        writer.endnotes.0
    )
}

/// Word's own marks for spelling stay away, so that ours are the only ones.
pub(super) fn settings(notes: Notes) -> String {
    let endnotes = match notes {
        Notes::Endnotes => {
            "<w:endnotePr><w:numFmt w:val=\"decimal\"/><w:endnote w:id=\"-1\"/><w:endnote w:id=\"0\"/></w:endnotePr>"
        }
        Notes::Comments | Notes::AllComments => "",
    };
    format!(
        "{HEAD}<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/><w:hideSpellingErrors/><w:hideGrammaticalErrors/><w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>{endnotes}<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-GB\"/><w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>"
    )
}

fn kind(dossier: &Dossier) -> String {
    let name = if dossier.reports.len() > 1 {
        "Fact-check reports"
    } else {
        "Fact-check report"
    };
    format!("{name}, {}", dossier.profile.audience())
}

/// Whose document it is: the house's, else that of the people who checked.
fn author(dossier: &Dossier) -> String {
    if !dossier.house.name.is_empty() {
        return dossier.house.name.clone();
    }
    let mut names: Vec<&str> = dossier
        .reports
        .iter()
        .flat_map(|report| &report.people)
        .map(|person| person.name.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join("; ")
}

pub(super) fn core(dossier: &Dossier) -> String {
    let title = if dossier.reports.len() > 1 {
        dossier.title.clone()
    } else {
        format!("Fact-check report: {}", dossier.title)
    };
    let author = xml_text(&author(dossier));
    let drafts: Vec<&str> = dossier
        .reports
        .iter()
        .map(|report| report.article.article.as_str())
        .collect();
    // The document's date is the report's; no clock is read.
    let created = super::who::is_instant(&format!("{}T00:00:00Z", dossier.date))
        .then(|| {
            ["created", "modified"].map(|name| {
                format!(
                    "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                    dossier.date
                )
            })
        })
        .map_or(String::new(), |both| both.concat());
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>{created}<dc:identifier>{}</dc:identifier><dc:language>en</dc:language></cp:coreProperties>",
        xml_text(&title),
        xml_text(&drafts.join(" ")),
    )
}

pub(super) fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Stet</Application></Properties>"
    )
}

/// One line with something at either end, in a header or footer.
fn ends(root: &str, style: &str, left: &str, right: &str, paper: Paper) -> String {
    let (width, _, margin) = sheet(paper);
    format!(
        "{HEAD}<w:{root} {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr>{left}<w:r><w:tab/></w:r>{right}</w:p></w:{root}>",
        width - 2 * margin
    )
}

fn runs(text: &str) -> String {
    let mut out = String::new();
    push_runs(&mut out, text, styled(""));
    out
}

pub(super) fn header(dossier: &Dossier, paper: Paper) -> String {
    ends(
        "hdr",
        "Header",
        &runs(&kind(dossier)),
        &runs(&date(&dossier.date)),
        paper,
    )
}

pub(super) fn footer(dossier: &Dossier, paper: Paper) -> String {
    let mut left = clip(&dossier.title, 60);
    if let [only] = dossier.reports.as_slice() {
        left = format!(
            "{left} · draft {}",
            grouped(&clip(&only.article.article, 16))
        );
    }
    left = format!("{left} · {}", dossier.program);
    let right = "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    ends("ftr", "Footer", &runs(&left), right, paper)
}
