//! A workbook of four sheets: Summary, Sentences, Sources, Decisions. Cells are texts and numbers,
//! never formulas; the only links are addresses that are safe to follow.

mod cell;
mod height;
mod look;

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError,
};
use stet_core::{
    error::{Code, Error, Result},
    report::Dossier,
};

use self::{
    cell::{Cut, show},
    look::Look,
};
use crate::{
    Options, Paper,
    inert::{link, push_visible},
    tables::{Cell, Column, Detail, Table, decisions, glyph, names, sentences, sources, summary},
};

/// Excel follows no more links than this on one sheet, and no longer ones; the rest stays text.
const MOST_LINKS: usize = 65_530;
const LONGEST_LINK: usize = 2_079;

/// Writes the dossier as a workbook.
pub fn document(dossier: &Dossier, options: Options) -> Result<Vec<u8>> {
    let titles = names(dossier);
    let tables = [
        sentences(dossier, &titles, Detail::Beside),
        sources(dossier, &titles),
        decisions(dossier, &titles),
    ];
    let setter = Setter {
        look: Look::new(),
        options,
        footer: footer(dossier),
    };
    let mut cut = Cut::default();
    let mut sheets = tables
        .iter()
        .map(|table| setter.sheet(table, &mut cut))
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(failed)?;
    // Page one says what was cut, so it is written last.
    let mut first = summary(dossier, &titles);
    let found = cut.found;
    if found > 0 {
        first.rows.insert(0, cut_line(&first.columns, found));
    }
    sheets.insert(0, setter.sheet(&first, &mut cut).map_err(failed)?);
    let mut book = Workbook::new();
    book.set_properties(&properties(dossier).map_err(failed)?);
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().map_err(failed)
}

fn failed(error: XlsxError) -> Error {
    let hint = match error {
        XlsxError::RowColumnLimitError => {
            "A sheet holds 1,048,576 rows and 16,384 columns: choose CSV, which has no such limit."
        }
        _ => "Choose another format, and please report this.",
    };
    Error::new(
        Code::Internal,
        format!("The workbook could not be written: {error}."),
        hint,
    )
}

/// A line of page one: that texts are cut, and where they are whole.
fn cut_line<'a>(columns: &[Column], found: usize) -> Vec<Cell<'a>> {
    let line = [
        Cell::from("Cut"),
        Cell::from(format!(
            "{found} {} longer than a cell may be, and cut where it says so.",
            if found == 1 { "text is" } else { "texts are" }
        )),
        Cell::from("They are whole in the other formats, as CSV or a web page."),
    ];
    let before = columns.len() - line.len();
    std::iter::repeat_n(Cell::from(""), before)
        .chain(line)
        .collect()
}

/// Title, author's program and a date that is the report's, not the clock's.
fn properties(dossier: &Dossier) -> std::result::Result<DocProperties, XlsxError> {
    let mut numbers = dossier.date.split(['-', 'T']).map(str::parse::<u16>);
    let mut next = || numbers.next().and_then(std::result::Result::ok);
    let day = |part: Option<u16>| u8::try_from(part?).ok();
    let (year, month, date) = (next(), day(next()), day(next()));
    let made = match (year, month, date) {
        (Some(year), Some(month), Some(date)) => ExcelDateTime::from_ymd(year, month, date).ok(),
        _ => None,
    };
    let made = match made {
        Some(made) => made,
        None => ExcelDateTime::from_ymd(1980, 1, 1)?,
    };
    Ok(DocProperties::new()
        .set_title(clipped(&dossier.title))
        .set_subject(format!("Fact-check report, {}", dossier.profile.audience()))
        .set_author(visible(&dossier.program))
        .set_company(clipped(&dossier.house.name))
        .set_creation_datetime(&made))
}

fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_visible(&mut out, text, |out, _, c| out.push(c));
    out
}

/// A text for places that take few characters.
fn clipped(text: &str) -> String {
    stet_core::report::clip(&visible(text), 160)
}

/// Title and page at the foot of printed pages, where `&` begins a code.
fn footer(dossier: &Dossier) -> String {
    let title = stet_core::report::clip(&visible(&dossier.title), 80).replace('&', "&&");
    format!("&L{title}&C&A&R&P / &N")
}

struct Setter {
    look: Look,
    options: Options,
    footer: String,
}

impl Setter {
    fn sheet(&self, table: &Table<'_>, cut: &mut Cut) -> std::result::Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(table.name)?;
        self.page(&mut sheet)?;
        for (at, column) in (0..).zip(&table.columns) {
            sheet.set_column_width(at, column.width)?;
            let name = cut.fit(&column.name);
            show(&mut sheet, (0, at), &name, &self.look.head)?;
        }
        let last_column = u16::try_from(table.columns.len().saturating_sub(1))
            .map_err(|_| XlsxError::RowColumnLimitError)?;
        let last_row =
            u32::try_from(table.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.set_freeze_panes(1, frozen(table))?;
        sheet.autofilter(0, 0, last_row, last_column)?;
        let mut links = 0;
        for (row, cells) in (1..).zip(&table.rows) {
            if let Some(points) = height::of(&table.columns, cells) {
                sheet.set_row_height(row, points)?;
            }
            for (column, cell) in (0..).zip(cells) {
                self.cell(&mut sheet, (row, column), cell, cut, &mut links)?;
            }
        }
        self.choices(&mut sheet, table, last_row)?;
        Ok(sheet)
    }

    fn page(&self, sheet: &mut Worksheet) -> std::result::Result<(), XlsxError> {
        sheet
            .set_landscape()
            .set_paper_size(match self.options.paper {
                Paper::A4 => 9,
                Paper::Letter => 1,
            })
            .set_print_fit_to_pages(1, 0)
            .set_footer(&self.footer)
            .set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        place: (u32, u16),
        cell: &Cell<'_>,
        cut: &mut Cut,
        links: &mut usize,
    ) -> std::result::Result<(), XlsxError> {
        let look = &self.look;
        match cell {
            Cell::Text(words) => show(sheet, place, &cut.fit(words), &look.text),
            Cell::Strong(words) => show(sheet, place, &cut.fit(words), &look.strong),
            Cell::Label(words) => {
                // Sorted and read as text: "9b" stands beside "9", and "1e3" is a label.
                let (row, column) = place;
                if words.parse::<f64>().is_ok() {
                    sheet.ignore_error(
                        row,
                        column,
                        rust_xlsxwriter::IgnoreError::NumberStoredAsText,
                    )?;
                }
                show(sheet, place, &cut.fit(words), &look.label)
            }
            Cell::Number(number) => {
                sheet.write_number_with_format(place.0, place.1, *number, &look.number)?;
                Ok(())
            }
            Cell::Standing(standing) => {
                let name = stet_core::report::standing_name(*standing);
                let words = format!("{} {name}", glyph(*standing));
                show(sheet, place, &words, look.standing(*standing))
            }
            Cell::Address(url) => match link(url) {
                Some(href) if *links < MOST_LINKS && href.len() <= LONGEST_LINK => {
                    *links += 1;
                    let url = rust_xlsxwriter::Url::new(href).set_text(cut.fit(url));
                    sheet.write_url_with_format(place.0, place.1, url, &look.link)?;
                    Ok(())
                }
                _ => show(sheet, place, &cut.fit(url), &look.text),
            },
            Cell::Choice(_) => show(sheet, place, "", &look.choice),
        }
    }

    /// A list to choose from, in the columns that are for the reader to fill in.
    fn choices(
        &self,
        sheet: &mut Worksheet,
        table: &Table<'_>,
        last_row: u32,
    ) -> std::result::Result<(), XlsxError> {
        let Some(first) = table.rows.first() else {
            return Ok(());
        };
        for (column, cell) in (0..).zip(first) {
            if let Cell::Choice(outcomes) = cell {
                let list = DataValidation::new().allow_list_strings(outcomes)?;
                sheet.add_data_validation(1, column, last_row, column, &list)?;
            }
        }
        Ok(())
    }
}

/// How many columns stay in sight: up to the label, where there is one.
fn frozen(table: &Table<'_>) -> u16 {
    let label = table
        .columns
        .iter()
        .position(|column| column.name == "Label");
    label.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
}
