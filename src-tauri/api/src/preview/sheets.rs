//! Workbooks, read back: the sheets in their order, each with its rows.

use stet_core::error::Result;

use super::package::{Met, Package, value, walk};

/// Names and rows of the sheets of a workbook.
pub fn read(bytes: &[u8]) -> Result<Vec<(String, Vec<Vec<String>>)>> {
    let mut package = Package::open(bytes)?;
    let mut names = Vec::new();
    walk(&package.text("xl/workbook.xml")?, |met| {
        if let Met::Start(name, attributes) = met
            && name == "sheet"
        {
            // Both `r:id` and `sheetId` are called so without prefix: the relation's is told by
            // its own name.
            names.push((
                value(&attributes, "name").to_owned(),
                value(&attributes, "id").to_owned(),
            ));
        }
    })?;
    let mut targets = Vec::new();
    walk(&package.text("xl/_rels/workbook.xml.rels")?, |met| {
        if let Met::Start(name, attributes) = met
            && name == "Relationship"
        {
            targets.push((
                value(&attributes, "Id").to_owned(),
                value(&attributes, "Target").to_owned(),
            ));
        }
    })?;
    let shared = match package.text_if("xl/sharedStrings.xml")? {
        Some(xml) => strings(&xml)?,
        None => Vec::new(),
    };
    let mut sheets = Vec::new();
    for (name, id) in names {
        let target = targets.iter().find(|(known, _)| *known == id);
        let Some((_, target)) = target else { continue };
        let part = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        };
        sheets.push((name, rows(&package.text(&part)?, &shared)?));
    }
    Ok(sheets)
}

fn strings(xml: &str) -> Result<Vec<String>> {
    let mut all = Vec::new();
    let mut inside = false;
    walk(xml, |met| match met {
        Met::Start(name, _) if name == "si" => all.push(String::new()),
        Met::Start(name, _) if name == "t" => inside = true,
        Met::End(name) if name == "t" => inside = false,
        Met::Text(text) if inside => {
            if let Some(last) = all.last_mut() {
                last.push_str(&text);
            }
        }
        _ => {}
    })?;
    Ok(all)
}

fn rows(xml: &str, shared: &[String]) -> Result<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut kind, mut inside) = (String::new(), false);
    walk(xml, |met| match met {
        Met::Start(name, _) if name == "row" => rows.push(Vec::new()),
        Met::Start(name, attributes) if name == "c" => {
            kind = value(&attributes, "t").to_owned();
            if let Some(row) = rows.last_mut() {
                // Cells that are left out are empty.
                let at = column(value(&attributes, "r")).unwrap_or(row.len());
                row.resize(at.max(row.len()), String::new());
                row.push(String::new());
            }
        }
        Met::Start(name, _) if name == "t" || name == "v" => inside = true,
        Met::End(name) if name == "t" || name == "v" => inside = false,
        Met::Text(text) if inside => {
            if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                let known = (kind == "s")
                    .then(|| shared.get(text.trim().parse::<usize>().ok()?))
                    .flatten();
                cell.push_str(known.unwrap_or(&text));
            }
        }
        _ => {}
    })?;
    Ok(rows)
}

/// The column, from 0, of a cell's name: `B7` is in column 1.
fn column(cell: &str) -> Option<usize> {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters
        .take(3)
        .fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_where_their_names_say() {
        let shared = vec!["said once".to_owned()];
        let xml = r#"<worksheet><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="C1"><v>7</v></c></row>
            <row r="2"><c t="s"><v>0</v></c></row>
        </sheetData></worksheet>"#;
        assert_eq!(
            rows(xml, &shared).unwrap(),
            [vec!["a & b", "", "7"], vec!["said once"]]
        );
    }
}
